package com.lotview.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Socket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Metrics are on the management port, and not on the public one. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.name=gateway",
      "management.server.port=0",
      "management.prometheus.metrics.export.enabled=true"
    })
@Tag("servers")
class ManagementPortIT {
  @LocalServerPort int publicPort;
  @LocalManagementPort int managementPort;

  @Test
  void metricsAreReachableOnTheManagementPortOnly() {
    assertThat(managementPort).isNotEqualTo(publicPort);
    assertThat(status(managementPort, "/actuator/prometheus").value()).isEqualTo(200);
    assertThat(status(managementPort, "/actuator/health/readiness").value()).isEqualTo(200);
    assertThat(status(publicPort, "/actuator/prometheus").value()).isEqualTo(404);
    assertThat(status(publicPort, "/actuator").value()).isEqualTo(404);
  }

  @Test
  void nothingElseIsOnTheManagementPort() {
    for (String path : new String[] {"/", "/v1/vehicles", "/actuator/env", "/internal/workers"}) {
      assertThat(status(managementPort, path).is2xxSuccessful()).as(path).isFalse();
    }
  }

  @Test
  void theManagementPortListensOnTheAddressOfTheServiceOnly() {
    assertThatThrownBy(() -> new Socket("127.0.0.2", managementPort).close())
        .isInstanceOf(ConnectException.class);
  }

  private static HttpStatusCode status(int port, String path) {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .build()
        .get()
        .uri(path)
        .exchange()
        .returnResult(Void.class)
        .getStatus();
  }
}
