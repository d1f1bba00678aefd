package com.lotview.posting.dispatch.handover;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How many more jobs this process may hand to the fleet. Measured at each poll and counted down in
 * between. Several processes that dispatch at once may each use what they measured; the fleet then
 * has a few jobs more in line than it needs, which does no harm. Thread-safe.
 */
@Component
class Handover {
  private final FleetRoom fleet;
  private final AtomicInteger left = new AtomicInteger();

  Handover(FleetRoom fleet) {
    this.fleet = fleet;
  }

  /** Measures the fleet's room. */
  Mono<Void> measure() {
    return Mono.defer(fleet::jobs).doOnNext(left::set).then();
  }

  int left() {
    return left.get();
  }

  /** Takes the room of one job; false if there is none. */
  boolean take() {
    return left.getAndUpdate(jobs -> Math.max(0, jobs - 1)) > 0;
  }

  /** The job that took room was not handed over. */
  void giveBack() {
    left.updateAndGet(jobs -> jobs == Integer.MAX_VALUE ? jobs : jobs + 1);
  }
}
