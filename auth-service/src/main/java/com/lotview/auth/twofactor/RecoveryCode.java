package com.lotview.auth.twofactor;

import com.lotview.kit.hash.Sha256;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** A code for use after the phone was lost: 80 random bits, used once. */
record RecoveryCode(String value) {
  /** How many a person gets. */
  static final int COUNT = 10;

  private static final int BYTES = 10;

  static List<RecoveryCode> fresh(SecureRandom random) {
    return Stream.generate(() -> one(random)).limit(COUNT).toList();
  }

  private static RecoveryCode one(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new RecoveryCode(Base32.encode(bytes).toLowerCase(Locale.ROOT));
  }

  /** As a person types it: hyphens, blanks and case do not matter. */
  static RecoveryCode typed(String text) {
    return new RecoveryCode(text.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
  }

  /** As a person reads it, in groups of four. */
  String shown() {
    return value.replaceAll("(.{4})(?=.)", "$1-");
  }

  /** What is stored. */
  byte[] hash(UUID userId) {
    return Sha256.of(userId + " " + value);
  }

  @Override
  public String toString() {
    return "RecoveryCode[***]";
  }
}
