package com.lotview.standalone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.ReadVariables;
import com.lotview.standalone.kubernetes.Workload.Variable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every variable is one that its program reads, and every setting is one that is used. */
class VariablesTest {
  static final List<String> OVERLAYS = Overlay.NAMES;

  /** Read by the Java runtime. */
  private static final Set<String> OF_THE_RUNTIME = Set.of("TZ");

  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void everyVariableIsReadByItsProgram(String overlay) throws IOException {
    Map<String, Resource> all = Overlay.read(overlay);
    int checked = 0;
    for (Workload workload : Workload.of(all.values())) {
      if (isOurs(workload)) {
        Set<String> set = new TreeSet<>(workload.variables(all).keySet());
        set.removeAll(OF_THE_RUNTIME);
        assertThat(readBy(workload)).as(workload.name()).containsAll(set);
        checked++;
      }
    }
    assertThat(checked).isGreaterThanOrEqualTo(15);
  }

  /** A service that lacks one would ask a neighbour on its own host. */
  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void everyNeighbourAndServerThatASettingHasADefaultForIsNamed(String overlay) throws IOException {
    Map<String, Resource> all = Overlay.read(overlay);
    for (Workload workload : Workload.of(all.values())) {
      if (workload.is("service") || workload.is("worker")) {
        Set<String> needed = new TreeSet<>(ReadVariables.of(module(workload)));
        needed.removeIf(name ->
            !name.endsWith("_URL")
                && !Set.of("S3_ENDPOINT", "KAFKA_BOOTSTRAP_SERVERS").contains(name));
        needed.removeAll(notNeeded(workload));
        assertThat(workload.variables(all).keySet()).as(workload.name()).containsAll(needed);
      }
    }
  }

  /** auth-service is its own issuer; the gateway hears nothing of Kafka and stores nothing. */
  private static Set<String> notNeeded(Workload workload) {
    Set<String> names = new TreeSet<>(Set.of("JWKS_URL", "ANTHROPIC_BASE_URL"));
    names.add("LOTVIEW_WORKER_URL");
    switch (workload.name()) {
      case "auth" -> names.add("AUTH_URL");
      case "gateway" -> names.addAll(Set.of("KAFKA_BOOTSTRAP_SERVERS", "S3_ENDPOINT"));
      default -> {}
    }
    return names;
  }

  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void everySettingIsUsed(String overlay) {
    Map<String, Resource> all = Overlay.read(overlay);
    Set<String> used = new TreeSet<>();
    for (Workload workload : Workload.of(all.values())) {
      for (Map<String, Object> entry : workload.container().list("env")) {
        used.add(new Resource(entry).text("valueFrom.configMapKeyRef.key"));
      }
    }
    used.remove("");
    assertThat(used).isEqualTo(all.get("ConfigMap/lotview-settings").map("data").keySet());
  }

  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void eachListensOnThePortOfItsContainer_forAllAddresses(String overlay) {
    Map<String, Resource> all = Overlay.read(overlay);
    for (Workload workload : Workload.of(all.values())) {
      if (workload.is("service") || workload.is("worker")) {
        Map<String, Variable> variables = workload.variables(all);
        assertThat(variables.get("LOTVIEW_BIND").value()).isEqualTo("0.0.0.0");
        assertThat(variables.get("PORT").value())
            .as(workload.name())
            .isEqualTo(String.valueOf(workload.port("http")));
        Variable management = variables.get("MANAGEMENT_PORT");
        assertThat(management == null ? "-1" : management.value())
            .isEqualTo(String.valueOf(workload.port("management")));
      }
    }
  }

  /** The address of each neighbour leads to a service's port; that service leads to its pods. */
  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void everyServiceLeadsToOneWorkload(String overlay) {
    Map<String, Resource> all = Overlay.read(overlay);
    List<Workload> workloads = Workload.of(all.values());
    List<Resource> services =
        all.values().stream().filter(one -> one.kind().equals("Service")).toList();
    assertThat(services).hasSizeGreaterThanOrEqualTo(6);
    for (Resource service : services) {
      List<Workload> chosen =
          workloads.stream()
              .filter(one -> one.matches(Map.of("matchLabels", service.map("spec.selector"))))
              .toList();
      assertThat(chosen).as(service.name()).hasSize(1);
      for (Map<String, Object> port : service.list("spec.ports")) {
        assertThat(port.get("port")).isEqualTo(chosen.getFirst().port(port.get("targetPort")));
      }
    }
  }

  @Test
  void severalGatewaysCountTogether() {
    Map<String, Resource> all = Overlay.read("production");
    Workload gateway = new Workload(all.get("Deployment/gateway"));
    assertThat(Integer.parseInt(gateway.resource().text("spec.replicas"))).isGreaterThan(1);
    assertThat(gateway.variables(all).get("DATABASE_URL").secret()).isEqualTo("lotview-gateway");
    assertThat(gateway.variables(all).get("TRUSTED_PROXIES").value()).isNotEmpty();
  }

  /** The module whose program a workload runs. */
  static String module(Workload workload) {
    return workload.name().equals("worker")
        ? "browser-worker"
        : Resource.at(workload.container().content(), "args") instanceof List<?> args
            ? args.getFirst().toString()
            : "";
  }

  static boolean isOurs(Workload workload) {
    return workload.container().text("image").startsWith("lotview/");
  }

  private static Set<String> readBy(Workload workload) throws IOException {
    if (!workload.isJob()) {
      assertThat(ReadVariables.runnableModules()).contains(module(workload));
      return ReadVariables.of(module(workload));
    }
    String command = String.valueOf(workload.container().content().get("command"));
    return switch (command) {
      case "[/app/migrate]" -> ReadVariables.ofProgram("database/MigrateSchema");
      case "[/app/provision-kafka]" -> {
        Set<String> names = ReadVariables.ofProgram("kafka/ProvisionKafka");
        for (var user : com.lotview.contracts.KafkaUser.values()) {
          names.add("KAFKA_PASSWORD_" + user.name());
        }
        yield names;
      }
      default -> throw new IllegalArgumentException(command + " is no program of the images");
    };
  }
}
