package com.lotview.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Whose session it is, without the account's number at the site: the extension states it before it
 * seals, and the worker that opens the session checks it. Both make it in the same way.
 *
 * @param ref the number with all but its last four digits masked
 * @param hash SHA-256 of dealership and number in hex: the same account in the same dealership
 * @param fingerprint SHA-256 of the number in hex: the same account in all dealerships
 */
public record SessionOwner(String ref, String hash, String fingerprint) {
  private static final int SHOWN = 4;

  /**
   * The owner of that number.
   *
   * @param user the value of the cookie {@code c_user}
   */
  public static SessionOwner of(UUID dealershipId, String user) {
    return new SessionOwner(masked(user), sha256(dealershipId + "|" + user), sha256(user));
  }

  /** A number with all but its end masked. */
  public static String masked(String user) {
    int hidden = Math.max(0, user.length() - SHOWN);
    return "*".repeat(hidden) + user.substring(hidden);
  }

  /** To what the seal of an account's session is bound (HPKE's {@code info}). */
  public static String sealContext(UUID dealershipId, UUID fbAccountId) {
    return "lotview|fb-session|" + dealershipId + "|" + fbAccountId;
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
