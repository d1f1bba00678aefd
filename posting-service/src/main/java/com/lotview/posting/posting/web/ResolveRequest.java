package com.lotview.posting.posting.web;

import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import com.lotview.posting.posting.progress.ListingAddress;
import com.lotview.posting.posting.progress.ResolvePosting;
import org.jspecify.annotations.Nullable;

/** What a person saw, as it is sent. */
record ResolveRequest(
    @Nullable @ApiField(required = true, example = "NOT_POSTED") Outcome outcome,
    @Nullable String listingUrl,
    @Nullable @ApiField(maxLength = MAX_NOTE) String note) {
  private static final int MAX_NOTE = 500;

  enum Outcome {
    POSTED,
    NOT_POSTED
  }

  ResolvePosting.Finding checked() {
    if (outcome == null) {
      throw RefusalException.invalid("outcome", "is required: POSTED or NOT_POSTED");
    }
    if (note != null && note.length() > MAX_NOTE) {
      throw RefusalException.invalid("note", "must have at most " + MAX_NOTE + " characters");
    }
    String said = note == null || note.isBlank() ? null : note.strip();
    return new ResolvePosting.Finding(outcome == Outcome.POSTED ? address() : none(), said);
  }

  private ListingAddress address() {
    if (listingUrl == null) {
      throw RefusalException.invalid("listingUrl", "is required with the outcome POSTED");
    }
    return ListingAddress.parse(listingUrl)
        .orElseThrow(() ->
            RefusalException.invalid(
                "listingUrl", "must look like https://www.facebook.com/marketplace/item/123456"));
  }

  private @Nullable ListingAddress none() {
    if (listingUrl != null) {
      throw RefusalException.invalid("listingUrl", "goes with the outcome POSTED only");
    }
    return null;
  }
}
