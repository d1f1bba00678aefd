package com.lotview.inventory.type;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number that is stamped into a vehicle: a VIN of 17 characters (ISO 3779), a shorter one of
 * before 1981, or the frame number of a vehicle built for Japan.
 *
 * @param value in capitals, without blanks; a frame number with its hyphen
 */
public record VehicleNumber(Kind kind, String value) {
  private static final int FIRST_YEAR_OF_17 = 1981;
  private static final Pattern FORM = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");
  // The model code has a digit, the serial number none but digits: JZX100-0012345, BNR32-305366.
  private static final Pattern FRAME =
      Pattern.compile("((?=[A-Z]*[0-9])[A-Z][A-Z0-9]{1,7})[- ]([0-9]{5,7})");
  // Nearly all end in the serial number: 124379N503123, 8F01C123456, 1E12345.
  private static final Pattern EARLY = Pattern.compile("(?=.*[0-9]{4})[A-Z0-9]{5,16}");
  private static final Pattern TOKEN =
      Pattern.compile("(?<![A-Z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])");
  // Placeholders for a number that is not known yet.
  private static final Pattern PLACEHOLDER = Pattern.compile("(.)\\1+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}]");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern HYPHENS = Pattern.compile("[\\p{Pd}\\u2212\\u30FC\\uFF70]");
  private static final Pattern SEPARATORS = Pattern.compile("[- .]");

  private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  private static final int CHECK_POSITION = 8;
  // Value of each letter from A; I, O and Q do not occur.
  private static final int[] LETTERS = {
    1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9
  };

  /** Which rules the number follows. */
  public enum Kind {
    VIN17,
    PRE_1981,
    FRAME_NUMBER
  }

  /** The result of reading a text as a vehicle's number. */
  public sealed interface Reading {}

  /** A number. */
  public record Known(VehicleNumber number) implements Reading {}

  /** No number; the reason follows the field's name. */
  public record Refused(String reason) implements Reading {}

  /**
   * Reads a number.
   *
   * @param year the vehicle's model year: from 1981 on a shorter number is a VIN with a character
   *     missing; null is taken for such a year
   */
  public static Reading read(String text, @Nullable Integer year) {
    String spaced = spaced(text);
    String bare = SEPARATORS.matcher(spaced).replaceAll("");
    if (FORM.matcher(bare).matches() && !PLACEHOLDER.matcher(bare).matches()) {
      return new Known(new VehicleNumber(Kind.VIN17, bare));
    }
    Matcher frame = FRAME.matcher(spaced);
    if (frame.matches()) {
      return new Known(new VehicleNumber(Kind.FRAME_NUMBER, frame.group(1) + "-" + frame.group(2)));
    }
    if (year != null && year < FIRST_YEAR_OF_17 && EARLY.matcher(bare).matches()) {
      return new Known(new VehicleNumber(Kind.PRE_1981, bare));
    }
    return new Refused(reason(bare, year));
  }

  /**
   * As {@link #read}, of a cell that may hold other words too ("VIN: …"): the one number in it
   * counts if its check digit fits.
   */
  public static Reading in(String cell, @Nullable Integer year) {
    Reading whole = read(cell, year);
    if (whole instanceof Known) {
      return whole;
    }
    List<String> numbers =
        TOKEN.matcher(spaced(cell)).results().map(MatchResult::group).distinct().toList();
    if (numbers.size() == 1 && !PLACEHOLDER.matcher(numbers.getFirst()).matches()) {
      VehicleNumber number = new VehicleNumber(Kind.VIN17, numbers.getFirst());
      return number.checkDigitFits() ? new Known(number) : whole;
    }
    return whole;
  }

  private static String reason(String bare, @Nullable Integer year) {
    if (PLACEHOLDER.matcher(bare).matches()) {
      return "is no vehicle's number";
    }
    if (bare.length() == 17) {
      return "must have 17 letters and digits, without I, O and Q";
    }
    return year != null && year < FIRST_YEAR_OF_17
        ? "is no vehicle's number"
        : "must have 17 letters and digits, without I, O and Q; this has " + bare.length();
  }

  /** Capitals, single blanks, one kind of hyphen with no blanks about it. */
  private static String spaced(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    String hyphened = HYPHENS.matcher(BLANKS.matcher(plain).replaceAll(" ")).replaceAll("-");
    String seen = INVISIBLE.matcher(hyphened).replaceAll("");
    return seen.strip().replace(" -", "-").replace("- ", "-");
  }

  /**
   * Whether the check digit fits; of a VIN of 17 characters only. Binding only in North America:
   * correct numbers of vehicles for other markets may fail it.
   */
  public boolean checkDigitFits() {
    if (kind != Kind.VIN17) {
      throw new IllegalStateException("Only a VIN of 17 characters has a check digit");
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * value(value.charAt(i));
    }
    int remainder = sum % 11;
    char expected = remainder == 10 ? 'X' : (char) ('0' + remainder);
    return value.charAt(CHECK_POSITION) == expected;
  }

  private static int value(char c) {
    return c <= '9' ? c - '0' : LETTERS[c - 'A'];
  }
}
