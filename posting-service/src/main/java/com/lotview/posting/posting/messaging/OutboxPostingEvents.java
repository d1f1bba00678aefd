package com.lotview.posting.posting.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.posting.account.formcheck.FormCheckStore;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingEvents;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxPostingEvents implements PostingEvents {
  private final Outbox outbox;
  private final FormCheckStore checks;
  private final PostingProperties properties;

  OutboxPostingEvents(Outbox outbox, FormCheckStore checks, PostingProperties properties) {
    this.outbox = outbox;
    this.checks = checks;
    this.properties = properties;
  }

  @Override
  public Mono<Void> ordered(List<Posting> postings) {
    return languages(postings).flatMap(languages -> outbox.append(ordered(postings, languages)));
  }

  private static OutboxEvent[] ordered(List<Posting> postings, Map<UUID, String> languages) {
    List<OutboxEvent> events = new ArrayList<>();
    // Topic after topic: every transaction takes their locks in the same order.
    for (Posting posting : postings) {
      events.add(state(PostingStateBody.queued(posting)));
      events.add(state(PostingStateBody.of(posting, posting.status(), null)));
    }
    postings.stream()
        .filter(posting -> posting.text() == null && posting.status() == PostingStatus.GENERATING)
        .forEach(posting -> events.add(listingRequested(posting, languages)));
    return events.toArray(OutboxEvent[]::new);
  }

  @Override
  public Mono<Void> textWanted(Posting posting) {
    return languages(List.of(posting))
        .flatMap(languages -> outbox.append(listingRequested(posting, languages)));
  }

  private Mono<Map<UUID, String>> languages(List<Posting> postings) {
    return checks.languages(postings.stream().map(Posting::fbAccountId).distinct().toList());
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
  public Mono<Void> reordered(Posting posting) {
    return outbox.append(state(PostingStateBody.reordered(posting)));
  }

  @Override
  public Mono<Void> requested(Posting posting) {
    return outbox.append(
        new OutboxEvent(
            Topics.POSTING_REQUESTED,
            posting.fbAccountId().toString(),
            EventTypes.POSTING_REQUESTED,
            order(posting)));
  }

  @Override
  public PostingRequestedBody order(Posting posting) {
    return PostingRequestedBody.of(posting, properties.jobTimeout());
  }

  private static OutboxEvent listingRequested(Posting posting, Map<UUID, String> languages) {
    return new OutboxEvent(
        Topics.LISTING_REQUESTED,
        posting.id().toString(),
        EventTypes.LISTING_REQUESTED,
        ListingRequestedBody.of(posting, languages.get(posting.fbAccountId())));
  }

  private static OutboxEvent state(PostingStateBody body) {
    return new OutboxEvent(
        Topics.POSTING_PROGRESS, body.fbAccountId().toString(), EventTypes.POSTING_STATE, body);
  }
}
