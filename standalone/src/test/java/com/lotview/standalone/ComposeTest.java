package com.lotview.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.KafkaUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Checks the compose file without a Docker engine. */
class ComposeTest {
  private static final Path ROOT = ReadVariables.ROOT;

  private static Map<String, Map<String, Object>> services;

  @BeforeAll
  static void parse() throws IOException {
    Map<String, Map<String, Map<String, Object>>> compose =
        new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
    services = compose.get("services");
  }

  @Test
  void startsEveryServiceOfTheRepositoryAndTwoWorkers() throws IOException {
    Set<String> built =
        services.values().stream()
            .map(ComposeTest::module)
            .filter(module -> !module.isEmpty())
            .collect(Collectors.toSet());

    assertThat(built).isEqualTo(ReadVariables.runnableModules());
    assertThat(services.get("worker").get("deploy")).isEqualTo(Map.of("replicas", 2));
    assertThat(services).containsKeys("postgres", "kafka", "objects");
  }

  @Test
  void setsOnlyVariablesThatTheServiceReads() throws IOException {
    for (Map.Entry<String, Map<String, Object>> service : services.entrySet()) {
      String module = module(service.getValue());
      if (!module.isEmpty()) {
        assertThat(ReadVariables.of(module))
            .as("variables that %s reads", module)
            .containsAll(environment(service.getValue()).keySet());
      }
    }
  }

  @Test
  void theStandaloneSetsOnlyVariablesThatSomeServiceReads() throws IOException {
    Set<String> read = new HashSet<>();
    for (String module : ReadVariables.runnableModules()) {
      read.addAll(ReadVariables.of(module));
    }
    String source =
        Files.readString(Path.of("src/main/java/com/lotview/standalone/Environment.java"));
    Matcher put = Pattern.compile("put\\(\\s*\"([A-Z][A-Z0-9_]+)\"").matcher(source);
    Set<String> set = new TreeSet<>();
    while (put.find()) {
      set.add(put.group(1));
    }

    assertThat(set).isNotEmpty();
    assertThat(read).containsAll(set);
  }

  @Test
  void keysMakesEveryRequiredVariable() throws IOException {
    Matcher required =
        Pattern.compile("\\$\\{([A-Z0-9_]+):\\?")
            .matcher(Files.readString(ROOT.resolve("docker-compose.yml")));
    Set<String> made =
        Keys.fresh()
            .lines()
            .map(line -> line.substring(0, line.indexOf('=')))
            .collect(Collectors.toSet());
    while (required.find()) {
      assertThat(made).contains(required.group(1));
    }
  }

  @Test
  void eachServiceHasItsOwnUserAndPasswordAtKafka() {
    Map<String, Object> users = environment(services.get("kafka-users"));
    for (KafkaUser user : KafkaUser.values()) {
      String password = "${KAFKA_PASSWORD_" + user.name();
      assertThat(String.valueOf(users.get("KAFKA_PASSWORD_" + user.name()))).startsWith(password);
      if (user.isService()) {
        assertThat(environment(services.get(user.principal())))
            .containsEntry("KAFKA_USER", user.principal())
            .containsEntry("KAFKA_PASSWORD", password + "}");
      }
    }
  }

  @Test
  void eachRoleHasItsOwnPasswordAtPostgres() {
    List<String> used = new ArrayList<>();
    Pattern secret = Pattern.compile("postgresql://(\\w+):\\$\\{(\\w+)}@");
    for (Map<String, Object> service : services.values()) {
      for (Object value : environment(service).values()) {
        Matcher url = secret.matcher(String.valueOf(value));
        if (url.find()) {
          used.add(url.group(2));
          assertThat(url.group(2)).isEqualTo(url.group(1).toUpperCase(Locale.ROOT) + "_PASSWORD");
        }
      }
    }

    assertThat(used).hasSize(12).doesNotHaveDuplicates();
    assertThat(environment(services.get("postgres"))).containsKeys(used.toArray(String[]::new));
  }

  @Test
  void everyContainerOfLotView_isHardened() {
    Set<String> allowed = new HashSet<>();
    services.forEach((name, service) -> {
      if (isOurs(service)) {
        assertThat(service)
            .as(name)
            .containsEntry("read_only", true)
            .containsEntry("cap_drop", List.of("ALL"))
            .containsEntry("pull_policy", "never")
            .containsKey("mem_limit")
            .doesNotContainKeys("privileged", "cap_add", "user", "build");
        assertThat(list(service, "security_opt").getFirst()).isEqualTo("no-new-privileges");
        assertThat(String.valueOf(list(service, "tmpfs").getFirst()))
            .matches("/tmp:size=\\d+m,mode=1777,exec");
        list(service, "security_opt").stream().skip(1).forEach(o -> allowed.add(name + " " + o));
      }
    });

    assertThat(allowed).containsExactly("worker seccomp=./deploy/seccomp/chromium.json");
    assertThat(ROOT.resolve("deploy/seccomp/chromium.json")).exists();
  }

  @Test
  void images_areTheTwoOfThisVersion() throws IOException {
    Matcher version =
        Pattern.compile("<artifactId>lotview</artifactId>\\s*<version>(.+?)</version>")
            .matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertThat(version.find()).isTrue();
    services.forEach((name, service) -> {
      if (isOurs(service)) {
        boolean worker = name.equals("worker");
        assertThat(service.get("image"))
            .isEqualTo(
                "lotview/%s:${LOTVIEW_VERSION:-%s}"
                    .formatted(worker ? "worker" : "services", version.group(1)));
      }
    });
  }

  @Test
  void onlyMigrations_holdThePasswordOfAnOwner() {
    Set<String> holders = new TreeSet<>();
    services.forEach((name, service) ->
        environment(service).values().stream()
            .filter(value -> String.valueOf(value).contains("_OWNER_PASSWORD"))
            .forEach(value -> holders.add(name + " " + list(service, "command"))));
    holders.remove("postgres []");

    assertThat(holders)
        .isEqualTo(
            new TreeSet<>(
                Environment.SCHEMAS.values().stream()
                    .map(schema -> "migrate-%s [%s]".formatted(schema, schema))
                    .toList()));
    Environment.SCHEMAS.forEach((service, schema) -> {
      assertThat(environment(services.get(service))).containsEntry("DATABASE_MIGRATION_URL", "");
      assertThat(String.valueOf(services.get(service).get("depends_on")))
          .contains("migrate-%s={condition=service_completed_successfully}".formatted(schema));
    });
  }

  @Test
  void theWorkersDrain_fitsIntoItsGracePeriod() {
    Map<String, Object> worker = services.get("worker");
    Duration grace = seconds(environment(worker).get("LOTVIEW_GRACE"));
    Duration killed = seconds(worker.get("stop_grace_period"));
    assertThat(grace).isBetween(killed.minusSeconds(30), killed.minusSeconds(5));
  }

  private static Duration seconds(Object value) {
    return Duration.parse("PT" + value);
  }

  /** The program that a service starts; none for a container that only does one thing and ends. */
  private static String module(Map<String, Object> service) {
    return isOurs(service) && !service.containsKey("entrypoint")
        ? String.valueOf(list(service, "command").getFirst())
        : "";
  }

  private static boolean isOurs(Map<String, Object> service) {
    return String.valueOf(service.get("image")).startsWith("lotview/");
  }

  private static List<?> list(Map<String, Object> service, String key) {
    return (List<?>) service.getOrDefault(key, List.of());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> environment(Map<String, Object> service) {
    return (Map<String, Object>) service.getOrDefault("environment", Map.of());
  }
}
