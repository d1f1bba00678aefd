package com.lotview.posting.fleet;

import com.lotview.posting.dispatch.AccountRef;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is known of the fleet. Unless stated differently, every method runs in a transaction of the
 * system.
 */
public interface FleetStore {

  /** Notes a report; forgets workers that have been silent for a day. */
  Mono<Void> note(WorkerReport report, Instant now);

  /** The workers that reported since then. */
  Mono<FleetCapacity> capacity(Instant since);

  /**
   * Jobs that are handed over and not begun, then those that wait for their turn, in order of their
   * time; accounts that are shut are left out.
   */
  Flux<InLine> line(int limit);

  /** When each dealership was last handed over a job; only dealerships with something in line. */
  Flux<Served> served();

  /**
   * Notes that the fleet is away.
   *
   * @return since when
   */
  Mono<Instant> away(Instant now);

  /** Notes that operators were notified that the fleet is away; false if they already were. */
  Mono<Boolean> toldOperators();

  /** Notes that the fleet is there; true if operators were notified that it was away. */
  Mono<Boolean> back();

  /**
   * Notes that the dealership was notified that the fleet is away; in a transaction of the
   * dealership.
   *
   * @return false if it already was
   */
  Mono<Boolean> told(UUID dealershipId);

  /** The dealerships that were notified. */
  Flux<UUID> told();

  /**
   * Notes that the dealership was notified that the fleet is back; in a transaction of the
   * dealership.
   *
   * @return false if it already was
   */
  Mono<Boolean> toldBack(UUID dealershipId);

  /** Dealerships with jobs that are due, and how many. */
  Flux<Waiting> waiting(Instant now);

  /**
   * A job in line; for a post, {@code job} is the posting.
   *
   * @param handedOver the fleet has it, and no worker has begun it
   * @param earliest when its account may run it, as far as the slot shows
   */
  record InLine(AccountRef account, UUID job, boolean handedOver, Instant earliest) {}

  /** A dealership's latest turn. */
  record Served(UUID dealershipId, Instant at) {}

  /** A dealership's due jobs. */
  record Waiting(UUID dealershipId, int jobs) {}
}
