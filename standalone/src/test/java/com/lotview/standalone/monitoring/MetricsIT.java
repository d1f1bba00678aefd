package com.lotview.standalone.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.RunningSystem;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What running services show is what {@code docs/metrics.md} says. */
@Tag("servers")
class MetricsIT {
  private static final List<String> SERVICES =
      List.of("auth", "inventory", "posting", "listing", "notification");
  private static final Pattern SERIES =
      Pattern.compile("^([a-z_0-9]+)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);
  private static final Pattern TYPE =
      Pattern.compile("^# TYPE (lotview_\\w+) (\\w+)$", Pattern.MULTILINE);
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");
  private static final Set<String> OF_ALL = Set.of("application", "le");
  // The rest of the tables' values come with the first reading.
  private static final Duration FIRST_READING = Duration.ofMinutes(1);

  @Test
  void everyServiceShowsWhatTheDocumentSays() throws Exception {
    Map<String, MetricsDocument.Row> documented = new HashMap<>();
    for (MetricsDocument.Row row : MetricsDocument.read().rows()) {
      row.series().forEach(series -> documented.put(series, row));
    }
    Set<String> shown = new HashSet<>();
    for (String service : SERVICES) {
      Awaitility.await(service)
          .atMost(FIRST_READING)
          .until(() -> page(service).contains("\nlotview_outbox_age_seconds{"));
      String page = page(service);
      for (MatchResult series : SERIES.matcher(page).results().toList()) {
        if (series.group(1).startsWith("lotview_")) {
          MetricsDocument.Row row = documented.get(series.group(1));
          assertThat(row).as("%s of %s", series.group(1), service).isNotNull();
          assertThat(labels(series.group(2))).as(row.name()).isEqualTo(row.labels());
          assertThat(series.group(2)).contains("application=\"" + service + "\"");
          shown.add(row.name());
        }
      }
      TYPE.matcher(page)
          .results()
          .filter(type -> !type.group(1).endsWith("_max"))
          .forEach(type ->
              assertThat(type.group(2)).as(type.group(1)).isEqualTo(kind(documented, type)));
    }

    assertThat(shown)
        .contains(
            "lotview.outbox.rows",
            "lotview.inbox.rows",
            "lotview.dead.letters",
            "lotview.postings",
            "lotview.jobs.due.age",
            "lotview.accounts",
            "lotview.limits.slots.possible",
            "lotview.postings.live.after.all",
            "lotview.fleet.workers",
            "lotview.listing.pending",
            "lotview.mails.waiting",
            "lotview.sockets");
  }

  @Test
  void whatRulesReadOfSpringIsShown() throws Exception {
    // A service that has just started shows requests from the first one on.
    page("posting");

    assertThat(page("posting"))
        .contains("http_server_requests_seconds_bucket{")
        .contains("le=\"0.3\"")
        .contains("outcome=\"SUCCESS\"")
        .contains("r2dbc_pool_pending_connections{")
        .contains("jvm_memory_used_bytes{");
  }

  private static String kind(Map<String, MetricsDocument.Row> documented, MatchResult type) {
    MetricsDocument.Row row =
        documented.getOrDefault(type.group(1), documented.get(type.group(1) + "_count"));
    return switch (row.type()) {
      case "counter" -> "counter";
      case "timer" -> "histogram";
      default -> "gauge";
    };
  }

  private static Set<String> labels(String text) {
    return LABEL
        .matcher(text == null ? "" : text)
        .results()
        .map(label -> label.group(1))
        .filter(label -> !OF_ALL.contains(label))
        .collect(Collectors.toSet());
  }

  private static String page(String service) throws IOException, InterruptedException {
    Properties ports = new Properties();
    ports.load(
        new StringReader(
            Files.readString(RunningSystem.shared().home().resolve("run/ports.properties"))));
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create(
                          "http://127.0.0.1:"
                              + ports.getProperty(service)
                              + "/actuator/prometheus"))
                  .timeout(Duration.ofSeconds(20))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(service).isEqualTo(200);
      return answer.body();
    }
  }
}
