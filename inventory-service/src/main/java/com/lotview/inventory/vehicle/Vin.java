package com.lotview.inventory.vehicle;

import java.util.regex.Pattern;

/** Rules of vehicle identification numbers (ISO 3779, and the North American check digit). */
public final class Vin {
  private static final Pattern FORM = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");
  private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  private static final int CHECK_POSITION = 8;
  // Value of each letter from A; I, O and Q do not occur.
  private static final int[] LETTERS = {
    1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9
  };

  private Vin() {}

  /** Whether the text, in capitals, can be a number at all. */
  public static boolean wellFormed(String vin) {
    return FORM.matcher(vin).matches();
  }

  /**
   * Whether the check digit fits a well-formed number. Binding only in North America: vehicles
   * built for other markets fail it and are right.
   */
  public static boolean checkDigitFits(String vin) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * value(vin.charAt(i));
    }
    int remainder = sum % 11;
    char expected = remainder == 10 ? 'X' : (char) ('0' + remainder);
    return vin.charAt(CHECK_POSITION) == expected;
  }

  private static int value(char c) {
    return c <= '9' ? c - '0' : LETTERS[c - 'A'];
  }
}
