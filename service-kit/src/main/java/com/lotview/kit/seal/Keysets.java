package com.lotview.kit.seal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Sets of keys as in the settings: base64 of Tink's JSON. The primary key of a set seals, all of
 * its keys open. To replace a key: add, promote, then remove.
 */
public final class Keysets {
  private static final int PREFIX = 5;

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
      return pair(KeysetHandle.generateNew(parameters()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("No key could be made", e);
    }
  }

  /** Adds a key that opens and does not seal yet. */
  public static Pair add(String setting, String openKey) {
    return change(
        setting,
        openKey,
        keys ->
            keys.addEntry(KeysetHandle.generateEntryFromParameters(parameters()).withRandomId()));
  }

  /** Makes the newest key the one that seals; the others still open. */
  public static Pair promote(String setting, String openKey) {
    return change(setting, openKey, keys -> keys.getAt(keys.size() - 1).makePrimary());
  }

  /**
   * Removes all keys except the one that seals; values sealed with the removed keys can no longer
   * be opened.
   */
  public static Pair retire(String setting, String openKey) {
    return change(
        setting,
        openKey,
        keys -> {
          for (int i = keys.size() - 1; i >= 0; i--) {
            if (!keys.getAt(i).isPrimary()) {
              keys.deleteAt(i);
            }
          }
        });
  }

  private static Pair change(
      String setting, String openKey, Consumer<KeysetHandle.Builder> change) {
    try {
      KeysetHandle.Builder keys = KeysetHandle.newBuilder(privateSet(openKey));
      change.accept(keys);
      return pair(keys.build());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(setting + " is not a private set of keys");
    }
  }

  private static HpkeParameters parameters() {
    try {
      return HpkeParameters.builder()
          .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
          .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
          .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
          .setVariant(HpkeParameters.Variant.TINK)
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HPKE is not available", e);
    }
  }

  private static Pair pair(KeysetHandle handle) throws GeneralSecurityException {
    String secret =
        TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    String open =
        TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(handle.getPublicKeysetHandle());
    return new Pair(encode(open), encode(secret));
  }

  /**
   * The public set of a private one.
   *
   * @throws IllegalArgumentException if it is not one; its value is not in the message
   */
  public static String publicHalf(String setting, String openKey) {
    try {
      return encode(
          TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
              privateSet(openKey).getPublicKeysetHandle()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(setting + " is not a private set of keys");
    }
  }

  /**
   * The id of the key that sealed a value: its bytes 1 to 4, after a byte 1 (Tink's wire format);
   * empty if the value does not begin so.
   */
  public static OptionalInt keyOf(String sealed) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
      return bytes.remaining() > PREFIX && bytes.get() == 1
          ? OptionalInt.of(bytes.getInt())
          : OptionalInt.empty();
    } catch (IllegalArgumentException e) {
      return OptionalInt.empty();
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
   * @param sealKey public: seals
   * @param openKey private: opens; a secret
   */
  public record Pair(String sealKey, String openKey) {
    @Override
    public String toString() {
      return "Pair[sealKey=" + sealKey + ", openKey=***]";
    }
  }
}
