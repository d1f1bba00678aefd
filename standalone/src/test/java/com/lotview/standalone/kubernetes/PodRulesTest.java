package com.lotview.standalone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.ReadVariables;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every pod must be like, and how long the worker's may take to end. */
class PodRulesTest {
  /** An overlay with one of its workloads. */
  record Played(String overlay, Map<String, Resource> all, Workload workload) {
    @Override
    public String toString() {
      return overlay + ": " + workload.resource().id();
    }
  }

  static Stream<Played> workloads() {
    return Overlay.NAMES.stream()
        .flatMap(overlay -> {
          Map<String, Resource> all = Overlay.read(overlay);
          return Workload.of(all.values()).stream().map(one -> new Played(overlay, all, one));
        });
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void hasNoRightThatItDoesNotNeed(Played played) {
    Resource pod = played.workload().pod();
    Resource container = played.workload().container();
    assertThat(pod.text("securityContext.runAsNonRoot")).isEqualTo("true");
    assertThat(Integer.parseInt(pod.text("securityContext.runAsUser"))).isPositive();
    assertThat(container.text("securityContext.readOnlyRootFilesystem")).isEqualTo("true");
    assertThat(container.text("securityContext.allowPrivilegeEscalation")).isEqualTo("false");
    assertThat(container.map("securityContext.capabilities"))
        .isEqualTo(Map.of("drop", List.of("ALL")));
    assertThat(pod.text("automountServiceAccountToken")).isEqualTo("false");
    // Variables of the kind KAFKA_PORT=tcp://… for each service: Kafka's image takes them for
    // settings.
    assertThat(pod.text("enableServiceLinks")).isEqualTo("false");
    assertThat(pod.content()).doesNotContainKeys("hostNetwork", "hostPID", "hostIPC");
    assertThat(pod.list("volumes"))
        .allSatisfy(volume -> assertThat(volume).doesNotContainKey("hostPath"));
    Map<String, Object> seccomp = pod.map("securityContext.seccompProfile");
    assertThat(seccomp)
        .isEqualTo(
            played.workload().name().equals("worker")
                ? Map.of("type", "Localhost", "localhostProfile", "profiles/lotview-chromium.json")
                : Map.of("type", "RuntimeDefault"));
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void saysWhatItNeeds_andHasAFixedImage(Played played) throws IOException {
    Resource container = played.workload().container();
    assertThat(container.map("resources.requests")).containsKeys("cpu", "memory");
    assertThat(container.map("resources.limits")).containsKey("memory");
    assertThat(container.text("image")).matches("[a-z0-9/]+:[a-z0-9.-]*[0-9][a-z0-9.-]*");
    if (VariablesTest.isOurs(played.workload())) {
      String pom = Files.readString(ReadVariables.ROOT.resolve("pom.xml"));
      String tag = container.text("image").replaceAll(".*:", "");
      assertThat(pom).contains("<artifactId>lotview</artifactId>\n  <version>" + tag + "<");
    } else {
      assertThat(Files.readString(ReadVariables.ROOT.resolve("docker-compose.yml")))
          .contains("image: " + container.text("image") + "\n");
    }
    for (Map<String, Object> volume : played.workload().pod().list("volumes")) {
      Map<String, Object> empty = Resource.map(volume.get("emptyDir"));
      assertThat(volume.containsKey("emptyDir") && !empty.containsKey("sizeLimit")).isFalse();
    }
  }

  /** Ready: it can do its job. Not alive: only a restart helps, so it asks no other server. */
  @ParameterizedTest
  @MethodSource("workloads")
  void hasProbesThatTheCodeAnswers(Played played) throws IOException {
    Workload workload = played.workload();
    List<String> kinds = List.of("startupProbe", "readinessProbe", "livenessProbe");
    if (workload.isJob()) {
      assertThat(workload.container().content()).doesNotContainKeys(kinds.toArray(String[]::new));
      return;
    }
    for (String kind : kinds) {
      Resource probe = new Resource(workload.container().map(kind));
      assertThat(probe.content()).as(kind).isNotEmpty();
      if (workload.is("service") || workload.is("worker")) {
        boolean ready = kind.equals("readinessProbe");
        assertThat(probe.text("httpGet.path"))
            .isEqualTo("/actuator/health/" + (ready ? "readiness" : "liveness"));
        String port = workload.port("management") > 0 ? "management" : "http";
        assertThat(probe.text("httpGet.port")).isEqualTo(port);
      } else if (workload.name().equals("sandbox")) {
        assertThat(probe.text("httpGet.path")).isEqualTo("/login");
        assertThat(sources("marketplace-sandbox")).contains("\"/login\"");
      } else if (!probe.map("tcpSocket").isEmpty()) {
        assertThat(workload.port(probe.map("tcpSocket").get("port"))).isPositive();
      } else {
        assertThat(probe.map("exec")).isNotEmpty();
      }
    }
    String kit =
        Files.readString(ReadVariables.ROOT.resolve("service-kit/src/main/resources/kit.yml"));
    assertThat(kit)
        .contains("include: health,prometheus", "probes:\n        enabled: true", "readinessState");
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void isSpreadOverNodes_andLeavesThemOneByOne(Played played) {
    Workload workload = played.workload();
    List<Resource> budgets =
        played.all().values().stream()
            .filter(one -> one.kind().equals("PodDisruptionBudget"))
            .filter(one -> workload.matches(one.map("spec.selector")))
            .toList();
    if (!workload.is("service") && !workload.is("worker")) {
      assertThat(budgets).isEmpty();
      return;
    }
    assertThat(budgets).hasSize(1);
    assertThat(budgets.getFirst().text("spec.maxUnavailable")).isEqualTo("1");
    assertThat(workload.pod().list("topologySpreadConstraints"))
        .anySatisfy(rule -> {
          assertThat(rule).containsEntry("topologyKey", "kubernetes.io/hostname");
          assertThat(workload.matches(Resource.map(rule.get("labelSelector")))).isTrue();
        });
    assertThat(workload.matches(workload.resource().map("spec.selector"))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void isGivenTheTimeThatItsEndTakes(Played played) {
    Workload workload = played.workload();
    if (workload.is("service")) {
      int sleep = Integer.parseInt(workload.container().text("lifecycle.preStop.sleep.seconds"));
      // Two phases of Spring, of 30 seconds each: the web server, and what works behind it.
      assertThat(grace(workload)).isGreaterThanOrEqualTo(Duration.ofSeconds(sleep + 60));
    }
  }

  /** Scale-in never ends a running job, and never an owner's sign-in. */
  @Test
  void theWorkersGraceHoldsItsJobsAndItsDrain() throws IOException {
    for (String overlay : Overlay.NAMES) {
      Map<String, Resource> all = Overlay.read(overlay);
      Workload worker = new Workload(all.get("Deployment/worker"));
      Duration grace = duration(worker.variables(all).get("LOTVIEW_GRACE").value());
      assertThat(grace(worker)).isGreaterThanOrEqualTo(grace);
      assertThat(worker.container().content()).doesNotContainKey("lifecycle");

      String own = "browser-worker/src/main/resources/worker.yml";
      Duration handBack =
          grace
              .minus(setting(own, "LOTVIEW_DRAIN_TIMEOUT"))
              .minus(setting(own, "LOTVIEW_DRAIN_END"));
      String posting = "posting-service/src/main/resources/posting.yml";
      Duration job = setting(posting, "POSTING_JOB_TIMEOUT").multipliedBy(3);
      assertThat(handBack)
          .isGreaterThanOrEqualTo(job)
          .isGreaterThanOrEqualTo(setting(posting, "POSTING_SIGN_IN_TIMEOUT"));
    }
  }

  @Test
  void everySchemaIsMigrated() throws IOException {
    Set<String> schemas = new TreeSet<>();
    for (Workload workload : Workload.of(Overlay.read("production").values())) {
      if (workload.name().startsWith("migrate-")) {
        schemas.add(VariablesTest.module(workload));
        assertThat(workload.name()).isEqualTo("migrate-" + VariablesTest.module(workload));
      }
    }
    Set<String> known = new TreeSet<>();
    for (String module : ReadVariables.runnableModules()) {
      var folder = ReadVariables.ROOT.resolve(module + "/src/main/resources/db");
      if (Files.isDirectory(folder)) {
        try (Stream<java.nio.file.Path> found = Files.list(folder)) {
          found.forEach(one -> known.add(one.getFileName().toString()));
        }
      }
    }
    assertThat(schemas).isEqualTo(known);
  }

  private static Duration grace(Workload workload) {
    return Duration.ofSeconds(Long.parseLong(workload.pod().text("terminationGracePeriodSeconds")));
  }

  private static Duration setting(String file, String variable) throws IOException {
    Matcher found =
        Pattern.compile("\\$\\{" + variable + ":([0-9a-z]+)}")
            .matcher(Files.readString(ReadVariables.ROOT.resolve(file)));
    assertThat(found.find()).as(variable).isTrue();
    return duration(found.group(1));
  }

  private static Duration duration(String text) {
    return Duration.parse("PT" + text);
  }

  private static String sources(String module) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<java.nio.file.Path> files =
        Files.walk(ReadVariables.ROOT.resolve(module + "/src/main/java"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
