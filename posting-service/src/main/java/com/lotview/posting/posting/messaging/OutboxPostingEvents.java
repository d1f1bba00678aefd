package com.lotview.posting.posting.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingEvents;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  public Mono<Void> ordered(List<Posting> postings) {
    List<OutboxEvent> events = new ArrayList<>();
    // Topic after topic: every transaction takes their locks in the same order.
    for (Posting posting : postings) {
      events.add(state(PostingStateBody.queued(posting)));
      events.add(state(PostingStateBody.of(posting, PostingStatus.GENERATING, null)));
    }
    postings.forEach(posting -> events.add(listingRequested(posting)));
    return outbox.append(events.toArray(OutboxEvent[]::new));
  }

  @Override
  public Mono<Void> textWanted(Posting posting) {
    return outbox.append(listingRequested(posting));
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
            PostingRequestedBody.of(posting, properties.jobTimeout())));
  }

  private static OutboxEvent listingRequested(Posting posting) {
    return new OutboxEvent(
        Topics.LISTING_REQUESTED,
        posting.id().toString(),
        EventTypes.LISTING_REQUESTED,
        ListingRequestedBody.of(posting));
  }

  private static OutboxEvent state(PostingStateBody body) {
    return new OutboxEvent(
        Topics.POSTING_PROGRESS, body.fbAccountId().toString(), EventTypes.POSTING_STATE, body);
  }
}
