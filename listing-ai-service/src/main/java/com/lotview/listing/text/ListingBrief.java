package com.lotview.listing.text;

import org.jspecify.annotations.Nullable;

/**
 * The order for a text.
 *
 * @param maxDescriptionLength UTF-16 units, as the site's text box counts them; never fewer than
 *     code points, so a text within it is within any count
 * @param instructions a person's wishes for the wording: data, they change nothing that is checked
 * @param accountLanguage the tag of the account's language; null if unknown
 */
public record ListingBrief(
    VehicleFacts vehicle,
    DealershipFacts dealership,
    int maxDescriptionLength,
    Tone tone,
    @Nullable String instructions,
    @Nullable String accountLanguage) {

  /** The longest description that the product allows. */
  public static final int MAX_DESCRIPTION = 1000;

  /** The longest title. */
  public static final int MAX_TITLE = 100;

  public ListingBrief {
    maxDescriptionLength = Math.min(maxDescriptionLength, MAX_DESCRIPTION);
  }

  /** A brief for an account whose language is unknown. */
  public ListingBrief(
      VehicleFacts vehicle,
      DealershipFacts dealership,
      int maxDescriptionLength,
      Tone tone,
      @Nullable String instructions) {
    this(vehicle, dealership, maxDescriptionLength, tone, instructions, null);
  }

  /** The dealership's language, else the account's, else English. */
  public Language language() {
    return Language.of(dealership.own().language())
        .or(() -> Language.of(accountLanguage))
        .orElse(Language.EN);
  }

  /** The call to action, in the text's language. */
  public String callToAction() {
    return language().callToAction(dealership.name());
  }
}
