package com.lotview.notification.live.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClientRequestsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final UUID POSTING = UUID.randomUUID();

  private final List<UUID> asked = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T10:00:00Z");
  private Mono<String> outcome = Mono.just("CANCELLED");
  private final ClientRequests requests =
      new ClientRequests(
          JSON,
          id -> {
            asked.add(id);
            return outcome;
          },
          ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

  private JsonNode answer(String frame) {
    return JSON.readTree(requests.answer(frame).block(Duration.ofSeconds(10)));
  }

  private JsonNode cancel(Object posting) {
    return answer("{\"event\":\"posting.cancel\",\"data\":{\"postingId\":\"" + posting + "\"}}");
  }

  @Test
  void aPostingIsCancelled() {
    JsonNode answer = cancel(POSTING);

    assertThat(asked).containsExactly(POSTING);
    assertThat(answer.path("event").asString()).isEqualTo("cancelled");
    assertThat(answer.at("/data/request").asString()).isEqualTo("posting.cancel");
    assertThat(answer.at("/data/postingId").asString()).isEqualTo(POSTING.toString());
    assertThat(answer.at("/data/status").asString()).isEqualTo("CANCELLED");
    assertThat(answer.has("seq")).isFalse();
  }

  @Test
  void aRefusalIsAnErrorWithItsCodeAndPosting() {
    outcome =
        Mono.error(new RefusalException(ErrorCode.POSTING_NOT_CANCELLABLE, "A worker has it"));

    JsonNode answer = cancel(POSTING);

    assertThat(answer.path("event").asString()).isEqualTo("error");
    assertThat(answer.at("/data/request").asString()).isEqualTo("posting.cancel");
    assertThat(answer.at("/data/postingId").asString()).isEqualTo(POSTING.toString());
    assertThat(answer.at("/data/code").asString()).isEqualTo("POSTING_NOT_CANCELLABLE");
    assertThat(answer.at("/data/detail").asString()).isEqualTo("A worker has it");
  }

  @Test
  void aFaultIsAnErrorThatTellsNothingOfTheInside() {
    outcome = Mono.error(new IllegalStateException("secret"));

    JsonNode answer = cancel(POSTING);

    assertThat(answer.at("/data/code").asString()).isEqualTo("INTERNAL_ERROR");
    assertThat(answer.toString()).doesNotContain("secret");
  }

  @Test
  void whatIsNotAPostingsIdIsRefusedHere() {
    assertThat(cancel("1").at("/data/code").asString()).isEqualTo("VALIDATION_ERROR");
    assertThat(answer("{\"event\":\"posting.cancel\"}").at("/data/code").asString())
        .isEqualTo("VALIDATION_ERROR");
    assertThat(asked).isEmpty();
  }

  @Test
  void aSocketCancelsTwentyInAnyMinute() {
    for (int i = 0; i < 20; i++) {
      assertThat(cancel(POSTING).path("event").asString()).isEqualTo("cancelled");
      now = now.plusSeconds(1);
    }
    assertThat(cancel(POSTING).at("/data/code").asString()).isEqualTo("RATE_LIMITED");
    assertThat(asked).hasSize(20);
    now = now.plusSeconds(41);
    assertThat(cancel(POSTING).path("event").asString()).isEqualTo("cancelled");
  }
}
