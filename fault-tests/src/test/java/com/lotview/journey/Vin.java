package com.lotview.journey;

/** Vehicle identification numbers of no real vehicle, each with its right check digit. */
final class Vin {
  private static final String LETTERS = "12345678 12345 7 923456789";
  private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

  private Vin() {}

  /** The VIN with that serial number; the ninth sign checks the others (49 CFR 565.15). */
  static String of(int serial) {
    String open = "4T1G11AK0MA1%05d".formatted(serial);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * value(open.charAt(i));
    }
    return open.substring(0, 8) + "0123456789X".charAt(sum % 11) + open.substring(9);
  }

  private static int value(char sign) {
    return Character.isDigit(sign) ? sign - '0' : LETTERS.charAt(sign - 'A') - '0';
  }
}
