package com.lotview.auth.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * A key that signs tokens. Its id is the thumbprint of its public half (RFC 7638), so that all
 * processes with the same key name it alike.
 */
public final class SigningKey {
  private static final int MIN_BITS = 2048;
  private static final String HOW =
      " Make one with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -outform DER"
          + " | base64 -w0";

  private final RSAKey key;

  private SigningKey(RSAKey key) {
    this.key = key;
  }

  /**
   * Reads a private key.
   *
   * @param setting its name, for the error
   * @param text base64 of the PKCS#8 DER or of its PEM, or the PEM itself
   * @throws IllegalStateException if it is not a key; the message says how to make one, without the
   *     value
   */
  public static SigningKey parse(String setting, String text) {
    if (text.isBlank()) {
      throw new IllegalStateException(setting + " is not set." + HOW);
    }
    try {
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      if (!(rsa.generatePrivate(new PKCS8EncodedKeySpec(der(text)))
          instanceof RSAPrivateCrtKey secret)) {
        throw unusable(setting);
      }
      return of(setting, rsa, secret);
    } catch (GeneralSecurityException | IllegalArgumentException | JOSEException e) {
      throw unusable(setting);
    }
  }

  /** A new private key in the form that {@link #parse} reads. */
  public static String newPrivateKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(MIN_BITS);
      byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
      return Base64.getEncoder().encodeToString(der);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    }
  }

  RSAKey key() {
    return key;
  }

  private static SigningKey of(String setting, KeyFactory rsa, RSAPrivateCrtKey secret)
      throws GeneralSecurityException, JOSEException {
    BigInteger modulus = secret.getModulus();
    if (modulus.bitLength() < MIN_BITS) {
      throw new IllegalStateException(setting + " has fewer than " + MIN_BITS + " bits." + HOW);
    }
    RSAPublicKey shown =
        (RSAPublicKey)
            rsa.generatePublic(new RSAPublicKeySpec(modulus, secret.getPublicExponent()));
    return new SigningKey(
        new RSAKey.Builder(shown)
            .privateKey(secret)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.RS256)
            .keyIDFromThumbprint()
            .build());
  }

  private static byte[] der(String text) {
    String pem = text;
    if (!isPem(text)) {
      byte[] decoded = Base64.getMimeDecoder().decode(text.strip());
      pem = new String(decoded, StandardCharsets.ISO_8859_1);
      if (!isPem(pem)) {
        return decoded;
      }
    }
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  private static boolean isPem(String text) {
    return text.startsWith("-----BEGIN");
  }

  private static IllegalStateException unusable(String setting) {
    return new IllegalStateException(
        setting + " is not an RSA private key in PKCS#8, in base64." + HOW);
  }
}
