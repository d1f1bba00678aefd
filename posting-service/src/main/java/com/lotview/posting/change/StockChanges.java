package com.lotview.posting.change;

import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingStore;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Follows the inventory: what leaves the lot leaves the marketplace, and prices are kept alike. */
@Service
public class StockChanges {
  /** How far two machines' clocks may differ. */
  private static final Duration SKEW = Duration.ofSeconds(5);

  private final HeardVehicles heard;
  private final PostingStore postings;
  private final GoneVehicles goneVehicles;
  private final ChangeOrders orders;
  private final WaitingPrices prices;
  private final DispatchQueue waiting;

  StockChanges(
      HeardVehicles heard,
      PostingStore postings,
      GoneVehicles goneVehicles,
      ChangeOrders orders,
      WaitingPrices prices,
      DispatchQueue waiting) {
    this.heard = heard;
    this.postings = postings;
    this.goneVehicles = goneVehicles;
    this.orders = orders;
    this.prices = prices;
    this.waiting = waiting;
  }

  /**
   * Takes a vehicle's news, in the running transaction of the dealership. What is older than the
   * posting is passed over: it was ordered of the vehicle as it was then.
   */
  public Mono<Void> changed(VehicleNews news) {
    return heard
        .note(news.dealership(), news.vehicleId(), news.status(), news.at())
        .thenMany(postings.findActive(List.of(news.vehicleId()), List.of()))
        .next()
        .flatMap(active -> postings.find(active.id()))
        .filter(posting -> !news.at().isBefore(posting.createdAt().minus(SKEW)))
        .flatMap(posting -> follow(posting, news));
  }

  private Mono<Void> follow(Posting posting, VehicleNews news) {
    if (news.gone().isEmpty()) {
      return onLot(posting.account(), posting.id(), news);
    }
    // The import tells of all that it lacks at once; too many are held.
    return news.importId() != null
        ? Mono.empty()
        : goneVehicles.gone(posting.id(), news.gone().get(), null);
  }

  private Mono<Void> onLot(AccountRef account, UUID postingId, VehicleNews news) {
    return waiting
        .lock(account)
        .then(Mono.defer(() -> postings.findLocked(postingId)))
        .flatMap(
            posting -> withdraw(posting).then(Mono.defer(() -> price(posting, news.priceCents()))));
  }

  private Mono<Void> withdraw(Posting posting) {
    return posting.status() == PostingStatus.POSTED ? orders.vehicleIsBack(posting) : Mono.empty();
  }

  private Mono<Void> price(Posting posting, @Nullable Long cents) {
    if (cents == null || cents <= 0 || WaitingPrices.hasOwn(posting)) {
      return Mono.empty();
    }
    return switch (posting.status()) {
      // Behind a worker that makes the listing just now, the change waits for its turn.
      case POSTED, POSTING -> orders.price(posting, cents);
      case QUEUED, GENERATING, READY, NEEDS_LOGIN -> prices.take(posting, cents);
      case FAILED, CANCELLED, DELETED, NEEDS_REVIEW -> Mono.empty();
    };
  }
}
