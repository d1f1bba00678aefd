package com.lotview.auth.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceClientsTest {
  // SHA-256 of "secret".
  private static final String HASH =
      "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

  private final ServiceClients clients =
      ServiceClients.parse(List.of("posting=" + HASH, "worker=" + HASH));

  @Test
  void aServiceProvesItselfByItsSecretOnly() {
    assertThat(clients.proves("posting", "secret")).isTrue();
    assertThat(clients.proves("posting", "Secret")).isFalse();
    assertThat(clients.proves("inventory", "secret")).isFalse();
    assertThat(clients.proves("nobody", "")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "posting, auth, true",
    "posting, inventory, true",
    "posting, listing, true",
    "posting, notification, false",
    "listing, inventory, true",
    "listing, posting, false",
    "worker, posting, true",
    "worker, auth, false",
    "inventory, auth, true",
    "inventory, posting, false",
    "notification, auth, true",
    "notification, posting, true",
    "gateway, auth, true",
    "gateway, posting, true",
    "gateway, worker, true",
    "gateway, inventory, false",
    "nobody, auth, false"
  })
  void theTableSaysWhoMayCallWhom(String service, String callee, boolean allowed) {
    assertThat(clients.mayCall(service, callee)).isEqualTo(allowed);
  }

  @Test
  void aWrongEntryIsNamedWithoutItsValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServiceClients.parse(List.of("posting=abcd")))
        .withMessageContaining("posting")
        .withMessageNotContaining("abcd");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServiceClients.parse(List.of("postman=" + HASH)))
        .withMessageContaining("postman");
  }
}
