package com.lotview.form.mapping;

/** The sentences of the mapping that a dealer may read; they follow the field's name and value. */
final class DealerTexts {
  static final String NO_MAKE = "the vehicle has no make";
  static final String NO_MODEL = "the vehicle has no model";
  static final String NO_PRICE = "the vehicle has no price";
  static final String NO_TEXT = "the listing has no text";
  static final String NO_MILEAGE =
      "the form requires the mileage of a car or truck, and the vehicle has none";
  static final String NO_TRANSMISSION =
      "the form requires it, and the vehicle's transmission is neither manual nor automatic";
  static final String OTHER_TYPE =
      "LotView fills the form for cars, trucks and motorcycles, and does not post it as one of them";
  static final String PHOTO_COUNT = "the form takes 1 to 20 photos";
  static final String LOCATION_FORMAT = "it must be \"City, State\"";
  static final String NO_CHOICE = "it matches none or several of the form's choices";

  private DealerTexts() {}

  static String leftOut(String field, String value, String reason) {
    return "%s was left empty, '%s': %s".formatted(field, value, reason);
  }
}
