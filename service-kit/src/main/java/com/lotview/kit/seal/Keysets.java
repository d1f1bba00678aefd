package com.lotview.kit.seal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Sets of keys as they stand in settings: base64 of Tink's JSON. A set may hold several keys; one
 * is primary and seals, all of them open. So a key is replaced by adding, promoting, then removing.
 */
public final class Keysets {
  static {
    try {
      HybridConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HPKE is not available", e);
    }
  }

  private Keysets() {}

  /** A new pair of sets. */
  public static Pair generate() {
    try {
      HpkeParameters parameters =
          HpkeParameters.builder()
              .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
              .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
              .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
              .setVariant(HpkeParameters.Variant.TINK)
              .build();
      KeysetHandle handle = KeysetHandle.generateNew(parameters);
      String secret =
          TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
      String open =
          TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(handle.getPublicKeysetHandle());
      return new Pair(encode(open), encode(secret));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("No key could be made", e);
    }
  }

  static KeysetHandle publicSet(String setting) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(decode(setting));
  }

  static KeysetHandle privateSet(String setting) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(decode(setting), InsecureSecretKeyAccess.get());
  }

  private static String encode(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String setting) {
    return new String(Base64.getDecoder().decode(setting.strip()), StandardCharsets.UTF_8);
  }

  /**
   * Two matching sets.
   *
   * @param sealKey public: who has it can seal
   * @param openKey private: who has it can open; a secret
   */
  public record Pair(String sealKey, String openKey) {
    @Override
    public String toString() {
      return "Pair[sealKey=" + sealKey + ", openKey=***]";
    }
  }
}
