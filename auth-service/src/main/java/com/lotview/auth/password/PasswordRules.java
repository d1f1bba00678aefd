package com.lotview.auth.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which passwords may be chosen (NIST SP 800-63B, section 5.1.1.2): long enough and not a common
 * one, without composition rules. The list holds the some 30,000 most common passwords.
 */
public final class PasswordRules {
  /** Fewest characters. */
  public static final int MIN = 8;

  /** Most characters. */
  public static final int MAX = 256;

  private static final Set<String> COMMON = common();

  private PasswordRules() {}

  /**
   * What is wrong with a password; empty if it may be chosen.
   *
   * @param email of the person, which is not accepted as a password either
   */
  public static Optional<String> problem(String password, String email) {
    int length = password.codePointCount(0, password.length());
    if (length < MIN || length > MAX) {
      return Optional.of("must have " + MIN + " to " + MAX + " characters");
    }
    String plain = password.toLowerCase(Locale.ROOT).strip();
    if (COMMON.contains(plain) || plain.chars().distinct().count() == 1) {
      return Optional.of("is one of the most common passwords; choose another");
    }
    String address = email.toLowerCase(Locale.ROOT);
    if (plain.equals(address) || plain.equals(address.split("@", 2)[0])) {
      return Optional.of("must not be your e-mail address");
    }
    return Optional.empty();
  }

  private static Set<String> common() {
    try {
      return new HashSet<>(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
