package com.lotview.standalone.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules, boards and runbooks use only what there is, and leave nothing out. */
class MonitoringTest {
  private static final Path FOLDER = MetricsDocument.ROOT.resolve("deploy/monitoring");
  private static final Path RUNBOOKS = MetricsDocument.ROOT.resolve("docs/runbooks");
  private static final Pattern METRIC = Pattern.compile("lotview_[a-z_]+");
  private static final Pattern RECORDED = Pattern.compile("lotview:[a-z0-9_:]+");
  private static final List<String> PARTS =
      List.of("What it means", "How to see it", "What to do", "Rehearsed");

  @Test
  void rulesAndBoardsUseOnlyMetricsOfTheDocument() throws IOException {
    Set<String> known = MetricsDocument.read().series();
    for (Map.Entry<String, String> query : queries().entrySet()) {
      assertThat(found(METRIC, query.getValue())).as(query.getKey()).isSubsetOf(known);
    }
  }

  @Test
  void whatIsUsedAsRecordedIsRecorded() throws IOException {
    Set<String> recorded = new HashSet<>();
    for (Map<String, Object> rule : rules()) {
      if (rule.containsKey("record")) {
        recorded.add(String.valueOf(rule.get("record")));
      }
    }
    Set<String> used = new TreeSet<>();
    queries().values().forEach(query -> used.addAll(found(RECORDED, query)));

    assertThat(recorded).isEqualTo(used);
  }

  @Test
  void everyMetricOfTheDocumentIsOnABoardOrInARule() throws IOException {
    String all = String.join("\n", queries().values());
    assertThat(MetricsDocument.read().rows())
        .filteredOn(row -> row.series().stream().noneMatch(all::contains))
        .extracting(MetricsDocument.Row::name)
        .as("metrics that nobody sees")
        .isEmpty();
  }

  @Test
  void eachAlertSaysWhoMustActAndHasARunbook() throws IOException {
    Set<String> runbooks = new HashSet<>();
    for (Map<String, Object> alert : alerts()) {
      String name = String.valueOf(alert.get("alert"));
      Map<?, ?> labels = (Map<?, ?>) alert.get("labels");
      Map<?, ?> annotations = (Map<?, ?>) alert.get("annotations");
      assertThat(String.valueOf(labels.get("severity"))).as(name).isIn("page", "ticket");
      assertThat(String.valueOf(annotations.get("summary"))).as(name).isNotBlank();
      Path runbook = MetricsDocument.ROOT.resolve(String.valueOf(annotations.get("runbook")));
      assertThat(runbook).as(name).exists();
      assertThat(Files.readString(runbook)).startsWith("# " + name + "\n");
      assertThat(headings(runbook)).as("parts of %s", runbook).isEqualTo(PARTS);
      assertThat(Files.readString(RUNBOOKS.resolve("README.md"))).contains("[" + name + "]");
      runbooks.add(runbook.getFileName().toString());
    }
    try (Stream<Path> files = Files.list(RUNBOOKS)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(with(runbooks, "README.md"));
    }
  }

  @Test
  void eachAlertHasATestThatFiresAndOneThatStaysQuiet() throws IOException {
    Set<String> fire = new TreeSet<>();
    Set<String> quiet = new TreeSet<>();
    Map<String, List<Map<String, Object>>> file = yaml(FOLDER.resolve("tests/alerts.yml"));
    for (Map<String, Object> test : file.getOrDefault("tests", List.of())) {
      for (Map<String, Object> check : list(test.get("alert_rule_test"))) {
        boolean fires = !list(check.get("exp_alerts")).isEmpty();
        (fires ? fire : quiet).add(String.valueOf(check.get("alertname")));
      }
    }
    Set<String> alerts =
        alerts().stream()
            .map(alert -> String.valueOf(alert.get("alert")))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(fire).isEqualTo(alerts);
    assertThat(quiet).isEqualTo(alerts);
  }

