package com.lotview.posting.fleet;

import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.fleet.FleetStore.Served;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Where posts stand in the line before the fleet, across dealerships. The plan is made for all
 * posts at once on request, and kept for a few seconds; the posts behind the first twenty thousand
 * have no place yet.
 */
@Service
public class WaitingLine {
  private static final int PLANNED = 20_000;
  private static final Duration KEPT = Duration.ofSeconds(3);

  private final FleetStore store;
  private final KnownFleet fleet;
  private final TenantTransactions transactions;
  private final Clock clock;
  private volatile @Nullable Plan latest;

  WaitingLine(FleetStore store, KnownFleet fleet, TenantTransactions transactions, Clock clock) {
    this.store = store;
    this.fleet = fleet;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The line as it was at a moment.
   *
   * @param away no worker is there: nothing is expected to start
   */
  public record Plan(Instant at, boolean away, Map<UUID, Place> places) {}

  /**
   * Where a post stands.
   *
   * @param number from 1: how many posts begin before it, and itself
   * @param start when a worker is expected to begin it
   */
  public record Place(int number, Instant start) {}

  /** The line now, at most a few seconds old; in transactions of its own. */
  public Mono<Plan> now() {
    return Mono.defer(() -> {
      Instant now = clock.instant();
      Plan kept = latest;
      return kept != null && now.isBefore(kept.at().plus(KEPT)) && !now.isBefore(kept.at())
          ? Mono.just(kept)
          : plan(now).doOnNext(made -> latest = made);
    });
  }

  private Mono<Plan> plan(Instant now) {
    return fleet
        .capacity()
        .flatMap(capacity ->
            transactions.inSystem(
                store
                    .line(PLANNED)
                    .collectList()
                    .zipWhen(line -> store.served().collectMap(Served::dealershipId, Served::at))
                    .map(known ->
                        new Plan(
                            now,
                            capacity.isAway(),
                            LinePlan.of(now, capacity, known.getT1(), known.getT2())))));
  }
}
