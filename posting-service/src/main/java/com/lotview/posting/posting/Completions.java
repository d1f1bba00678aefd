package com.lotview.posting.posting;

import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.dispatch.WaitingList;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes the ends of attempts: settles the posting, keeps the pictures, frees the account. */
@Service
public class Completions {
  private final PostingStore store;
  private final PostingEvents events;
  private final WaitingList waiting;
  private final FbAccounts accounts;
  private final RetrySchedule retries;
  private final Clock clock;

  Completions(
      PostingStore store,
      PostingEvents events,
      WaitingList waiting,
      FbAccounts accounts,
      RetrySchedule retries,
      Clock clock) {
    this.store = store;
    this.events = events;
    this.waiting = waiting;
    this.accounts = accounts;
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
        .keep(posting.id(), end.evidenceOf(posting))
        .then(
            waiting.release(
                posting.dealershipId(), posting.fbAccountId(), posting.id(), end.attempt(), now))
        .then(
            Mono.defer(
                () -> carryOut(posting, Ending.decide(posting, end, retries, now), end, now)));
  }

  private Mono<Void> carryOut(Posting posting, Ending ending, Completion end, Instant now) {
    return switch (ending) {
      case Ending.Ignored(String why) ->
          store.append(posting.id(), TimelineEntry.note(now, why, end.attempt()));
      case Ending.Settled(Posting next, String message) ->
          replace(posting, next, message).then(Mono.defer(() -> events.changed(next)));
      case Ending.LoginLost(Posting next, String message) ->
          replace(posting, next, message)
              .then(
                  accounts.needsLogin(
                      posting.dealershipId(), posting.fbAccountId(), end.reason(), now))
              .then(Mono.defer(() -> events.changed(next)));
      case Ending.Again(Posting next, String message, Instant at) ->
          replace(posting, next, message)
              .then(waiting.schedule(next.dealershipId(), next.fbAccountId(), next.job(), at))
              .then(Mono.defer(() -> events.changed(next, at)));
    };
  }

  private Mono<Void> replace(Posting posting, Posting next, String message) {
    return store.replace(posting.status(), next, TimelineEntry.state(next, message));
  }
}
