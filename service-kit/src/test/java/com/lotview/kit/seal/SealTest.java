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
}
