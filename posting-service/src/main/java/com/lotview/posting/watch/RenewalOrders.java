package com.lotview.posting.watch;

import com.lotview.posting.posting.model.Posting;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Orders renewals of live listings. */
public interface RenewalOrders {

  /**
   * The listing is to be renewed, in the running transaction, which holds the locks of the
   * account's turn and of the posting. Nothing happens if a renewal waits already, or a removal.
   */
  Mono<Void> renew(Posting posting, UUID requestedBy);
}
