package com.lotview.kit.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealTest {
  private final Keysets.Pair keys = Keysets.generate();
  private final Sealer sealer = new Sealer("SEAL", keys.sealKey());
  private final Opener opener = new Opener("OPEN", keys.openKey());

  @Test
  void opensWhatWasSealedForTheSameContext() {
    String sealed = sealer.seal("cookies".getBytes(UTF_8), "dealership 1");

    assertThat(opener.open(sealed, "dealership 1")).hasValue("cookies".getBytes(UTF_8));
    assertThat(sealed).doesNotContain("cookies");
  }

  @Test
  void staysShutForAnotherContextKeyOrAFlippedBit() {
    String sealed = sealer.seal("cookies".getBytes(UTF_8), "dealership 1");
    byte[] flipped = Base64.getDecoder().decode(sealed);
    flipped[flipped.length - 1] ^= 1;

    assertThat(opener.open(sealed, "dealership 2")).isEmpty();
    assertThat(new Opener("OPEN", Keysets.generate().openKey()).open(sealed, "dealership 1"))
        .isEmpty();
    assertThat(opener.open(Base64.getEncoder().encodeToString(flipped), "dealership 1")).isEmpty();
  }

  @Test
  void thePublicSetCannotOpen() {
    assertThatThrownBy(() -> new Opener("OPEN", keys.sealKey()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("OPEN")
        .hasMessageNotContaining(keys.sealKey());
  }

  @Test
  void aKeyIsReplacedWithoutAValueThatCannotBeOpened() {
    Vault before = new Vault("OPEN", keys.openKey());
    String old = before.seal("secret".getBytes(UTF_8), "person");

    Keysets.Pair added = Keysets.add("OPEN", keys.openKey());
    Vault withBoth = new Vault("OPEN", added.openKey());
    assertThat(Keysets.keyOf(withBoth.seal("x".getBytes(UTF_8), "person")))
        .isEqualTo(Keysets.keyOf(old));

    Keysets.Pair promoted = Keysets.promote("OPEN", added.openKey());
    Vault withNew = new Vault("OPEN", promoted.openKey());
    String sealedByNew = new Sealer("SEAL", promoted.sealKey()).seal("y".getBytes(UTF_8), "person");
    assertThat(withBoth.open(sealedByNew, "person")).hasValue("y".getBytes(UTF_8));
    String renewed = withNew.renew(old, "person").orElseThrow();
    assertThat(renewed).startsWith(withNew.beginning()).isNotEqualTo(old);
    assertThat(withNew.renew(renewed, "person")).hasValue(renewed);

    Vault after = new Vault("OPEN", Keysets.retire("OPEN", promoted.openKey()).openKey());
    assertThat(after.open(renewed, "person")).hasValue("secret".getBytes(UTF_8));
    assertThat(after.open(old, "person")).isEmpty();
    assertThat(after.renew(old, "person")).isEmpty();
  }
}
