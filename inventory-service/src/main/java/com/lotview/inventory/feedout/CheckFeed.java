package com.lotview.inventory.feedout;

import com.lotview.inventory.feedout.FeedHealth.FlawedVehicle;
import com.lotview.inventory.feedout.format.FeedFormat;
import com.lotview.inventory.feedout.format.Finding;
import com.lotview.inventory.feedout.format.Finding.Level;
import com.lotview.inventory.feedout.format.Offer;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.ticket.Ticket;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Reports what a receiver would refuse, before the receiver does. */
@Service
public class CheckFeed {
  private static final int MOST_VEHICLES = 200;

  private final FeedOutStore store;
  private final ReadFeed feeds;
  private final DealerSource dealers;
  private final TenantTransactions transactions;
  private final SecureRandom random = new SecureRandom();

  CheckFeed(
      FeedOutStore store, ReadFeed feeds, DealerSource dealers, TenantTransactions transactions) {
    this.store = store;
    this.feeds = feeds;
    this.dealers = dealers;
    this.transactions = transactions;
  }

  /** Checks every vehicle on offer; fails with {@code NOT_FOUND} if the feeds are off. */
  public Mono<FeedHealth> check(UUID dealershipId, FeedFormat format) {
    // The real secret of the photos is not known here; any secret has the same form.
    Ticket anyPhotos = Ticket.fresh(dealershipId, random);
    return transactions
        .inTenant(dealershipId, store.find())
        .switchIfEmpty(Mono.error(FeedsOut::off))
        .zipWith(dealers.get(dealershipId))
        .flatMap(found ->
            feeds
                .offers(found.getT1(), found.getT2(), anyPhotos)
                .collect(() -> new Tally(format), Tally::add))
        .map(Tally::health);
  }

  /** Counts problems, and keeps the first vehicles that have one. */
  private static final class Tally {
    private final FeedFormat format;
    private final Map<Finding, Long> problems =
        new TreeMap<>(
            Comparator.comparing(Finding::level)
                .thenComparing(Finding::field)
                .thenComparing(Finding::problem));
    private final List<FlawedVehicle> vehicles = new ArrayList<>();
    private long all;
    private long refused;
    private long warned;

    Tally(FeedFormat format) {
      this.format = format;
    }

    void add(Offer offer) {
      List<Finding> found = format.check(offer);
      all++;
      if (found.stream().anyMatch(one -> one.level() == Level.REFUSED)) {
        refused++;
      } else if (!found.isEmpty()) {
        warned++;
      }
      found.forEach(one -> problems.merge(one, 1L, Long::sum));
      if (!found.isEmpty() && vehicles.size() < MOST_VEHICLES) {
        vehicles.add(new FlawedVehicle(offer.id(), offer.stockNumber(), found));
      }
    }

    FeedHealth health() {
      return new FeedHealth(
          all,
          refused,
          warned,
          problems.entrySet().stream()
              .map(one -> FeedHealth.FeedProblem.of(one.getKey(), one.getValue()))
              .toList(),
          vehicles,
          refused + warned > vehicles.size());
    }
  }
}
