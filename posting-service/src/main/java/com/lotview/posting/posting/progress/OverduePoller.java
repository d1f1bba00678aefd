package com.lotview.posting.posting.progress;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.trace.Trace;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.fleet.FleetCapacity;
import com.lotview.posting.fleet.KnownFleet;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.posting.model.PostingError;
import com.lotview.posting.posting.model.PostingEvents;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.texts.DealerTexts;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds postings for which nothing came in time, so that none stays stuck. It requests a missing
 * text again, orders a look at a listing that the site has only confirmed, and hands to a person an
 * attempt that a worker began and did not answer. While no worker is available, it waits, because
 * no answer can come. The account's slot stays as it is: the fleet loses no job, and an attempt
 * without an answer may have clicked.
 *
 * <p>Several processes may poll at once; the posting's lock keeps them apart.
 */
@Component
class OverduePoller {
  private static final Logger LOG = LoggerFactory.getLogger(OverduePoller.class);
  private static final int AT_ONCE = 100;

  private final PostingStore store;
  private final PostingChanges changes;
  private final PostingEvents events;
  private final DispatchQueue waiting;
  private final ListingLooks looks;
  private final KnownFleet fleet;
  private final TenantTransactions transactions;
  private final Clock clock;
  private final Duration answers;

  OverduePoller(
      PostingStore store,
      PostingChanges changes,
      PostingEvents events,
      DispatchQueue waiting,
      ListingLooks looks,
      KnownFleet fleet,
      TenantTransactions transactions,
      Clock clock,
      PostingProperties properties) {
    this.store = store;
    this.changes = changes;
    this.events = events;
    this.waiting = waiting;
    this.looks = looks;
    this.fleet = fleet;
    this.transactions = transactions;
    this.clock = clock;
    this.answers = properties.resultTimeout();
  }

  /** Handles at most a hundred postings; the next poll finds the others. */
  Mono<Void> poll() {
    return Mono.defer(() ->
        transactions
            .inSystemMany(store.overdue(clock.instant(), AT_ONCE))
            .collectList()
            .filter(overdue -> !overdue.isEmpty())
            .zipWhen(overdue -> fleet.capacity().map(FleetCapacity::isAway))
            .flatMapMany(known ->
                Flux.fromIterable(known.getT1())
                    .concatMap(overdue -> handle(overdue, known.getT2())))
            .then());
  }

  private Mono<Void> handle(PostingStore.Overdue overdue, boolean fleetAway) {
    Mono<Void> work =
        waiting
            .lock(overdue.account())
            .then(Mono.defer(() -> store.findLocked(overdue.postingId())))
            .flatMap(posting -> handle(posting, fleetAway, clock.instant()));
    return transactions
        .inTenant(overdue.account().dealershipId(), work)
        .onErrorResume(error -> {
          LOG.warn("Posting {} stays overdue for now: {}", overdue.postingId(), error.toString());
          return Mono.empty();
        })
        .contextWrite(Trace::start);
  }

  private Mono<Void> handle(Posting posting, boolean fleetAway, Instant now) {
    Instant at = posting.watchAt();
    if (at == null || at.isAfter(now)) {
      return Mono.empty();
    }
    if (posting.status() == PostingStatus.GENERATING) {
      return textMissing(posting, now);
    }
    if (posting.status() == PostingStatus.PUBLISHING) {
      // The look sets the next moment; this one applies if the look has no result.
      return store
          .watch(posting.id(), now.plus(answers))
          .then(Mono.defer(() -> looks.wanted(posting.account())));
    }
    if (posting.life().byHand()) {
      return waiting
          .recount(posting.account(), posting.id(), posting.attempts(), now)
          .then(Mono.defer(() -> answerMissing(posting, now)));
    }
    return fleetAway
        ? store.heard(posting.id(), now.plus(answers), Duration.ZERO)
        : answerMissing(posting, now);
  }

  private Mono<Void> textMissing(Posting posting, Instant now) {
    if (!(posting.life().after(new Trigger.TextMissing())
        instanceof Transition.Changed(PostingLifecycle next, Transition.FollowUp then))) {
      return Mono.empty();
    }
    Posting after = posting.in(next, now);
    if (then == Transition.FollowUp.ASK_FOR_TEXT) {
      return events
          .textWanted(after)
          .then(Mono.defer(() -> changes.note(posting, after, DealerTexts.TEXT_OVERDUE)));
    }
    String reason = DealerTexts.textMissing(PostingLifecycle.TEXT_REQUESTS);
    PostingError error = new PostingError(ErrorCode.AI_GENERATION_FAILED.name(), reason, null);
    return changes.save(posting, after.with(error), reason);
  }

  private Mono<Void> answerMissing(Posting posting, Instant now) {
    if (!(posting.life().after(new Trigger.AnswerMissing())
        instanceof Transition.Changed(PostingLifecycle next, Transition.FollowUp then))) {
      return Mono.empty();
    }
    boolean byHand = posting.life().byHand();
    PostingError error =
        byHand
            ? new PostingError("NOT_REPORTED", DealerTexts.BY_HAND_LOOK, null)
            : new PostingError("NO_ANSWER", DealerTexts.NO_ANSWER_YET, null);
    return changes.save(
        posting,
        posting.in(next, now).with(error),
        byHand ? DealerTexts.BY_HAND_TOO_LONG : DealerTexts.NO_ANSWER);
  }
}
