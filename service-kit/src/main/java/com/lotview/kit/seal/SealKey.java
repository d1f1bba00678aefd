package com.lotview.kit.seal;

/**
 * A public key for a program that seals without Tink. What it seals is opened if it writes Tink's
 * form: the byte 1, the key's id in four bytes, the encapsulated key, the ciphertext; all in
 * base64. The context is HPKE's {@code info}; {@code aad} is empty.
 *
 * @param keyId of the key, unsigned
 * @param publicKey its 32 bytes in base64
 * @param suite of RFC 9180
 */
public record SealKey(long keyId, String publicKey, String suite) {
  static final String SUITE = "DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM";
}
