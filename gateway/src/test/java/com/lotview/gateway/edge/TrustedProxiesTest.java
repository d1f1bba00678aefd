package com.lotview.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.util.NetUtil;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {
  private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "192.0.2.7"));

  @ParameterizedTest
  @CsvSource({
    // sender, X-Forwarded-For values separated by |, client
    "203.0.113.5, 198.51.100.1, 203.0.113.5",
    "10.1.2.3, 198.51.100.1, 198.51.100.1",
    "10.1.2.3, '198.51.100.9, 198.51.100.1', 198.51.100.1",
    "10.1.2.3, 198.51.100.9|192.0.2.7, 198.51.100.9",
    "10.1.2.3, 'nonsense, 192.0.2.7', 192.0.2.7",
    "10.1.2.3, localhost, 10.1.2.3"
  })
  void theClientIsWhomTheLastTrustedProxyNames(String sender, String header, String client) {
    assertThat(
            proxies
                .client(
                    NetUtil.createInetAddressFromIpAddressString(sender),
                    Arrays.asList(header.split("\\|")))
                .getHostAddress())
        .isEqualTo(client);
  }

  @Test
  void whatIsNoAddressIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrustedProxies(List.of("ingress.local")))
        .withMessageContaining("TRUSTED_PROXIES");
  }

  @Test
  void aPatternOfOriginsIsRefused() {
    for (String origin : List.of("*", "https://*.lotview.io", "lotview.io", "https://a.b/x")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> properties(List.of(origin), List.of()))
          .withMessageContaining("CORS_ORIGINS");
    }
    assertThat(
            properties(
                    List.of("https://app.lotview.io", "chrome-extension://abcdefgh"),
                    List.of("abcdefghijklmnopabcdefghijklmnop"))
                .origins())
        .hasSize(3)
        .contains("chrome-extension://abcdefghijklmnopabcdefghijklmnop");
  }

  @Test
  void whatIsNoIdOfAnExtensionIsRefused() {
    for (String id : List.of("*", "abc", "ABCDEFGHIJKLMNOPABCDEFGHIJKLMNOP")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> properties(List.of(), List.of(id)))
          .withMessageContaining("EXTENSION_IDS");
    }
  }

  private static GatewayProperties properties(List<String> origins, List<String> extensions) {
    return new GatewayProperties(
        origins, extensions, List.of(), List.of(), Duration.ofSeconds(10), false, true);
  }
}
