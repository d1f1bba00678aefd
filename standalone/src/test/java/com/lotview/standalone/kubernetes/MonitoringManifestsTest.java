package com.lotview.standalone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.ReadVariables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Prometheus gets the rules of {@code deploy/monitoring}, and metrics of every process. */
class MonitoringManifestsTest {
  private static final String WRITE = "lotview.manifests.write";
  private static final String COMMAND =
      "mvn -pl standalone -am test -Dtest=MonitoringManifestsTest -D"
          + WRITE
          + "=true -Dsurefire.failIfNoSpecifiedTests=false";

  @ParameterizedTest
  @ValueSource(strings = {"alerts", "slo"})
  void theRulesAreThoseOfTheMonitoring(String name) throws IOException {
    String rules =
        Files.readString(ReadVariables.ROOT.resolve("deploy/monitoring/rules/" + name + ".yml"));
    Path file = Overlay.FOLDER.resolve("components/monitoring/" + name + ".yaml");
    if (Boolean.getBoolean(WRITE)) {
      String text = Files.readString(file);
      String head = text.substring(0, text.indexOf("spec:\n") + "spec:\n".length());
      String groups = rules.substring(rules.indexOf("groups:"));
      Files.writeString(file, head + groups.replaceAll("(?m)^(?=.)", "  "));
    }
    Resource made = Overlay.parse(Files.readString(file)).getFirst();
    Map<String, Object> wanted = new Yaml().load(rules);

    assertThat(made.map("spec"))
        .as("%s differs. To rewrite it: %s", file, COMMAND)
        .isEqualTo(wanted);
  }

  @Test
  void everyProcessIsAskedOnce_underTheJobThatTheRulesName() {
    Map<String, Resource> all = Overlay.read("production");
    for (Workload workload : Workload.of(all.values())) {
      List<String> ports = new ArrayList<>();
      for (Resource monitor : all.values()) {
        if (monitor.kind().equals("PodMonitor") && workload.matches(monitor.map("spec.selector"))) {
          String label = monitor.text("spec.jobLabel");
          assertThat(workload.labels()).containsEntry(label, "lotview");
          for (Map<String, Object> endpoint : monitor.list("spec.podMetricsEndpoints")) {
            assertThat(endpoint).containsEntry("path", "/actuator/prometheus");
            ports.add(Objects.toString(endpoint.get("port")));
          }
        }
      }
      boolean asked = workload.is("service") || workload.is("worker");
      String port = workload.port("management") > 0 ? "management" : "http";
      assertThat(ports).as(workload.name()).isEqualTo(asked ? List.of(port) : List.of());
    }
  }

  @Test
  void everyBoardIsInstalled() throws IOException {
    Map<String, Object> boards =
        Overlay.read("production").get("ConfigMap/lotview-boards").map("data");
    try (var files = Files.list(ReadVariables.ROOT.resolve("deploy/monitoring/boards"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(boards.keySet());
    }
  }
}
