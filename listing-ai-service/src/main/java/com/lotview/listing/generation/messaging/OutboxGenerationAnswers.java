package com.lotview.listing.generation.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.listing.generation.Generation;
import com.lotview.listing.generation.GenerationAnswers;
import com.lotview.listing.text.writing.WrittenListing;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class OutboxGenerationAnswers implements GenerationAnswers {
  private final Outbox outbox;

  OutboxGenerationAnswers(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Mono<Void> answer(Generation generation, WrittenListing listing) {
    return outbox.append(
        new OutboxEvent(
            Topics.LISTING_GENERATED,
            generation.postingId().toString(),
            EventTypes.LISTING_GENERATED,
            ListingGenerated.of(generation, listing)));
  }
}
