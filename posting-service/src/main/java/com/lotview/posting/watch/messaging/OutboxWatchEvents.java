package com.lotview.posting.watch.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.posting.dispatch.ListingSurvey;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.watch.AccountWatch;
import com.lotview.posting.watch.Finding;
import com.lotview.posting.watch.WatchEvents;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxWatchEvents implements WatchEvents {
  private final Outbox outbox;
  private final PostingProperties properties;

  OutboxWatchEvents(Outbox outbox, PostingProperties properties) {
    this.outbox = outbox;
    this.properties = properties;
  }

  @Override
  public LookRequestedBody order(AccountWatch look, List<Posting> listings) {
    return LookRequestedBody.of(look, listings, properties.watchTimeout());
  }

  @Override
  public Mono<Void> requested(AccountWatch look, List<Posting> listings) {
    return outbox.append(
        new OutboxEvent(
            Topics.POSTING_REQUESTED,
            look.account().fbAccountId().toString(),
            EventTypes.POSTING_REQUESTED,
            order(look, listings)));
  }

  @Override
  public Mono<Void> found(
      Posting posting, Finding finding, String message, ListingSurvey.Seen seen, Instant at) {
    ListingSeen body =
        new ListingSeen(
            posting.id(),
            posting.dealershipId(),
            posting.vehicleId(),
            posting.userId(),
            posting.fbAccountId(),
            finding,
            message,
            seen.says(),
            seen.priceCents(),
            posting.snapshot().vehicle().priceCents(),
            seen.clicks(),
            posting.live() == null ? null : posting.live().url(),
            finding.actions(),
            at);
    return outbox.append(
        new OutboxEvent(
            Topics.POSTING_PROGRESS,
            posting.fbAccountId().toString(),
            EventTypes.LISTING_SEEN,
            body));
  }

  /** Body of {@code listing.seen}. */
  record ListingSeen(
      UUID postingId,
      UUID dealershipId,
      UUID vehicleId,
      UUID userId,
      UUID fbAccountId,
      Finding finding,
      String message,
      @Nullable String says,
      @Nullable Long priceCents,
      @Nullable Long orderedCents,
      @Nullable Integer clicks,
      @Nullable String fbListingUrl,
      List<Finding.Action> actions,
      Instant at) {}
}
