package com.lotview.posting.change.stock;

import com.lotview.posting.change.ChangeOrders;
import com.lotview.posting.change.VehicleStatuses;
import com.lotview.posting.change.WaitingPrices;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingStore;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Follows the inventory: removes listings of vehicles that left the lot, and keeps prices equal.
 */
@Service
public class StockChanges {
  /** How far two machines' clocks may differ. */
  private static final Duration SKEW = Duration.ofSeconds(5);

  private final VehicleStatuses statuses;
  private final PostingStore postings;
  private final EndPosting endPosting;
  private final ChangeOrders orders;
  private final WaitingPrices prices;
  private final DispatchQueue waiting;

  StockChanges(
      VehicleStatuses statuses,
      PostingStore postings,
      EndPosting endPosting,
      ChangeOrders orders,
      WaitingPrices prices,
      DispatchQueue waiting) {
    this.statuses = statuses;
    this.postings = postings;
    this.endPosting = endPosting;
    this.orders = orders;
    this.prices = prices;
    this.waiting = waiting;
  }

  /**
   * Takes a vehicle's update, in the running transaction of the dealership. What is older than the
   * posting is passed over: it was ordered of the vehicle as it was then.
   */
  public Mono<Void> changed(VehicleUpdate update) {
    return statuses
        .note(update.dealership(), update.vehicleId(), update.status(), update.at())
        .thenMany(postings.findActive(List.of(update.vehicleId()), List.of()))
        .next()
        .flatMap(active -> postings.find(active.id()))
        .filter(posting -> !update.at().isBefore(posting.createdAt().minus(SKEW)))
        .flatMap(posting -> follow(posting, update));
  }

  private Mono<Void> follow(Posting posting, VehicleUpdate update) {
    if (update.removal().isEmpty()) {
      return onLot(posting.account(), posting.id(), update);
    }
    // The import reports all missing vehicles in one event, so that too many removals can be held.
    return update.importId() != null
        ? Mono.empty()
        : endPosting.end(posting.id(), update.removal().get(), null);
  }

  private Mono<Void> onLot(AccountRef account, UUID postingId, VehicleUpdate update) {
    return waiting
        .lock(account)
        .then(Mono.defer(() -> postings.findLocked(postingId)))
        .flatMap(posting -> withdraw(posting).then(Mono.defer(() -> price(posting, update))));
  }

  private Mono<Void> withdraw(Posting posting) {
    return posting.status() == PostingStatus.POSTED ? orders.vehicleIsBack(posting) : Mono.empty();
  }

  private Mono<Void> price(Posting posting, VehicleUpdate update) {
    Long cents = update.priceCents();
    // A price in another currency does not apply to this listing; prices are never converted.
    boolean another = !update.currency().equals(posting.snapshot().form().currency());
    if (cents == null || cents <= 0 || another || WaitingPrices.hasOwn(posting)) {
      return Mono.empty();
    }
    return switch (posting.status()) {
      // While a worker is making the listing, the change waits for its turn behind it.
      case POSTED, POSTING, PUBLISHING -> orders.price(posting, cents);
      case QUEUED, AWAITING_APPROVAL, GENERATING, READY, NEEDS_LOGIN -> prices.take(posting, cents);
      case FAILED, CANCELLED, DELETED, NEEDS_REVIEW -> Mono.empty();
    };
  }
}
