package com.lotview.standalone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.ReadVariables;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The scaler asks what the worker's test asks, and knows how many browsers a worker has. */
class ScalerManifestTest {
  private static final Map<String, Resource> ALL = Overlay.read("production");
  private static final Resource SCALER = ALL.get("ScaledObject/worker");

  @Test
  void theTargetIsTheNumberOfBrowsersOfAWorker() {
    Workload worker = new Workload(ALL.get("Deployment/worker"));
    Map<String, Object> trigger = SCALER.list("spec.triggers").getFirst();
    assertThat(trigger).containsEntry("type", "postgresql");
    assertThat(trigger).containsEntry("metricType", "AverageValue");
    assertThat(Resource.at(trigger, "metadata.targetQueryValue"))
        .isEqualTo(worker.variables(ALL).get("LOTVIEW_BROWSERS").value());
    assertThat(SCALER.list("spec.triggers")).hasSize(1);
  }

  @Test
  void theQueryIsTheOneThatIsTested_andNoGreaterThanTheLargestFleetNeeds() throws IOException {
    String query =
        String.valueOf(Resource.at(SCALER.list("spec.triggers").getFirst(), "metadata.query"));
    assertThat(
            Files.readString(
                ReadVariables.ROOT.resolve(
                    "browser-worker/src/test/java/com/lotview/worker/fleet/store/ScalerIT.java")))
        .contains("\"" + query + "\"");
    int most = Integer.parseInt(query.replaceAll("[^0-9]", ""));
    assertThat(most).isGreaterThanOrEqualTo(number("spec.maxReplicaCount") * 2);
  }

  @Test
  void aWorkerIsAlwaysThere_andNobodyElseSaysHowMany() {
    assertThat(number("spec.minReplicaCount")).isPositive();
    assertThat(number("spec.fallback.replicas"))
        .isBetween(number("spec.minReplicaCount"), number("spec.maxReplicaCount"));
    assertThat(SCALER.text("spec.scaleTargetRef.name")).isEqualTo("worker");
    assertThat(ALL.get("Deployment/worker").map("spec")).doesNotContainKey("replicas");
  }

  @Test
  void itLogsInAsTheRoleOfTheScript() throws IOException {
    String reference =
        String.valueOf(
            Resource.at(SCALER.list("spec.triggers").getFirst(), "authenticationRef.name"));
    List<Map<String, Object>> secrets =
        ALL.get("TriggerAuthentication/" + reference).list("spec.secretTargetRef");
    assertThat(secrets).hasSize(1);
    String connection =
        ALL.get("ExternalSecret/" + secrets.getFirst().get("name"))
            .text("spec.target.template.data." + secrets.getFirst().get("key"));
    assertThat(connection).startsWith("postgresql://fleet_scaler:").contains("verify-full");
    assertThat(Files.readString(ReadVariables.ROOT.resolve("deploy/postgres/scaler.sql")))
        .contains("create role fleet_scaler ");
  }

  @Test
  void theScriptOfTheJobIsThatOfTheServices() throws IOException {
    String copy = Files.readString(ReadVariables.ROOT.resolve("deploy/postgres/provision.sql"));
    assertThat(copy)
        .as("cp service-kit/src/main/resources/lotview/provision.sql deploy/postgres/")
        .isEqualTo(
            Files.readString(
                ReadVariables.ROOT.resolve(
                    "service-kit/src/main/resources/lotview/provision.sql")));
  }

  private static int number(String path) {
    return Integer.parseInt(SCALER.text(path));
  }
}
