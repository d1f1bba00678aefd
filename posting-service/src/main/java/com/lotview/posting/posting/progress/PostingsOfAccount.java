package com.lotview.posting.posting.progress;

import com.lotview.posting.account.AccountDisconnected;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.posting.model.PostingFilter;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Calls postings off whose account is disconnected, and counts those that stay live. */
@Component
class PostingsOfAccount implements AccountDisconnected {
  private static final Set<PostingStatus> WAITING =
      EnumSet.of(
          PostingStatus.QUEUED,
          PostingStatus.AWAITING_APPROVAL,
          PostingStatus.GENERATING,
          PostingStatus.READY,
          PostingStatus.NEEDS_LOGIN);

  private final PostingStore store;
  private final PostingChanges changes;
  private final Clock clock;

  PostingsOfAccount(PostingStore store, PostingChanges changes, Clock clock) {
    this.store = store;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public Mono<Long> accountDisconnected(AccountRef account) {
    return store
        .findLocked(account.fbAccountId(), WAITING)
        .collectList()
        .flatMapIterable(waiting -> waiting)
        .concatMap(this::callOff)
        .thenMany(
            store.findLocked(account.fbAccountId(), Set.of(PostingStatus.PUBLISHING)).collectList())
        .flatMapIterable(publishing -> publishing)
        .concatMap(this::giveUp)
        .then(
            store.count(
                PostingFilter.ofAccount(account.fbAccountId(), Set.of(PostingStatus.POSTED))));
  }

  // No look can find it any more.
  private Mono<Void> giveUp(Posting posting) {
    return posting.life().after(new Trigger.NeverAppeared())
            instanceof Transition.Changed(PostingLifecycle next, Transition.FollowUp then)
        ? changes.save(posting, posting.in(next, clock.instant()), DealerTexts.MAY_BE_LIVE)
        : Mono.empty();
  }

  private Mono<Void> callOff(Posting posting) {
    return posting.life().after(new Trigger.Cancelled())
            instanceof Transition.Changed(PostingLifecycle next, Transition.FollowUp then)
        ? changes.save(
            posting,
            posting.in(next, clock.instant()),
            next.openClick() == null ? DealerTexts.CANCELLED_DISCONNECTED : DealerTexts.MAY_BE_LIVE)
        : Mono.empty();
  }
}
