package com.lotview.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

class PasswordsTest {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final Passwords passwords = new Passwords(Schedulers.immediate());

  @Test
  void charactersBeyondThe72ndByteCount() {
    String stem = "x".repeat(80);
    String hash = passwords.hash(stem + "a").block(DEADLINE);

    assertThat(passwords.matches(stem + "a", hash).block(DEADLINE)).isTrue();
    assertThat(passwords.matches(stem + "b", hash).block(DEADLINE)).isFalse();
  }

  @Test
  void anUnknownPersonNeverMatches() {
    assertThat(passwords.matches("anything", null).block(DEADLINE)).isFalse();
  }
}
