package com.lotview.posting.fleet.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.posting.fleet.FleetEvents;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxFleetEvents implements FleetEvents {
  private final Outbox outbox;

  OutboxFleetEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Mono<Void> away(UUID dealershipId, Instant since, int jobs) {
    return append(new FleetStateBody(dealershipId, true, since, jobs));
  }

  @Override
  public Mono<Void> back(UUID dealershipId) {
    return append(new FleetStateBody(dealershipId, false, null, 0));
  }

  private Mono<Void> append(FleetStateBody body) {
    return outbox.append(
        new OutboxEvent(
            Topics.POSTING_PROGRESS, body.dealershipId().toString(), EventTypes.FLEET_STATE, body));
  }

  /**
   * Body of {@code fleet.state}.
   *
   * @param since when the last worker was there; null if there is one
   */
  record FleetStateBody(
      UUID dealershipId, boolean away, @Nullable Instant since, int waitingJobs) {}
}
