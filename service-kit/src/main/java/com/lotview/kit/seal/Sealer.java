package com.lotview.kit.seal;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Seals bytes that this process cannot open again. Thread-safe. */
public final class Sealer {
  private final HybridEncrypt encrypt;

  /**
   * @param setting name of the setting, for the error
   * @param sealKey public set of keys
   * @throws IllegalArgumentException if it is not one
   */
  public Sealer(String setting, String sealKey) {
    try {
      this.encrypt =
          Keysets.publicSet(sealKey).getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(setting + " is not a public set of keys", e);
    }
  }

  /**
   * Seals.
   *
   * @param context what the content belongs to; only with the same context can it be opened, so a
   *     sealed value copied to another row stays shut
   */
  public String seal(byte[] content, String context) {
    try {
      return Base64.getEncoder()
          .encodeToString(encrypt.encrypt(content, context.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealing failed", e);
    }
  }
}
