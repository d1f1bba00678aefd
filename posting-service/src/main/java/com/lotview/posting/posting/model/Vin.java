package com.lotview.posting.posting.model;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Vehicle identification numbers, written one way. */
public final class Vin {
  private static final Pattern NOISE = Pattern.compile("[^A-Za-z0-9]");
  private static final Pattern FORM = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");
  private static final Pattern FILLER = Pattern.compile("(.)\\1*");

  private Vin() {}

  /**
   * The number without blanks and dashes, in capitals.
   *
   * @return null for what identifies no vehicle: other lengths (older vehicles, "N/A") and fillers
   *     like seventeen zeros
   */
  public static @Nullable String normalised(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String vin = NOISE.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    return FORM.matcher(vin).matches() && !FILLER.matcher(vin).matches() ? vin : null;
  }
}
