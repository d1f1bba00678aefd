package com.lotview.standalone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** No field that Kubernetes does not know: it would be dropped without a word. */
class FieldsTest {
  static final java.util.List<String> OVERLAYS = Overlay.NAMES;

  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void everyFieldIsKnown(String overlay) {
    Map<String, Resource> all = Overlay.read(overlay);
    assertThat(all).hasSizeGreaterThan(50);
    assertThat(all.values()).allSatisfy(one -> assertThat(Fields.fault(one)).isEmpty());
  }

  /** Patches are read alone too, since a typo beside a name would not be merged. */
  @Test
  void everyFieldOfAPatchIsKnown() throws IOException {
    int patches = 0;
    try (Stream<Path> files = Files.walk(Overlay.FOLDER)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        for (Resource one : Overlay.parse(Files.readString(file))) {
          if (!one.text("apiVersion").startsWith("kustomize.config.k8s.io/")) {
            assertThat(Fields.fault(one)).as(file.toString()).isEmpty();
            patches++;
          }
        }
      }
    }
    assertThat(patches).isGreaterThan(90);
  }

  @ParameterizedTest
  @CsvSource({
    "Deployment/worker, terminationGracePeriodSeconds, terminationGracePeriodSecond",
    "Deployment/worker, readOnlyRootFilesystem, readOnlyRootFileSystem",
    "Deployment/worker, localhostProfile, localHostProfile",
    "Deployment/auth, secretKeyRef, secretRef",
    "Deployment/auth, failureThreshold, failuresThreshold",
    "Deployment/auth, preStop, prestop",
    "Deployment/auth, sleep, sleepFor",
    "Deployment/auth, topologySpreadConstraints, topologySpreadConstraint",
    "Deployment/auth, sizeLimit, limit",
    "Service/auth, targetPort, targetport",
    "Job/migrate-auth, backoffLimit, backOffLimit",
    "NetworkPolicy/auth, policyTypes, policyType",
    "NetworkPolicy/auth, podSelector, podselector",
    "PodDisruptionBudget/auth, maxUnavailable, maxUnavailables",
    "Ingress/lotview, pathType, pathtype",
    "ScaledObject/worker, maxReplicaCount, maxReplicasCount",
    "ScaledObject/worker, targetQueryValue, targetQueryvalue",
    "TriggerAuthentication/fleet-scaler, secretTargetRef, secretTargetRefs",
    "ExternalSecret/lotview-auth, mergePolicy, mergepolicy",
    "PodMonitor/lotview, podMetricsEndpoints, podMetricEndpoints",
    "PrometheusRule/lotview-alerts, annotations, annotation"
  })
  void aTypoIsFound(String id, String field, String typo) {
    Resource right = Overlay.read("production").get(id);
    assertThat(Fields.fault(right)).isEmpty();
    String text = new org.yaml.snakeyaml.Yaml().dump(right.content());
    assertThat(text).contains(field + ":");

    Resource wrong = Overlay.parse(text.replace(field + ":", typo + ":")).getFirst();

    assertThat(Fields.fault(wrong)).hasValueSatisfying(fault -> assertThat(fault).contains(typo));
  }

  @Test
  void aWrongValueIsFound() {
    String text =
        """
        apiVersion: apps/v1
        kind: Deployment
        spec: {replicas: two}
        """;
    assertThat(Fields.fault(Overlay.parse(text).getFirst())).isNotEmpty();
  }
}
