package com.lotview.posting.posting.progress;

import com.lotview.posting.account.SessionRestored;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets postings go on that waited for their account's owner. */
@Component
class ResumePostings implements SessionRestored {
  private final PostingStore store;
  private final PostingChanges changes;
  private final DispatchQueue waiting;
  private final Clock clock;

  ResumePostings(PostingStore store, PostingChanges changes, DispatchQueue waiting, Clock clock) {
    this.store = store;
    this.changes = changes;
    this.waiting = waiting;
    this.clock = clock;
  }

  @Override
  public Mono<Void> sessionRestored(AccountRef account) {
    return store
        .findLocked(account.fbAccountId(), Set.of(PostingStatus.NEEDS_LOGIN))
        .collectList()
        .flatMapIterable(waiters -> waiters)
        .concatMap(this::resume)
        .then();
  }

  private Mono<Void> resume(Posting posting) {
    if (!(posting.life().after(new Trigger.OwnerSignedIn())
        instanceof Transition.Changed(PostingLifecycle next, Transition.FollowUp then))) {
      return Mono.empty();
    }
    Instant now = clock.instant();
    Posting ready = posting.in(next, now);
    return changes
        .save(posting, ready, DealerTexts.OWNER_SIGNED_IN)
        .then(waiting.schedule(ready.account(), ready.job(), now));
  }
}
