package com.lotview.posting.change.stock;

import com.lotview.posting.change.ChangeEvents;
import com.lotview.posting.change.ChangeOrders;
import com.lotview.posting.change.RemovalHold;
import com.lotview.posting.change.VehicleStatuses;
import com.lotview.posting.change.stock.HoldStore.Occupied;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.id.FbAccountId;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.RemoveMode;
import com.lotview.posting.posting.model.PostingStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Removes the listings of vehicles that an import of the whole stock lacks, with a brake: if more
 * than half of the live listings would go, they wait for a manager. A broken file looks the same.
 */
@Service
public class MissingFromImport {
  private final HoldStore holds;
  private final VehicleStatuses statuses;
  private final PostingStore postings;
  private final ChangeOrders orders;
  private final EndPosting endPosting;
  private final ChangeEvents events;
  private final DispatchQueue waiting;
  private final Clock clock;

  MissingFromImport(
      HoldStore holds,
      VehicleStatuses statuses,
      PostingStore postings,
      ChangeOrders orders,
      EndPosting endPosting,
      ChangeEvents events,
      DispatchQueue waiting,
      Clock clock) {
    this.holds = holds;
    this.statuses = statuses;
    this.postings = postings;
    this.orders = orders;
    this.endPosting = endPosting;
    this.events = events;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** Takes an import's list, in the running transaction of the dealership. */
  public Mono<Void> handle(
      DealershipId dealership, UUID importId, List<UUID> vehicleIds, Instant at) {
    // Each vehicle's own event comes separately, and may come later.
    return statuses
        .noteMissing(dealership, vehicleIds, at)
        .then(Mono.defer(() -> stillMissing(vehicleIds, at)))
        .flatMap(missing ->
            occupied(dealership, missing)
                .zipWith(holds.countLive())
                .flatMap(found -> {
                  List<Occupied> live =
                      found.getT1().stream()
                          .filter(one -> one.status() == PostingStatus.POSTED)
                          .toList();
                  int all = found.getT2();
                  return live.size() * 2 > all
                      ? hold(
                          new RemovalHold(
                              importId, dealership, missing, live.size(), all, clock.instant()),
                          live)
                      : end(found.getT1(), null);
                }));
  }

  // Some may be back already.
  private Mono<List<UUID>> stillMissing(List<UUID> vehicleIds, Instant at) {
    return statuses
        .onLotSince(vehicleIds, at)
        .map(back -> vehicleIds.stream().filter(id -> !back.contains(id)).toList());
  }

  // The slots of all accounts first, in one order, so that transactions cannot deadlock.
  private Mono<List<Occupied>> occupied(DealershipId dealership, Collection<UUID> vehicleIds) {
    return holds
        .findOccupied(vehicleIds)
        .collectList()
        .flatMap(found ->
            Flux.fromStream(found.stream().map(Occupied::fbAccountId).distinct().sorted())
                .concatMap(
                    account -> waiting.lock(new AccountRef(dealership, new FbAccountId(account))))
                .thenMany(holds.findOccupied(vehicleIds))
                .collectList());
  }

  private Mono<Void> hold(RemovalHold hold, List<Occupied> live) {
    return holds
        .insert(hold)
        .thenMany(Flux.fromIterable(live))
        .concatMap(one -> postings.findLocked(one.postingId()))
        .concatMap(posting -> orders.hold(posting, hold.importId()))
        .then(Mono.defer(() -> events.held(hold)));
  }

  private Mono<Void> end(List<Occupied> found, @Nullable UUID by) {
    return Flux.fromIterable(found)
        .concatMap(one -> endPosting.end(one.postingId(), RemoveMode.DELETE, by))
        .then();
  }

  /** A manager confirms the removals; vehicles that came back since keep their listings. */
  Mono<Void> release(RemovalHold hold, UUID by) {
    return stillMissing(hold.vehicleIds(), hold.at())
        .flatMap(missing -> occupied(hold.dealership(), missing))
        .flatMap(found -> end(found, by));
  }
}
