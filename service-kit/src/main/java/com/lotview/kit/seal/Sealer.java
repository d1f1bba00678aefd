package com.lotview.kit.seal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Seals bytes that this process cannot open again. Thread-safe. */
public final class Sealer {
  private static final int PREFIX = 5;
  // Of the 40 bits of the prefix, 36: characters that the content does not change.
  private static final int SHOWN = 6;

  private final HybridEncrypt encrypt;
  private final int primary;
  private final byte[] publicKey;
  private final Set<Integer> known;

  /**
   * @param setting name of the setting, for the error
   * @param sealKey public set of keys
   * @throws IllegalArgumentException if it is not one
   */
  public Sealer(String setting, String sealKey) {
    try {
      KeysetHandle keys = Keysets.publicSet(sealKey);
      this.encrypt = keys.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
      this.primary = keys.getPrimary().getId();
      this.publicKey = publicPart((HpkePublicKey) keys.getPrimary().getKey());
      this.known =
          IntStream.range(0, keys.size())
              .mapToObj(i -> keys.getAt(i).getId())
              .collect(Collectors.toUnmodifiableSet());
    } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
      throw new IllegalArgumentException(setting + " is not a public set of keys", e);
    }
  }

  // The public part only, which is shown to those who seal elsewhere.
  @AccessesPartialKey
  private static byte[] publicPart(HpkePublicKey key) {
    return key.getPublicKeyBytes().toByteArray();
  }

  /**
   * Seals.
   *
   * @param context what the content belongs to; it can be opened only with the same context, so a
   *     sealed value copied to another row cannot be opened
   */
  public String seal(byte[] content, String context) {
    try {
      return Base64.getEncoder()
          .encodeToString(encrypt.encrypt(content, context.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealing failed", e);
    }
  }

  /** Whether the value is sealed with the key that seals now. */
  public boolean isCurrent(String sealed) {
    return Keysets.keyOf(sealed).equals(OptionalInt.of(primary));
  }

  /** The key that seals now, for those who seal elsewhere. */
  public SealKey publicKey() {
    return new SealKey(
        Integer.toUnsignedLong(primary),
        Base64.getEncoder().encodeToString(publicKey),
        SealKey.SUITE);
  }

  /** Whether the set has a key of that id: its private half opens what the key sealed. */
  public boolean knows(int keyId) {
    return known.contains(keyId);
  }

  /** How the text of every value begins that the present key sealed: six characters of base64. */
  public String beginning() {
    byte[] prefix = ByteBuffer.allocate(PREFIX).put((byte) 1).putInt(primary).array();
    return Base64.getEncoder().encodeToString(prefix).substring(0, SHOWN);
  }
}
