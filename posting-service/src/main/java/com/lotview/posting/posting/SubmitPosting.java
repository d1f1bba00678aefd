package com.lotview.posting.posting;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.id.Ids;
import com.lotview.kit.idempotency.IdempotentRequests;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.ApiException;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.audit.AuditTrail;
import com.lotview.posting.vehicle.DealershipSource;
import com.lotview.posting.vehicle.VehicleSource;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Takes orders. What it accepts is kept and told in one transaction; what it refuses leaves
 * nothing.
 */
@Service
public class SubmitPosting {
  private static final String ROUTE = "POST /v1/postings";
  private static final int MARKERS = 3;

  private final VehicleSource vehicles;
  private final DealershipSource dealerships;
  private final FbAccounts accounts;
  private final PostingStore store;
  private final PostingEvents events;
  private final AuditTrail audit;
  private final IdempotentRequests idempotent;
  private final Markers markers;
  private final Clock clock;

  SubmitPosting(
      VehicleSource vehicles,
      DealershipSource dealerships,
      FbAccounts accounts,
      PostingStore store,
      PostingEvents events,
      AuditTrail audit,
      IdempotentRequests idempotent,
      Markers markers,
      Clock clock) {
    this.vehicles = vehicles;
    this.dealerships = dealerships;
    this.accounts = accounts;
    this.store = store;
    this.events = events;
    this.audit = audit;
    this.idempotent = idempotent;
    this.markers = markers;
    this.clock = clock;
  }

  /**
   * Takes an order.
   *
   * @param key the request's Idempotency-Key
   * @return fails with an {@link ApiException} that says what to mend
   */
  public Mono<AcceptedPosting> submit(Caller caller, PostingOrder order, @Nullable String key) {
    return listing(caller, order)
        .map(snapshot -> accept(caller, order, snapshot))
        // A repeat gets its first answer even if the vehicle was sold since.
        .onErrorResume(
            ApiException.class,
            refusal -> key == null ? Mono.error(refusal) : Mono.just(Mono.error(refusal)))
        .flatMap(work -> once(caller, order, key, work));
  }

  private Mono<AcceptedPosting> once(
      Caller caller, PostingOrder order, @Nullable String key, Mono<AcceptedPosting> work) {
    return Mono.defer(() -> idempotent.once(caller, ROUTE, key, order, AcceptedPosting.class, work))
        // The marker was used before: another one, in a new transaction.
        .retryWhen(Retry.max(MARKERS).filter(DuplicateKeyException.class::isInstance));
  }

  // Other services are asked before the transaction: no connection waits for them.
  private Mono<ListingSnapshot> listing(Caller caller, PostingOrder order) {
    return Mono.defer(
            () -> {
              checkTime(order);
              return Mono.zip(
                  vehicles.get(caller.dealershipId(), order.vehicleId()),
                  dealerships.get(caller.dealershipId()));
            })
        .map(found -> Postability.check(found.getT1(), found.getT2(), order));
  }

  private void checkTime(PostingOrder order) {
    Instant at = order.scheduledFor();
    Instant now = clock.instant();
    if (at != null && at.isBefore(now)) {
      throw ApiException.invalid("scheduledFor", "lies in the past");
    }
    if (at != null && at.isAfter(now.plus(366, ChronoUnit.DAYS))) {
      throw ApiException.invalid("scheduledFor", "lies more than a year ahead");
    }
  }

  private Mono<AcceptedPosting> accept(
      Caller caller, PostingOrder order, ListingSnapshot snapshot) {
    return accounts
        .choose(order.fbAccountId())
        .map(account -> posting(caller, order, snapshot, account))
        .flatMap(posting ->
            keep(posting)
                .then(Mono.defer(() -> events.ordered(posting)))
                .then(audit.record(caller, "posting.created", "posting/" + posting.id()))
                .thenReturn(AcceptedPosting.of(posting)));
  }

  private Posting posting(
      Caller caller, PostingOrder order, ListingSnapshot snapshot, FbAccount account) {
    Instant now = clock.instant();
    return new Posting(
        Ids.next(),
        caller.dealershipId(),
        order.vehicleId(),
        caller.userId(),
        account.id(),
        markers.next(),
        PostingStatus.QUEUED,
        0,
        0,
        snapshot,
        null,
        null,
        null,
        order.scheduledFor(),
        now,
        now);
  }

  private Mono<Void> keep(Posting queued) {
    Posting generating = queued.to(PostingStatus.GENERATING, queued.createdAt());
    List<TimelineEntry> timeline =
        List.of(
            TimelineEntry.state(queued, "Ordered"),
            TimelineEntry.state(generating, "The listing text is being written"));
    return store
        .insert(generating, timeline)
        .flatMap(added -> added ? Mono.empty() : refuseSecond(queued));
  }

  private Mono<Void> refuseSecond(Posting posting) {
    return store
        .findActive(posting.vehicleId())
        .map(id -> "Posting " + id + " of this vehicle is active")
        .defaultIfEmpty(ErrorCode.POSTING_ALREADY_ACTIVE.title())
        .flatMap(detail -> Mono.error(new ApiException(ErrorCode.POSTING_ALREADY_ACTIVE, detail)));
  }
}
