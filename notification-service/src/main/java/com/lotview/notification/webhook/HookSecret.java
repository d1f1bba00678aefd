package com.lotview.notification.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A web hook's secret, as the Standard Webhooks specification has it: {@code whsec_<base64>}. */
public final class HookSecret {
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  private HookSecret(byte[] key) {
    this.key = key;
  }

  static HookSecret fresh(SecureRandom random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    return new HookSecret(key);
  }

  /** Reads what {@link #value()} wrote. */
  static HookSecret of(String value) {
    return new HookSecret(Base64.getDecoder().decode(value.substring(PREFIX.length())));
  }

  /** The form in which people get it, once. */
  String value() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /** The signature of a message: {@code v1,<base64>}. */
  String sign(String id, Instant at, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] signed =
          mac.doFinal(
              (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is not available", e);
    }
  }

  @Override
  public String toString() {
    return "HookSecret[***]";
  }
}
