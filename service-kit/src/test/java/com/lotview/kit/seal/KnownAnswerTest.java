package com.lotview.kit.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.SessionOwner;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The extension seals in TypeScript what is opened here; both sides read the same file. */
class KnownAnswerTest {
  private final JsonNode known =
      JsonMapper.shared()
          .readTree(Path.of("../contracts/src/test/resources/seal/known-answer.json"));
  private final Opener opener = new Opener("OPEN", text("openKey"));

  @Test
  void whatTheExtensionSealed_isOpened() {
    assertThat(opener.open(text("sealed"), text("context")))
        .hasValue(text("content").getBytes(UTF_8));
  }

  @Test
  void eachChangedByte_keepsItShut() {
    byte[] sealed = Base64.getDecoder().decode(text("sealed"));
    for (int at = 0; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= 4;
      assertThat(opener.open(Base64.getEncoder().encodeToString(changed), text("context")))
          .as("byte %d", at)
          .isEmpty();
    }
  }

  @Test
  void theKeyThatIsShown_isTheSetsPublicHalf() {
    Sealer sealer = new Sealer("SEAL", Keysets.publicHalf("OPEN", text("openKey")));
    SealKey key = sealer.publicKey();
    assertThat(key.keyId()).isEqualTo(known.at("/key/keyId").asLong());
    assertThat(key.publicKey()).isEqualTo(known.at("/key/publicKey").asString());
    assertThat(key.suite()).isEqualTo(known.at("/key/suite").asString());
    assertThat(sealer.knows((int) key.keyId())).isTrue();
    assertThat(sealer.knows(7)).isFalse();
  }

  @Test
  void contextAndOwner_areMadeInTheSameWay() {
    UUID dealership = UUID.fromString(text("dealershipId"));
    assertThat(SessionOwner.sealContext(dealership, UUID.fromString(text("fbAccountId"))))
        .isEqualTo(text("context"));
    assertThat(SessionOwner.of(dealership, text("user")))
        .isEqualTo(
            new SessionOwner(
                known.at("/owner/ref").asString(),
                known.at("/owner/hash").asString(),
                known.at("/owner/fingerprint").asString()));
  }

  private String text(String field) {
    return known.get(field).asString();
  }
}
