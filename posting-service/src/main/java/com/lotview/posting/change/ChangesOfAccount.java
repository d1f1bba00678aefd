package com.lotview.posting.change;

import com.lotview.posting.account.AccountDisconnected;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.texts.DealerTexts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Cancels changes whose account is disconnected: no worker can make them any more. */
@Component
class ChangesOfAccount implements AccountDisconnected {
  private final ChangeStore store;
  private final PostingStore postings;
  private final ChangeOrders orders;

  ChangesOfAccount(ChangeStore store, PostingStore postings, ChangeOrders orders) {
    this.store = store;
    this.postings = postings;
    this.orders = orders;
  }

  @Override
  public Mono<Long> accountDisconnected(AccountRef account) {
    return store
        .findWaiting(account.fbAccountId())
        .collectList()
        .flatMapIterable(waiting -> waiting)
        .concatMap(this::drop)
        .then(Mono.just(0L));
  }

  private Mono<Void> drop(ListingChange waiting) {
    return postings
        .findLocked(waiting.postingId())
        .zipWhen(posting -> store.findLocked(waiting.id()))
        .filter(found -> found.getT2().state().canBecome(ChangeState.CANCELLED))
        .flatMap(
            found -> orders.drop(found.getT2(), found.getT1(), DealerTexts.Dropped.DISCONNECTED));
  }
}
