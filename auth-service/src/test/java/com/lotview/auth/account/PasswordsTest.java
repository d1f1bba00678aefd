package com.lotview.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.auth.account.Passwords.Source;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final Passwords passwords = new Passwords(Runnable::run, 1);

  @Test
  void charactersBeyondThe72ndByteCount() {
    String stem = "x".repeat(80);
    String hash = passwords.hash(stem + "a").block(DEADLINE);

    assertThat(passwords.matches(stem + "a", hash, Source.SYSTEM).block(DEADLINE)).isTrue();
    assertThat(passwords.matches(stem + "b", hash, Source.SYSTEM).block(DEADLINE)).isFalse();
  }

  @Test
  void anUnknownPersonNeverMatches() {
    assertThat(passwords.matches("anything", null, Source.SYSTEM).block(DEADLINE)).isFalse();
  }
}
