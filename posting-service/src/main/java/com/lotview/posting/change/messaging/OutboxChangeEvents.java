package com.lotview.posting.change.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.posting.change.ChangeEvents;
import com.lotview.posting.change.ListingChange;
import com.lotview.posting.change.RemovalHold;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxChangeEvents implements ChangeEvents {
  private final Outbox outbox;
  private final PostingProperties properties;

  OutboxChangeEvents(Outbox outbox, PostingProperties properties) {
    this.outbox = outbox;
    this.properties = properties;
  }

  @Override
  public Mono<Void> requested(ListingChange change, Posting posting) {
    return outbox.append(
        new OutboxEvent(
            Topics.POSTING_REQUESTED,
            change.fbAccountId().toString(),
            EventTypes.POSTING_REQUESTED,
            ChangeRequestedBody.of(change, posting, properties.jobDeadline())));
  }

  @Override
  public Mono<Void> changed(ListingChange change, Posting posting) {
    return outbox.append(
        new OutboxEvent(
            Topics.POSTING_PROGRESS,
            change.fbAccountId().toString(),
            EventTypes.POSTING_CHANGE,
            PostingChangeBody.of(change, posting)));
  }

  @Override
  public Mono<Void> held(RemovalHold hold) {
    Held body =
        new Held(hold.importId(), hold.dealership().value(), hold.held(), hold.live(), hold.at());
    return outbox.append(
        new OutboxEvent(
            Topics.POSTING_PROGRESS,
            hold.dealership().value().toString(),
            EventTypes.REMOVALS_HELD,
            body));
  }

  /** Body of {@code removals.held}. */
  record Held(UUID importId, UUID dealershipId, int held, int live, Instant at) {}
}
