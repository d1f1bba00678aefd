package com.lotview.posting.posting.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a listing is.
 *
 * @param state two letters
 */
public record Place(String city, String state) {
  private static final Pattern FORM =
      Pattern.compile("\\s*([^,]{1,100}?)\\s*,\\s*([A-Za-z]{2})\\s*");

  /** Reads "Denver, CO"; empty if it has another form. */
  public static Optional<Place> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches() && !form.group(1).isBlank()
        ? Optional.of(new Place(form.group(1), form.group(2).toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return city + ", " + state;
  }
}
