package com.lotview.auth.session;

import com.lotview.kit.hash.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** A refresh token as the client has it: 256 random bits. The database has its SHA-256. */
record RefreshSecret(String value) {
  private static final String PREFIX = "rt_";
  private static final int BYTES = 32;

  static RefreshSecret fresh(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new RefreshSecret(
        PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  byte[] hash() {
    return Sha256.of(value);
  }

  @Override
  public String toString() {
    return "RefreshSecret[***]";
  }
}
