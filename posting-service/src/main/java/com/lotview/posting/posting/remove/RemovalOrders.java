package com.lotview.posting.posting.remove;

import com.lotview.posting.posting.lifecycle.RemoveMode;
import com.lotview.posting.posting.model.Posting;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Has live listings removed. */
public interface RemovalOrders {

  /**
   * Orders the removal of a POSTED posting's listing, in the running transaction, which holds the
   * locks of the account's turn and of the posting. While one is under way a second order changes
   * nothing. Its proven end makes the posting DELETED.
   *
   * @param requestedBy null: the system
   */
  Mono<Void> removalWanted(Posting posting, RemoveMode how, @Nullable UUID requestedBy);
}
