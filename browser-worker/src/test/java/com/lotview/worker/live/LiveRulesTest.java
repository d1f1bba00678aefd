package com.lotview.worker.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveRulesTest {
  @ParameterizedTest
  @CsvSource({
    "https://www.facebook.com, https://www.facebook.com/login, true",
    "https://www.facebook.com, https://m.facebook.com/checkpoint/1, true",
    "https://www.facebook.com, https://facebook.com, true",
    "https://www.facebook.com, https://facebook.com.evil.example/, false",
    "https://www.facebook.com, https://notfacebook.com/, false",
    "https://www.facebook.com, https://l.facebook.com:8443/, false",
    "https://www.facebook.com, http://169.254.169.254/latest, false",
    "https://www.facebook.com, file:///etc/passwd, false",
    "https://www.facebook.com, javascript:alert(1), false",
    "https://www.facebook.com, chrome://settings, false",
    "https://www.facebook.com, about:blank, true",
    "http://127.0.0.1:9090, http://127.0.0.1:9090/login/, true",
    "http://127.0.0.1:9090, http://127.0.0.1:8083/internal/live-views, false",
    "http://127.0.0.1:9090, http://127.0.0.1/, false"
  })
  void onlyTheSiteItselfIsOpened(URI site, String address, boolean allowed) {
    assertThat(new LiveRules(site, Duration.ZERO, Duration.ZERO, Duration.ZERO).allows(address))
        .isEqualTo(allowed);
  }
}
