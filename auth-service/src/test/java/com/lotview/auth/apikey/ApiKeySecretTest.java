package com.lotview.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class ApiKeySecretTest {
  private final ApiKeySecret key = ApiKeySecret.fresh(new SecureRandom());

  @Test
  void isReadAgain() {
    assertThat(key.value()).matches("lvk_[\\w-]{43}[0-9a-f]{8}");
    assertThat(ApiKeySecret.parse(key.value())).contains(key);
    assertThat(key.value()).startsWith(key.beginning());
  }

  @Test
  void aTypingMistakeIsFoundWithoutTheDatabase() {
    char[] text = key.value().toCharArray();
    text[20] = text[20] == 'A' ? 'B' : 'A';
    assertThat(ApiKeySecret.parse(new String(text))).isEmpty();
    assertThat(ApiKeySecret.parse(key.value().substring(1))).isEmpty();
    assertThat(ApiKeySecret.parse("")).isEmpty();
  }

  @Test
  void isNotShown() {
    assertThat(key.toString()).doesNotContain(key.value().substring(4, 20));
  }
}
