package com.lotview.posting.posting.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.posting.posting.Posting;
import com.lotview.posting.posting.PostingEvents;
import com.lotview.posting.posting.PostingStatus;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxPostingEvents implements PostingEvents {
  private final Outbox outbox;
  private final PostingProperties properties;

  OutboxPostingEvents(Outbox outbox, PostingProperties properties) {
    this.outbox = outbox;
    this.properties = properties;
  }

  @Override
  public Mono<Void> ordered(Posting posting) {
    return outbox.append(
        state(PostingStateBody.queued(posting)),
        state(PostingStateBody.of(posting, PostingStatus.GENERATING, null)),
        new OutboxEvent(
            Topics.LISTING_REQUESTED,
            posting.id().toString(),
            EventTypes.LISTING_REQUESTED,
            ListingRequestedBody.of(posting)));
  }

  @Override
  public Mono<Void> changed(Posting posting, @Nullable Instant retryAt) {
    return outbox.append(
        state(
            retryAt == null
                ? PostingStateBody.of(posting, posting.status(), null)
                : PostingStateBody.of(posting, PostingStatus.FAILED, retryAt)));
  }

  @Override
  public Mono<Void> requested(Posting posting) {
    return outbox.append(
        new OutboxEvent(
            Topics.POSTING_REQUESTED,
            posting.fbAccountId().toString(),
            EventTypes.POSTING_REQUESTED,
            PostingRequestedBody.of(posting, properties.jobDeadline())));
  }

  private static OutboxEvent state(PostingStateBody body) {
    return new OutboxEvent(
        Topics.POSTING_PROGRESS, body.fbAccountId().toString(), EventTypes.POSTING_STATE, body);
  }
}
