package com.lotview.listing.text;

import org.jspecify.annotations.Nullable;

/**
 * A dealership's own parts for each of its texts. Checked like any text.
 *
 * @param language the tag of the language of its texts; null: the account's
 * @param opening stands before the text
 * @param closing stands before the call to action
 * @param disclaimer stands at the end; the only part that may hold amounts (a dealer fee)
 * @param template the order of the parts with placeholders, see {@link TextFrame}
 */
public record DealershipTexts(
    @Nullable String language,
    @Nullable String opening,
    @Nullable String closing,
    @Nullable String disclaimer,
    @Nullable String template) {

  /** No own parts. */
  public static final DealershipTexts NONE = new DealershipTexts(null, null, null, null, null);
}
