package com.lotview.inventory.posting.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.inventory.posting.KeepPosting;
import com.lotview.inventory.posting.VehiclePosting;
import com.lotview.kit.events.EventReader;
import com.lotview.kit.events.Handling;
import com.lotview.kit.events.Inbox;
import com.lotview.kit.events.IncomingEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the state of each vehicle's latest posting, for the list of vehicles. */
@Component
class PostingListener {
  private static final String CONSUMER = "inventory";
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private final Inbox inbox;
  private final EventReader reader;
  private final KeepPosting postings;

  PostingListener(Inbox inbox, EventReader reader, KeepPosting postings) {
    this.inbox = inbox;
    this.reader = reader;
    this.postings = postings;
  }

  @KafkaListener(topics = Topics.POSTING_PROGRESS, groupId = CONSUMER, batch = "true")
  void onPostings(List<ConsumerRecord<String, String>> records) {
    inbox.all(CONSUMER, records, this::handling).block(DEADLINE);
  }

  private Optional<Handling> handling(IncomingEvent event) {
    if (!EventTypes.POSTING_STATE.equals(event.type())) {
      return Optional.empty();
    }
    State body = reader.body(event, State.class);
    VehiclePosting posting = body.posting(event.time());
    return Optional.of(
        new Handling(
            body.dealershipId(), Mono.defer(() -> postings.keep(body.dealershipId(), posting))));
  }

  /** What this service needs of {@code posting.state}. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record State(
      UUID postingId,
      UUID dealershipId,
      UUID vehicleId,
      String status,
      boolean willRetry,
      @Nullable String fbListingUrl,
      @Nullable Instant scheduledFor) {

    /** An attempt that failed and will be made again leaves the posting ready. */
    VehiclePosting posting(Instant at) {
      String state = willRetry ? "READY" : status;
      return new VehiclePosting(vehicleId, postingId, state, fbListingUrl, scheduledFor, at);
    }
  }
}
