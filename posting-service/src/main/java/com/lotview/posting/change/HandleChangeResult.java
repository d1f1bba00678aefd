package com.lotview.posting.change;

import com.lotview.posting.account.AccountRest;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.dispatch.Arrival;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.dispatch.JobEnd;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Evidence;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.progress.RetrySchedule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes the ends of changes: settles change and posting, keeps the pictures, frees the account. */
@Service
class HandleChangeResult implements Arrival {
  private final ChangeStore store;
  private final ChangeLog log;
  private final ChangeOrders orders;
  private final PostingStore postings;
  private final PostingChanges postingChanges;
  private final DispatchQueue waiting;
  private final FbAccounts accounts;
  private final AccountRest rest;
  private final RetrySchedule retries;
  private final Clock clock;

  HandleChangeResult(
      ChangeStore store,
      ChangeLog log,
      ChangeOrders orders,
      PostingStore postings,
      PostingChanges postingChanges,
      DispatchQueue waiting,
      FbAccounts accounts,
      AccountRest rest,
      RetrySchedule retries,
      Clock clock) {
    this.store = store;
    this.log = log;
    this.orders = orders;
    this.postings = postings;
    this.postingChanges = postingChanges;
    this.waiting = waiting;
    this.accounts = accounts;
    this.rest = rest;
    this.retries = retries;
    this.clock = clock;
  }

  @Override
  public Set<JobKind> kinds() {
    return Set.of(JobKind.REMOVE, JobKind.EDIT);
  }

  @Override
  public Mono<Void> arrived(JobEnd end) {
    UUID id = end.job().id();
    return waiting
        .lock(end.dealershipId(), end.fbAccountId())
        .then(store.find(id))
        .flatMap(change -> postings.findLocked(change.postingId()))
        .zipWhen(posting -> store.findLocked(id))
        .flatMap(found -> settle(found.getT2(), found.getT1(), end));
  }

  private Mono<Void> settle(ListingChange change, Posting posting, JobEnd end) {
    Instant now = clock.instant();
    return postings
        .keep(posting.id(), pictures(posting, end), Evidence.oldest(now))
        .then(
            waiting.release(
                change.dealershipId(), change.fbAccountId(), change.id(), end.attempt(), now))
        .then(Mono.defer(() -> tellAccount(change, end, now)))
        .then(
            Mono.defer(() ->
                carryOut(posting, ChangeEnding.decide(change, end, retries::after, now), now)));
  }

  // Only pictures that are the posting's own: a link is made for each.
  private static List<Evidence> pictures(Posting posting, JobEnd end) {
    String folder = "evidence/" + posting.dealershipId() + "/" + posting.id() + "/";
    return end.pictures().stream()
        .filter(picture -> picture.key().startsWith(folder))
        .map(picture ->
            new Evidence(
                end.attempt(), picture.kind(), picture.key(), picture.sha256(), picture.takenAt()))
        .toList();
  }

  private Mono<Void> tellAccount(ListingChange change, JobEnd end, Instant now) {
    if (!ChangeEnding.isCurrent(change, end)) {
      return Mono.empty();
    }
    if (end.outcome() == JobEnd.Outcome.NEEDS_LOGIN) {
      return accounts.needsLogin(change.dealershipId(), change.fbAccountId(), end.reason(), now);
    }
    return end.isLimitNotice()
        ? rest.limitNotice(change.dealershipId(), change.fbAccountId(), now)
        : Mono.empty();
  }

  private Mono<Void> carryOut(Posting posting, ChangeEnding ending, Instant now) {
    return switch (ending) {
      case ChangeEnding.Ignored(String why) ->
          postings.append(
              posting.id(), ChangeLog.note(posting, "An answer was not used: " + why, now));
      case ChangeEnding.Done(ListingChange next) ->
          next.isRemoval() ? removed(next, posting, now) : edited(next, posting, now);
      // An account that waits for its owner keeps it on the list until then.
      case ChangeEnding.Again(ListingChange next, Instant at, String message) ->
          log.save(next, posting, message + "; tried again")
              .then(waiting.schedule(next.dealershipId(), next.fbAccountId(), next.job(), at));
      case ChangeEnding.Over(ListingChange next, String message) ->
          log.save(next, posting, message);
    };
  }

  private Mono<Void> removed(ListingChange done, Posting posting, Instant now) {
    Mono<Void> deleted =
        posting.status() == PostingStatus.POSTED
            ? Mono.defer(() ->
                postingChanges.save(
                    posting, posting.deleted(now, done.how()), "No longer on the marketplace"))
            : Mono.empty();
    return orders
        .dropEdit(posting, "the listing is gone")
        .then(log.saveDone(done, posting))
        .then(deleted);
  }

  private Mono<Void> edited(ListingChange done, Posting posting, Instant now) {
    long cents = Objects.requireNonNull(done.priceCents(), "an EDIT has a price");
    Posting priced = posting.priced(cents, now);
    String message = "The listing shows " + ChangeLog.dollars(cents);
    Long next = done.nextCents();
    return postings
        .reissue(posting.status(), priced, ChangeLog.note(posting, message, now))
        .then(Mono.defer(() -> log.saveDone(done, priced)))
        .then(
            Mono.defer(() ->
                next == null || priced.status() != PostingStatus.POSTED
                    ? Mono.empty()
                    : orders.price(priced, next)));
  }
}
