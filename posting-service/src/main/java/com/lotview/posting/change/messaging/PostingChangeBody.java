package com.lotview.posting.change.messaging;

import com.lotview.posting.change.ChangeState;
import com.lotview.posting.change.ListingChange;
import com.lotview.posting.posting.lifecycle.RemoveMode;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingError;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code posting.change}. */
record PostingChangeBody(
    UUID changeId,
    UUID postingId,
    UUID dealershipId,
    UUID vehicleId,
    UUID fbAccountId,
    String kind,
    ChangeState state,
    @Nullable RemoveMode removal,
    @Nullable Long priceCents,
    int attempt,
    boolean willRetry,
    @Nullable String errorCode,
    @Nullable String error) {

  static PostingChangeBody of(ListingChange change, Posting posting) {
    PostingError error = change.error();
    return new PostingChangeBody(
        change.id(),
        change.postingId(),
        change.dealershipId(),
        posting.vehicleId(),
        change.fbAccountId(),
        change.kind().published(),
        change.state(),
        change.how(),
        change.priceCents(),
        change.attempts(),
        change.state() == ChangeState.WAITING && change.attempts() > 0,
        error == null ? null : error.code(),
        error == null ? null : error.message());
  }
}
