package com.lotview.posting.bulk.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.posting.bulk.Bulk;
import com.lotview.posting.bulk.BulkEvents;
import com.lotview.posting.bulk.Tally;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxBulkEvents implements BulkEvents {
  private final Outbox outbox;

  OutboxBulkEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Mono<Void> progressed(Bulk bulk, Tally tally) {
    Body body =
        new Body(
            bulk.id(),
            bulk.dealershipId(),
            bulk.userId(),
            bulk.fbAccountId(),
            tally.total(),
            tally.completed(),
            tally.failed());
    return outbox.append(
        new OutboxEvent(
            Topics.POSTING_PROGRESS,
            bulk.fbAccountId().toString(),
            EventTypes.BULK_PROGRESS,
            body));
  }

  /** Body of {@code bulk.progress}. */
  record Body(
      UUID bulkId,
      UUID dealershipId,
      UUID userId,
      UUID fbAccountId,
      int total,
      int completed,
      int failed) {}
}
