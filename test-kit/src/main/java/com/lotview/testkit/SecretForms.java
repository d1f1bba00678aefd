package com.lotview.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The forms in which a value may occur: plain, in hexadecimal, in an address, in JSON, and in
 * Base64, alone or in the middle of a longer text.
 */
record SecretForms(SecretSearch.Planted secret, List<String> forms) {
  /** A shorter value would be found by chance. */
  private static final int LEAST = 6;

  static SecretForms of(SecretSearch.Planted secret) {
    String value = secret.value();
    if (value.length() < LEAST) {
      throw new IllegalArgumentException(secret.kind() + " is too short to be looked for");
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    Set<String> forms = new LinkedHashSet<>();
    forms.add(value);
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
    forms.add(value.replace("\\", "\\\\").replace("\"", "\\\""));
    for (int shift = 0; shift < 3; shift++) {
      String coded = base64(bytes, shift);
      forms.add(coded);
      forms.add(coded.replace('+', '-').replace('/', '_'));
    }
    return new SecretForms(secret, forms.stream().map(SecretForms::asRead).toList());
  }

  // Places are read byte by byte.
  private static String asRead(String form) {
    return new String(form.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  // Three bytes make four characters, so the text around a value affects only its ends.
  private static String base64(byte[] bytes, int shift) {
    byte[] shifted = new byte[shift + bytes.length];
    System.arraycopy(bytes, 0, shifted, shift, bytes.length);
    String coded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int from = (shift * 8 + 5) / 6;
    int to = shifted.length * 8 / 6;
    return coded.substring(from, to);
  }

  boolean in(String text) {
    return forms.stream().anyMatch(text::contains);
  }
}
