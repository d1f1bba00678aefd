package com.lotview.posting.posting.progress;

import com.lotview.posting.account.AccountRest;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.RemovalWish;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.model.Evidence;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.posting.model.PostingError;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.model.TimelineEntry;
import com.lotview.posting.posting.remove.RemovalOrders;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the ends of attempts: settles the posting, keeps the pictures, frees the account. */
@Service
public class HandleAttemptResult {
  private final PostingStore store;
  private final PostingChanges changes;
  private final DispatchQueue waiting;
  private final FbAccounts accounts;
  private final AccountRest rest;
  private final RemovalOrders removals;
  private final RetrySchedule retries;
  private final Clock clock;

  HandleAttemptResult(
      PostingStore store,
      PostingChanges changes,
      DispatchQueue waiting,
      FbAccounts accounts,
      AccountRest rest,
      RemovalOrders removals,
      RetrySchedule retries,
      Clock clock) {
    this.store = store;
    this.changes = changes;
    this.waiting = waiting;
    this.accounts = accounts;
    this.rest = rest;
    this.removals = removals;
    this.retries = retries;
    this.clock = clock;
  }

  /** Takes one, in the running transaction of the dealership; of an unknown posting, nothing. */
  public Mono<Void> arrived(Completion end) {
    return waiting
        .lock(end.dealershipId(), end.fbAccountId())
        .then(store.findLocked(end.postingId()))
        .flatMap(posting -> settle(posting, end));
  }

  private Mono<Void> settle(Posting posting, Completion end) {
    Instant now = clock.instant();
    return store
        .keep(posting.id(), end.evidenceOf(posting), Evidence.oldest(now))
        .then(
            waiting.release(
                posting.dealershipId(), posting.fbAccountId(), posting.id(), end.attempt(), now))
        .then(Mono.defer(() -> tellAccount(posting, end, now)))
        .then(Mono.defer(() -> carryOut(posting, end, now)));
  }

  // What a worker saw of the account holds whatever became of the posting; told once.
  private Mono<Void> tellAccount(Posting posting, Completion end, Instant now) {
    if (!posting.life().waitsFor(end.attempt())) {
      return Mono.empty();
    }
    if (end.outcome() == Completion.Outcome.NEEDS_LOGIN) {
      return accounts.needsLogin(posting.dealershipId(), posting.fbAccountId(), end.reason(), now);
    }
    return end.isLimitNotice()
        ? rest.limitNotice(posting.dealershipId(), posting.fbAccountId(), now).then()
        : Mono.empty();
  }

  private Mono<Void> carryOut(Posting posting, Completion end, Instant now) {
    return switch (posting.life().after(end.event())) {
      case Transition.Changed(PostingLifecycle next, Transition.FollowUp then) ->
          changed(posting, posting.in(next, now), then, end, now);
      case Transition.Kept(String why) -> note(posting, why, end, now);
      case Transition.Refused(var code, String why) -> note(posting, why, end, now);
    };
  }

  private Mono<Void> changed(
      Posting posting, Posting next, Transition.FollowUp then, Completion end, Instant now) {
    if (then == Transition.FollowUp.TELL_IT_IS_LIVE) {
      return tellItIsLive(posting, next, end, now);
    }
    if (next.status() == PostingStatus.POSTED && end.outcome() == Completion.Outcome.POSTED) {
      return posted(posting, next.with(end.listing(now)).with(end.warning()), then, end);
    }
    if (next.status() == posting.status() && next.status() != PostingStatus.NEEDS_REVIEW) {
      return changes.note(
          posting, next, "The posting is " + next.status() + ": " + end.outcome() + " not used");
    }
    return withoutListing(posting, next.with(end.error()), then, now);
  }

  private Mono<Void> posted(
      Posting posting, Posting live, Transition.FollowUp then, Completion end) {
    Mono<Void> saved =
        posting.status() == PostingStatus.POSTED
            ? changes.note(posting, live, "Seen live on the marketplace")
            : changes.save(posting, live, "Live on the marketplace");
    return saved
        .then(Mono.defer(() -> tellWhatItShows(live, end)))
        .then(
            then == Transition.FollowUp.TAKE_DOWN
                ? Mono.defer(() -> takeDown(live))
                : Mono.empty());
  }

  private Mono<Void> tellWhatItShows(Posting live, Completion end) {
    Stream<String> otherwise =
        end.differences().stream()
            .map(one ->
                "The listing shows %s \"%s\" instead of \"%s\""
                    .formatted(one.field(), one.found(), one.wanted()));
    return store
        .differ(live.id(), end.differences(), live.updatedAt())
        .thenMany(Flux.fromStream(() -> Stream.concat(otherwise, end.notes().stream())))
        .concatMap(line ->
            store.append(live.id(), TimelineEntry.note(live.updatedAt(), line, end.attempt())))
        .then();
  }

  private Mono<Void> takeDown(Posting live) {
    RemovalWish wish = live.life().wish();
    return wish == null ? Mono.empty() : removals.removalWanted(live, wish.how(), wish.by());
  }

  private Mono<Void> withoutListing(
      Posting posting, Posting next, Transition.FollowUp then, Instant now) {
    String message = String.valueOf(next.lastError() == null ? "" : next.lastError().message());
    return switch (then) {
      case TRY_AGAIN ->
          again(
              posting,
              next,
              message + "; tried again",
              now.plus(retries.after(posting.life().failures())));
      case TRY_AFTER_REST -> again(posting, next, message + "; the account rests", now);
      default -> changes.save(posting, next, message);
    };
  }

  private Mono<Void> again(Posting posting, Posting ready, String message, Instant at) {
    return changes
        .save(posting, ready, message, at)
        .then(waiting.schedule(ready.dealershipId(), ready.fbAccountId(), ready.job(), at));
  }

  // The state absorbs, and yet nobody may believe that there is no listing.
  private Mono<Void> tellItIsLive(Posting posting, Posting next, Completion end, Instant now) {
    PostingError error =
        new PostingError(
            "LIVE_AFTER_ALL",
            "A worker has found a listing of this posting live after it had ended: "
                + end.fbListingUrl()
                + "; take it down by hand",
            null);
    return changes.save(posting, next.with(end.listing(now)).with(error), error.message());
  }

  private Mono<Void> note(Posting posting, String why, Completion end, Instant now) {
    return store.append(posting.id(), TimelineEntry.note(now, why, end.attempt()));
  }
}
