package com.lotview.form.mapping;

/**
 * An optional field that stays empty, because the form has no true choice for the vehicle's value.
 *
 * @param field our name of it
 * @param value the vehicle's value, in the dealer's words
 */
public record LeftOut(String field, String value, String reason) {

  /** A sentence for the dealer. */
  @Override
  public String toString() {
    return DealerTexts.leftOut(field, value, reason);
  }
}
