package com.lotview.auth.apikey;

import com.lotview.kit.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key as its user has it: {@code lvk_}, 256 random bits, and a checksum of both, so that
 * secret scanners recognise a key and a mistyped one is refused without a query. The database has
 * its SHA-256.
 */
record ApiKeySecret(String value) {
  private static final String PREFIX = "lvk_";
  private static final int BYTES = 32;
  private static final int CHECKSUM = 8;
  private static final int SHOWN = 10;
  private static final Pattern FORM = Pattern.compile("lvk_[A-Za-z0-9_-]{43}[0-9a-f]{8}");

  static ApiKeySecret fresh(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String body = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new ApiKeySecret(body + checksum(body));
  }

  /** A key that was sent; empty if it cannot be one. */
  static Optional<ApiKeySecret> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    String body = text.substring(0, text.length() - CHECKSUM);
    return text.endsWith(checksum(body)) ? Optional.of(new ApiKeySecret(text)) : Optional.empty();
  }

  byte[] hash() {
    return Sha256.of(value);
  }

  /** The part that distinguishes keys in a list. */
  String beginning() {
    return value.substring(0, SHOWN);
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  @Override
  public String toString() {
    return "ApiKeySecret[***]";
  }
}
