package com.lotview.posting.posting.progress;

import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.dispatch.JobHandler;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobResult;
import com.lotview.posting.dispatch.JobStart;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.RemovalWish;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import com.lotview.posting.posting.model.LiveListing;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.posting.model.PostingError;
import com.lotview.posting.posting.model.PostingEvents;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.model.TimelineEntry;
import com.lotview.posting.posting.remove.RemovalOrders;
import com.lotview.posting.texts.DealerTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands READY postings to the fleet and settles them by their results. */
@Component
class PostHandler implements JobHandler {
  private static final String LISTING_DIFFERS = "LISTING_DIFFERS";

  /**
   * How long after the database went back a worker of before may still act: a lease, and what its
   * page sends after it, with the fleet's usual settings and a reserve.
   */
  private static final Duration LOST_WORKERS = Duration.ofMinutes(2);

  private final PostingStore store;
  private final PostingChanges changes;
  private final PostingEvents events;
  private final DispatchQueue waiting;
  private final RemovalOrders removals;
  private final RetrySchedule retries;
  private final ListingLooks looks;

  PostHandler(
      PostingStore store,
      PostingChanges changes,
      PostingEvents events,
      DispatchQueue waiting,
      RemovalOrders removals,
      RetrySchedule retries,
      ListingLooks looks) {
    this.store = store;
    this.changes = changes;
    this.events = events;
    this.waiting = waiting;
    this.removals = removals;
    this.retries = retries;
    this.looks = looks;
  }

  @Override
  public JobKind kind() {
    return JobKind.POST;
  }

  @Override
  public Mono<Integer> start(UUID postingId, Instant now) {
    return store
        .findLocked(postingId)
        .filter(
            posting -> posting.life().after(new Trigger.TurnGiven()) instanceof Transition.Changed)
        .flatMap(posting ->
            store
                .forgotten(postingId)
                .map(noticed -> new Trigger.TurnGiven(noticed.plus(LOST_WORKERS)))
                .defaultIfEmpty(new Trigger.TurnGiven())
                .flatMap(turn -> start(posting, turn, now)));
  }

  private Mono<Integer> start(Posting posting, Trigger.TurnGiven turn, Instant now) {
    return posting.life().after(turn)
            instanceof Transition.Changed(PostingLifecycle next, Transition.FollowUp then)
        ? start(posting, posting.in(next, now))
        : Mono.empty();
  }

  private Mono<Integer> start(Posting posting, Posting running) {
    return events
        .requested(running)
        .then(Mono.defer(() -> changes.note(posting, running, DealerTexts.WAITS_FOR_BROWSER)))
        .thenReturn(running.attempts());
  }

  @Override
  public Mono<JobStart> begin(UUID postingId, int attempt, Instant now) {
    return store
        .findLocked(postingId)
        .flatMap(posting ->
            switch (posting.life().after(new Trigger.Begun(attempt))) {
              case Transition.Changed(PostingLifecycle next, Transition.FollowUp then) ->
                  begin(posting, posting.in(next, now));
              case Transition.Kept kept -> Mono.just(again(posting, attempt));
              case Transition.Refused(var code, String why) ->
                  Mono.just(new JobStart.Withdrawn(why));
            });
  }

  // With what the posting says now: the price may have changed since it was handed over.
  private Mono<JobStart> begin(Posting posting, Posting running) {
    return changes
        .save(posting, running, DealerTexts.begunByWorker(running.attempts()))
        .thenReturn(new JobStart.Go(events.order(running)));
  }

  private JobStart again(Posting posting, int attempt) {
    boolean running = posting.status() == PostingStatus.POSTING && posting.life().waitsFor(attempt);
    return running
        ? new JobStart.Go(events.order(posting))
        : new JobStart.Withdrawn(DealerTexts.notWaiting(posting.status().name()));
  }

  @Override
  public Mono<Boolean> awaits(JobResult result) {
    return store
        .findLocked(result.job().id())
        .map(posting -> posting.life().waitsFor(result.attempt()));
  }

  @Override
  public Mono<Void> finished(JobResult result, Instant now) {
    return store.findLocked(result.job().id()).flatMap(posting -> carryOut(posting, result, now));
  }

  private Mono<Void> carryOut(Posting posting, JobResult end, Instant now) {
    return switch (posting.life().after(trigger(end))) {
      case Transition.Changed(PostingLifecycle next, Transition.FollowUp then) ->
          changed(posting, posting.in(next, now), then, end, now);
      case Transition.Kept(String why) -> note(posting, why, end, now);
      case Transition.Refused(var code, String why) -> note(posting, why, end, now);
    };
  }

  private Mono<Void> changed(
      Posting posting, Posting next, Transition.FollowUp then, JobResult end, Instant now) {
    if (then == Transition.FollowUp.TELL_IT_IS_LIVE) {
      return tellItIsLive(posting, next, end, now);
    }
    if (hasListing(next) && end.outcome() == JobResult.Outcome.POSTED) {
      return posted(posting, next.with(listing(end, now)).with(warning(end)), then, end);
    }
    if (end.isWithdrawn()) {
      return withdrawn(posting, next, then, now);
    }
    if (next.status() == posting.status()
        && next.status() != PostingStatus.NEEDS_REVIEW
        && then == Transition.FollowUp.NOTHING) {
      return changes.note(
          posting, next, DealerTexts.resultIgnored(end.outcome().name(), next.status().name()));
    }
    return withoutListing(posting, next.with(error(end)), then, now);
  }

