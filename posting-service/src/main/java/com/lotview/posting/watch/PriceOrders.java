package com.lotview.posting.watch;

import com.lotview.posting.posting.model.Posting;
import reactor.core.publisher.Mono;

/** Orders price changes of live listings. */
public interface PriceOrders {

  /**
   * The listing is to show that price, in the running transaction, which holds the locks of the
   * account's turn and of the posting.
   */
  Mono<Void> price(Posting posting, long cents);
}
