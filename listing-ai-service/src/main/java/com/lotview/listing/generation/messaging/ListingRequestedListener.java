package com.lotview.listing.generation.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.events.EventReader;
import com.lotview.kit.events.Inbox;
import com.lotview.kit.events.IncomingEvent;
import com.lotview.kit.id.Ids;
import com.lotview.listing.generation.GenerationService;
import com.lotview.listing.generation.GenerationWorkers;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes {@code listing.requested}; waits for the database only, never for an AI writer. */
@Component
final class ListingRequestedListener {
  private static final Logger LOG = LoggerFactory.getLogger(ListingRequestedListener.class);
  private static final String CONSUMER = "listing";
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final Inbox inbox;
  private final EventReader reader;
  private final GenerationService generations;
  private final GenerationWorkers workers;

  ListingRequestedListener(
      Inbox inbox, EventReader reader, GenerationService generations, GenerationWorkers workers) {
    this.inbox = inbox;
    this.reader = reader;
    this.generations = generations;
    this.workers = workers;
  }

  @KafkaListener(topics = Topics.LISTING_REQUESTED, groupId = CONSUMER, concurrency = "2")
  void on(ConsumerRecord<String, String> record) {
    IncomingEvent event = IncomingEvent.of(record);
    if (!EventTypes.LISTING_REQUESTED.equals(event.type())) {
      LOG.info("Passed over an event of the unknown type {}", event.type());
      return;
    }
    ListingRequested body = reader.body(event, ListingRequested.class);
    inbox
        .once(
            CONSUMER,
            event,
            body.dealershipId(),
            generations.accept(body.generation(Ids.next(), event.traceparent())))
        .block(DEADLINE);
    workers.wake();
  }
}
