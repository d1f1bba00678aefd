package com.lotview.auth.twofactor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change with time: RFC 6238 with SHA-1, six digits and steps of 30 seconds. */
final class Totp {
  /** Bytes of a secret. */
  static final int SECRET = 20;

  private static final long STEP_SECONDS = 30;
  // Clocks of phones differ, and typing takes time.
  private static final long STEPS_ASIDE = 1;

  private Totp() {}

  /**
   * The step whose code this is: the present one or its neighbours.
   *
   * @param after last step that was accepted; it and older ones do not count
   */
  static OptionalLong step(byte[] secret, String code, Instant now, long after) {
    long present = now.getEpochSecond() / STEP_SECONDS;
    return LongStream.rangeClosed(present - STEPS_ASIDE, present + STEPS_ASIDE)
        .filter(step -> step > after && same(code(secret, step), code))
        .findFirst();
  }

  /** The code of a time. */
  static String code(byte[] secret, Instant at) {
    return code(secret, at.getEpochSecond() / STEP_SECONDS);
  }

  // RFC 4226, section 5.3.
  private static String code(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "RAW"));
      ByteBuffer hash =
          ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
      int offset = hash.get(hash.limit() - 1) & 0xF;
      int number = hash.getInt(offset) & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA1", e);
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
