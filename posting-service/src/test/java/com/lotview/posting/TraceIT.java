package com.lotview.posting;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.testkit.EventProbe;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The trace of a request reaches every event and call that it causes. */
@Tag("servers")
class TraceIT extends ServiceUnderTest {
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void oneClick_isOneTrace_throughRetryAndResult() {
    UUID account = account();
    UUID vehicle = vehicle();
    UUID posting =
        UUID.fromString(
            body(as(Role.SALESPERSON)
                    .post()
                    .uri("/v1/postings")
                    .header("traceparent", TRACE)
                    .bodyValue(Map.of("vehicleId", vehicle, "fbAccountId", account))
                    .exchange()
                    .expectStatus()
                    .isAccepted())
                .get("id")
                .asString());
    written(posting, 1, TRACE);
    requested(posting, 1);
    ended(
        posting,
        account,
        1,
        "FAILED",
        Map.of("retryable", true, "code", "FB_UNAVAILABLE", "reason", "Try again"),
        TRACE);
    awaitStatus(posting, "READY");
    time().advance(java.time.Duration.ofMinutes(10));
    requested(posting, 2);
    ended(posting, account, 2, "POSTED", Map.of("fbListingId", "77"), TRACE);
    EAR.await(EventTypes.POSTING_STATE, state(posting, "POSTED"));

    List<EventProbe.Heard> events = EAR.all(event -> event.text().contains(posting.toString()));
    assertThat(events)
        .extracting(EventProbe.Heard::type)
        .contains(
            EventTypes.LISTING_REQUESTED,
            EventTypes.POSTING_REQUESTED,
            EventTypes.POSTING_STATE,
            EventTypes.AUDIT_RECORDED);
    assertThat(events)
        .allSatisfy(event -> assertThat(event.traceparent()).as(event.type()).isEqualTo(TRACE));
    OTHERS.verify(
        getRequestedFor(urlEqualTo("/internal/vehicles/" + vehicle))
            .withHeader("traceparent", equalTo(TRACE)));
  }
}
