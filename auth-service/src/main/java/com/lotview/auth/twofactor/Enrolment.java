package com.lotview.auth.twofactor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What an authenticator app needs.
 *
 * @param secret in base32, to be typed
 * @param uri the same, as the content of a QR code
 */
public record Enrolment(String secret, String uri) {

  static Enrolment of(String secret, String email) {
    return new Enrolment(
        secret,
        "otpauth://totp/LotView:" + encoded(email) + "?secret=" + secret + "&issuer=LotView");
  }

  // Apps read %20 as a blank, but not +.
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return "Enrolment[***]";
  }
}
