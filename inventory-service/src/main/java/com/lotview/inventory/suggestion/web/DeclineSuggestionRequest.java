package com.lotview.inventory.suggestion.web;

import com.lotview.kit.error.RefusalException;
import org.jspecify.annotations.Nullable;

/** Why a suggestion is declined. */
record DeclineSuggestionRequest(@Nullable String reason) {
  private static final int MAX_CHARS = 500;

  @Nullable String checked() {
    if (reason != null && reason.length() > MAX_CHARS) {
      throw RefusalException.invalid("reason", "must have at most " + MAX_CHARS + " characters");
    }
    return reason;
  }
}
