package com.lotview.worker.marketplace.mapping;

import com.lotview.worker.text.DealerTexts;

/**
 * A field that the form may do without and that was left as it is, because nothing true could be
 * chosen for the vehicle's value.
 *
 * @param field our name of it
 * @param value the vehicle's, in the dealer's words
 */
public record LeftOut(String field, String value, String reason) {

  /** As a sentence for the salesperson. */
  @Override
  public String toString() {
    return DealerTexts.leftOut(field, value, reason);
  }
}