  private static boolean hasListing(Posting posting) {
    return posting.status() == PostingStatus.POSTED || posting.status() == PostingStatus.PUBLISHING;
  }

  private Mono<Void> withdrawn(
      Posting posting, Posting next, Transition.FollowUp then, Instant now) {
    Mono<Void> saved =
        next.status() == posting.status()
            ? changes.note(posting, next, DealerTexts.NEVER_BEGUN)
            : changes.save(posting, next, DealerTexts.NEVER_BEGUN);
    return then == Transition.FollowUp.WAIT_FOR_TURN
        ? saved.then(waiting.schedule(next.account(), next.job(), next.due(now)))
        : saved;
  }

  private Mono<Void> posted(
      Posting posting, Posting live, Transition.FollowUp then, JobResult end) {
    Mono<Void> saved =
        posting.status() == live.status()
            ? changes.note(posting, live, known(end))
            : changes.save(posting, live, reached(live));
    return saved
        .then(Mono.defer(() -> looks.listed(live.account())))
        .then(Mono.defer(() -> noteDifferences(live, end)))
        .then(
            then == Transition.FollowUp.REMOVE
                ? Mono.defer(() -> orderRemoval(live))
                : Mono.empty());
  }

  private static String reached(Posting live) {
    return live.status() == PostingStatus.PUBLISHING ? DealerTexts.PUBLISHING : DealerTexts.LIVE;
  }

  private static String known(JobResult end) {
    return end.listing().seen() ? DealerTexts.CONFIRMED_LIVE : DealerTexts.PUBLISHING;
  }

  private Mono<Void> noteDifferences(Posting live, JobResult end) {
    Stream<String> differences =
        end.listing().differences().stream()
            .map(one -> DealerTexts.difference(one.field(), one.wanted(), one.found()));
    return store
        .differ(live.id(), end.listing().differences(), live.updatedAt())
        .thenMany(Flux.fromStream(() -> Stream.concat(differences, end.listing().notes().stream())))
        .concatMap(line ->
            store.append(live.id(), TimelineEntry.note(live.updatedAt(), line, end.attempt())))
        .then();
  }

  private Mono<Void> orderRemoval(Posting live) {
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
              DealerTexts.willRetry(message),
              now.plus(retries.after(posting.life().failures())));
      case TRY_AFTER_REST -> again(posting, next, DealerTexts.willRetryAfterRest(message), now);
      default -> changes.save(posting, next, message);
    };
  }

  private Mono<Void> again(Posting posting, Posting ready, String message, Instant at) {
    return changes
        .save(posting, ready, message, at)
        .then(waiting.schedule(ready.account(), ready.job(), at));
  }

  // The state stays, but people must learn that there is a listing.
  private Mono<Void> tellItIsLive(Posting posting, Posting next, JobResult end, Instant now) {
    PostingError error =
        new PostingError("LIVE_AFTER_ALL", DealerTexts.liveAfterEnd(end.listing().url()), null);
    return changes.save(posting, next.with(listing(end, now)).with(error), error.message());
  }

  private Mono<Void> note(Posting posting, String why, JobResult end, Instant now) {
    return store.append(posting.id(), TimelineEntry.note(now, why, end.attempt()));
  }

  private static Trigger.AttemptEnded trigger(JobResult end) {
    int attempt = end.attempt();
    return switch (end.outcome()) {
      case POSTED ->
          end.listing().seen() ? new Trigger.Posted(attempt) : new Trigger.Published(attempt);
      case NEEDS_REVIEW -> new Trigger.Unclear(attempt);
      case NEEDS_LOGIN -> new Trigger.LoginLost(attempt, end.openClickAt());
      case FAILED ->
          end.isWithdrawn()
              ? new Trigger.Withdrawn(attempt)
              : new Trigger.AttemptFailed(attempt, cure(end), end.openClickAt());
      case REMOVED, EDITED, RENEWED, VALID ->
          throw new IllegalArgumentException("A POST does not end " + end.outcome());
    };
  }

  private static Trigger.Cure cure(JobResult end) {
    if (end.isLimitNotice()) {
      return Trigger.Cure.REST;
    }
    return end.cause().retryable() ? Trigger.Cure.ANOTHER_TRY : Trigger.Cure.NOTHING;
  }

  private static LiveListing listing(JobResult end, Instant now) {
    return new LiveListing(end.listing().id(), end.listing().url(), now);
  }

  private static PostingError error(JobResult end) {
    return new PostingError(end.cause().code(), end.why(), end.cause().field());
  }

  // The posting stays POSTED: its listing is live beyond doubt, and must not be posted again.
  private static @Nullable PostingError warning(JobResult end) {
    List<JobResult.Difference> differences = end.listing().differences();
    String reason = end.cause().reason();
    return differences.isEmpty()
        ? null
        : new PostingError(
            LISTING_DIFFERS,
            reason == null ? DealerTexts.LISTING_DIFFERS : reason,
            differences.getFirst().field());
  }
}