  @Test
  void boardsHaveTheirFixedIdAndPanelsWithAQuery() throws IOException {
    Map<Path, JsonNode> boards = boards();
    assertThat(boards.keySet())
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrder(
            "lotview-operations.json",
            "lotview-fleet.json",
            "lotview-form-health.json",
            "lotview-dealership.json");
    boards.forEach((file, board) -> {
      assertThat(board.get("uid").asString() + ".json").isEqualTo(file.getFileName().toString());
      assertThat(board.get("title").asString()).startsWith("LotView: ");
      Set<Integer> ids = new HashSet<>();
      for (JsonNode panel : board.get("panels")) {
        assertThat(ids.add(panel.get("id").asInt())).isTrue();
        assertThat(panel.get("title").asString()).isNotBlank();
        assertThat(panel.get("targets").size()).isPositive();
      }
    });
  }

  @Test
  void theBoardOfADealershipReadsAddressesAndFieldsOfTheApi() throws IOException {
    JsonNode api =
        JsonMapper.shared()
            .readTree(Files.readString(MetricsDocument.ROOT.resolve("docs/openapi/released.json")));
    Set<String> fields = new HashSet<>();
    api.at("/components/schemas")
        .forEach(schema -> fields.addAll(schema.path("properties").propertyNames()));
    JsonNode board =
        JsonMapper.shared()
            .readTree(Files.readString(FOLDER.resolve("boards/lotview-dealership.json")));
    for (JsonNode panel : board.get("panels")) {
      for (JsonNode target : panel.get("targets")) {
        String path = target.get("url").asString().replaceAll("\\?.*", "");
        assertThat(api.get("paths").path(path).has("get")).as(path).isTrue();
        for (JsonNode column : target.get("columns")) {
          assertThat(fields).contains(column.get("selector").asString().split("\\.", -1)).as(path);
        }
      }
    }
  }

  private static List<String> headings(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("## "))
        .map(line -> line.substring(3))
        .toList();
  }

  private static Set<String> with(Set<String> all, String one) {
    Set<String> both = new HashSet<>(all);
    both.add(one);
    return both;
  }

  /** Every query, by its place. */
  private static Map<String, String> queries() throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    for (Map<String, Object> rule : rules()) {
      queries.put(
          String.valueOf(rule.getOrDefault("alert", rule.get("record"))),
          String.valueOf(rule.get("expr")));
    }
    boards()
        .forEach((file, board) -> {
          for (JsonNode panel : board.get("panels")) {
            for (JsonNode target : panel.get("targets")) {
              if (target.has("expr")) {
                queries.put(
                    file + ": " + panel.get("title") + target.get("refId"),
                    target.get("expr").asString());
              }
            }
          }
        });
    return queries;
  }

  private static List<Map<String, Object>> alerts() throws IOException {
    return rules().stream().filter(rule -> rule.containsKey("alert")).toList();
  }

  private static List<Map<String, Object>> rules() throws IOException {
    List<Map<String, Object>> rules = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER.resolve("rules"))) {
      for (Path file : files.toList()) {
        for (Map<String, Object> group : yaml(file).getOrDefault("groups", List.of())) {
          rules.addAll(list(group.get("rules")));
        }
      }
    }
    return rules;
  }

  private static Map<Path, JsonNode> boards() throws IOException {
    Map<Path, JsonNode> boards = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(FOLDER.resolve("boards"))) {
      for (Path file : files.toList()) {
        boards.put(file, JsonMapper.shared().readTree(Files.readString(file)));
      }
    }
    return boards;
  }

  private static Set<String> found(Pattern pattern, String query) {
    return pattern.matcher(query).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static Map<String, List<Map<String, Object>>> yaml(Path file) throws IOException {
    Map<String, Object> all = new Yaml().load(Files.readString(file));
    Map<String, List<Map<String, Object>>> lists = new LinkedHashMap<>();
    all.forEach((name, value) -> {
      if (value instanceof List<?> list && list.getFirst() instanceof Map) {
        lists.put(name, list(value));
      }
    });
    return lists;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object value) {
    return (List<Map<String, Object>>) value;
  }
}
