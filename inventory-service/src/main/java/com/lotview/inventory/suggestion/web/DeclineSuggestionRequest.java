package com.lotview.inventory.suggestion.web;

import com.lotview.kit.error.RefusalException;
import org.jspecify.annotations.Nullable;

/** Why a suggestion is declined. */
record DeclineSuggestionRequest(@Nullable String reason) {
  private static final int MOST = 500;

  @Nullable String checked() {
    if (reason != null && reason.length() > MOST) {
      throw RefusalException.invalid("reason", "must have at most " + MOST + " characters");
    }
    return reason;
  }
}
