package com.lotview.posting.fleet;

import com.lotview.kit.background.Poller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.wiring.PostingProperties;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reports once that no worker is available, and once that one is available again: to operators by
 * the log and the gauges {@code lotview.fleet}, to dealerships with due jobs by an event. Postings
 * are not changed: they wait.
 */
@Component
class FleetAlert extends Poller {
  private static final Logger LOG = LoggerFactory.getLogger(FleetAlert.class);

  private final KnownFleet fleet;
  private final FleetStore store;
  private final FleetEvents events;
  private final TenantTransactions transactions;
  private final PostingProperties properties;
  private final Clock clock;
  private final AtomicInteger workers;
  private final AtomicInteger browsers;
  private final AtomicInteger free;

  FleetAlert(
      KnownFleet fleet,
      FleetStore store,
      FleetEvents events,
      TenantTransactions transactions,
      PostingProperties properties,
      Clock clock,
      MeterRegistry meters) {
    super(properties.overduePollInterval(), "News of the fleet");
    this.fleet = fleet;
    this.store = store;
    this.events = events;
    this.transactions = transactions;
    this.properties = properties;
    this.clock = clock;
    this.workers = gauge(meters, "lotview.fleet.workers", "Workers that reported lately");
    this.browsers = gauge(meters, "lotview.fleet.browsers", "Jobs that they can run at once");
    this.free = gauge(meters, "lotview.fleet.browsers.free", "Jobs that they could begin now");
  }

  private static AtomicInteger gauge(MeterRegistry meters, String name, String meaning) {
    AtomicInteger value = new AtomicInteger();
    Gauge.builder(name, value, AtomicInteger::get).description(meaning).register(meters);
    return value;
  }

  @Override
  protected Mono<Void> poll() {
    return fleet.capacity().doOnNext(this::show).flatMap(now -> now.isAway() ? away() : back());
  }

  private void show(FleetCapacity now) {
    workers.set(now.workers());
    browsers.set(now.browsers());
    free.set(now.free());
  }

  private Mono<Void> away() {
    Instant now = clock.instant();
    return transactions
        .inSystem(store.away(now))
        .filter(since -> !since.plus(properties.fleetAlertDelay()).isAfter(now))
        .flatMap(since -> tellOperators(since).then(tellDealerships(since, now)));
  }

  private Mono<Void> tellOperators(Instant since) {
    return transactions
        .inSystem(store.toldOperators())
        .filter(first -> first)
        .doOnNext(first -> LOG.error("No worker has been there since {}: all jobs wait", since))
        .then();
  }

  // Also those whose first job becomes due while the fleet is away.
  private Mono<Void> tellDealerships(Instant since, Instant now) {
    return transactions
        .inSystemMany(store.waiting(now))
        .collectList()
        .flatMapIterable(all -> all)
        .concatMap(waiting -> tell(waiting, since))
        .then();
  }

  private Mono<Void> tell(FleetStore.Waiting waiting, Instant since) {
    UUID dealership = waiting.dealershipId();
    return transactions.inTenant(
        dealership,
        store
            .told(dealership)
            .filter(first -> first)
            .flatMap(first -> events.away(dealership, since, waiting.jobs())));
  }

  private Mono<Void> back() {
    return transactions
        .inSystem(store.back())
        .filter(told -> told)
        .doOnNext(told -> LOG.warn("A worker is there again"))
        .thenMany(Flux.defer(() -> transactions.inSystemMany(store.told())))
        .collectList()
        .flatMapIterable(all -> all)
        .concatMap(this::tellBack)
        .then();
  }

  private Mono<Void> tellBack(UUID dealership) {
    return transactions.inTenant(
        dealership,
        store
            .toldBack(dealership)
            .filter(first -> first)
            .flatMap(first -> events.back(dealership)));
  }
}
