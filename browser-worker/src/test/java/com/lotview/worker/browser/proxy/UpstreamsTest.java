package com.lotview.worker.browser.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UpstreamsTest {

  private static Upstreams list(String list) {
    return Upstreams.of(null, null, null, null, list);
  }

  private static String list(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "p" + i + ":80")
        .collect(Collectors.joining(","));
  }

  @Test
  void anAccountKeepsItsProxyAndAnotherProxyMovesOnlyItsOwnAccounts() {
    List<String> accounts =
        Stream.generate(() -> UUID.randomUUID().toString()).limit(1000).toList();
    Upstreams nine = list(list(9));
    Upstreams ten = list(list(10));

    assertThat(accounts).allSatisfy(one -> assertThat(nine.of(one)).isEqualTo(nine.of(one)));
    List<String> moved =
        accounts.stream().filter(one -> !nine.of(one).equals(ten.of(one))).toList();
    assertThat(moved).hasSizeBetween(50, 160);
    assertThat(moved)
        .allSatisfy(one -> assertThat(ten.of(one).orElseThrow().host()).isEqualTo("p9"));
  }

  @Test
  void theOneOfTheSettingsAndTheListAreAllThereAre() {
    assertThat(Upstreams.of("gate", 8000, "u-{account}", "p", "a:b:c@h:1 http://h:2").count())
        .isEqualTo(3);
    assertThat(Upstreams.of(" ", null, "", "", " ").of("x")).isEmpty();
  }

  @Test
  void theUserMayNameTheAccountSoThatTheProviderKeepsItsAddress() {
    Upstreams one = Upstreams.of("gate", 8000, "u-session-{account}", "p", null);
    String user = one.of("a").orElseThrow().user();
    assertThat(user).matches("u-session-[0-9a-f]{12}");
    assertThat(one.of("a").orElseThrow().user()).isEqualTo(user);
    assertThat(one.of("b").orElseThrow().user()).isNotEqualTo(user);
  }

  @Test
  void aPasswordMayHoldAnythingAndIsNeverShown() {
    Upstreams one = list("me:s@cr:et@host:8000");
    Upstream proxy = one.of("a").orElseThrow();
    assertThat(proxy.password()).isEqualTo("s@cr:et");
    assertThat(proxy.toString() + one).doesNotContain("cr:et").doesNotContain("me");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> list("a:1, me:secret@host"))
        .withMessageContaining("LOTVIEW_PROXIES, entry 2")
        .withMessageNotContaining("secret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Upstreams.of("gate", null, null, null, null))
        .withMessageContaining("PROXY_PORT");
  }
}
