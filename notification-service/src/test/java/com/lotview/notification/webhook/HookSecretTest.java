package com.lotview.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HookSecretTest {

  // The example of the Standard Webhooks specification and its libraries.
  @Test
  void aSignatureIsThatOfTheSpecification() {
    HookSecret secret = HookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    assertThat(
            secret.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aFreshSecretHas256BitsAndIsReadAgain() {
    HookSecret secret = HookSecret.fresh(new SecureRandom());

    assertThat(secret.value()).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(HookSecret.of(secret.value()).sign("a", Instant.EPOCH, "b"))
        .isEqualTo(secret.sign("a", Instant.EPOCH, "b"));
    assertThat(HookSecret.fresh(new SecureRandom()).value()).isNotEqualTo(secret.value());
    assertThat(secret.toString()).doesNotContain(secret.value());
  }

  @Test
  void pausesGrowUntilNoTryIsLeft() {
    assertThat(Retries.pauseAfter(1)).contains(Duration.ofSeconds(5));
    for (int tries = 2; tries <= 9; tries++) {
      assertThat(Retries.pauseAfter(tries).orElseThrow())
          .isGreaterThan(Retries.pauseAfter(tries - 1).orElseThrow());
    }
    assertThat(Retries.pauseAfter(9)).contains(Duration.ofHours(24));
    assertThat(Retries.pauseAfter(10)).isEqualTo(Optional.empty());
  }
}
