package com.lotview.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.ExpectedVersion;
import com.lotview.kit.error.RefusalException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class EntityTagTest {
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"*", " * ", "\"7\"", "\"6\", \"7\"", "\"7\",\"x\"", "W/\"6\" , \"7\""})
  void theVersionThatWasReadFits(@Nullable String ifMatch) {
    assertThatCode(() -> EntityTag.expected(ifMatch).check(7)).doesNotThrowAnyException();
  }

  @Test
  void itsOwnTagFits() {
    assertThatCode(() -> EntityTag.expected(EntityTag.of(7)).check(7)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"6\"", "W/\"7\"", "\"07\"", "\"x\"", "\"\"", "\"6\",\"8\""})
  void anotherVersionDoesNot(String ifMatch) {
    ExpectedVersion expected = EntityTag.expected(ifMatch);
    assertThatThrownBy(() -> expected.check(7))
        .isInstanceOfSatisfying(
            RefusalException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.VERSION_CONFLICT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "\"7", "\"7\" \"8\"", "\"7\", *", "W/7"})
  void whatIsNoTagIsRefused(String ifMatch) {
    assertThatThrownBy(() -> EntityTag.expected(ifMatch))
        .isInstanceOfSatisfying(
            RefusalException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_ERROR));
  }

  @Test
  void aMomentIsAVersion() {
    Instant changed = Instant.parse("2026-12-01T09:00:00.123456Z");
    MockServerWebExchange exchange =
        MockServerWebExchange.from(MockServerHttpRequest.get("/v1/things/1"));
    EntityTag.tell(exchange, changed);
    ExpectedVersion read = EntityTag.expected(exchange.getResponse().getHeaders().getETag());
    assertThatCode(() -> read.check(changed)).doesNotThrowAnyException();
    assertThatThrownBy(() -> read.check(changed.plusNanos(1_000)))
        .isInstanceOf(RefusalException.class);
  }
}
