package com.lotview.kit.seal;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/** Opens sealed bytes. Thread-safe. */
public final class Opener {
  private final HybridDecrypt decrypt;

  /**
   * @param setting name of the setting, for the error
   * @param openKey private set of keys
   * @throws IllegalArgumentException if it is not one; its value is not in the message
   */
  public Opener(String setting, String openKey) {
    try {
      this.decrypt =
          Keysets.privateSet(openKey)
              .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(setting + " is not a private set of keys");
    }
  }

  /** The content; empty if it was sealed for another context or key, or was changed. */
  public Optional<byte[]> open(String sealed, String context) {
    try {
      return Optional.of(
          decrypt.decrypt(
              Base64.getDecoder().decode(sealed), context.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
