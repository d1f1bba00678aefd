package com.lotview.posting.fleet;

import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.dispatch.handover.FleetRoom;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The fleet as its workers report it. */
@Service
public class KnownFleet implements FleetRoom {
  private final FleetStore store;
  private final DispatchQueue waiting;
  private final TenantTransactions transactions;
  private final PostingProperties properties;
  private final Clock clock;

  KnownFleet(
      FleetStore store,
      DispatchQueue waiting,
      TenantTransactions transactions,
      PostingProperties properties,
      Clock clock) {
    this.store = store;
    this.waiting = waiting;
    this.transactions = transactions;
    this.properties = properties;
    this.clock = clock;
  }

  /** Takes a worker's report; free browsers wake the dispatcher. */
  public Mono<Void> report(WorkerReport report) {
    return transactions.inSystem(
        store
            .note(report, clock.instant())
            .then(report.free() > 0 ? waiting.fleetHasRoom() : Mono.empty()));
  }

  /** The workers that are there now. */
  public Mono<FleetCapacity> capacity() {
    return transactions.inSystem(present());
  }

  @Override
  public Mono<Integer> jobs() {
    Mono<Integer> room =
        present()
            .flatMap(fleet -> fleet.isAway() ? Mono.just(0) : waiting.notBegun().map(fleet::room));
    return transactions.inSystem(room);
  }

  private Mono<FleetCapacity> present() {
    return Mono.defer(() -> store.capacity(clock.instant().minus(properties.workerTimeout())));
  }
}
