package com.lotview.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"1234567", "Password1", "qwertyuiop", "TRUSTNO1", "zzzzzzzz", "ada@x.io"})
  void isRefused(String password) {
    assertThat(PasswordRules.problem(password, "ada@x.io")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"correct horse battery staple", "\uD83D\uDE00 eight or more", "Käse-Brot9"})
  void mayBeChosen(String password) {
    assertThat(PasswordRules.problem(password, "ada@x.io")).isEmpty();
  }

  @Test
  void theLengthIsCountedInCharactersAsAPersonSeesThem() {
    assertThat(PasswordRules.problem("\uD83D\uDE00\uD83D\uDE01".repeat(2), "a@b.c")).isNotEmpty();
    assertThat(PasswordRules.problem("ab".repeat(128), "a@b.c")).isEmpty();
    assertThat(PasswordRules.problem("ab".repeat(129), "a@b.c")).isNotEmpty();
  }
}
