package com.lotview.posting.posting.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.events.EventReader;
import com.lotview.kit.events.Handling;
import com.lotview.kit.events.Inbox;
import com.lotview.kit.events.IncomingEvent;
import com.lotview.posting.dispatch.JobResult;
import com.lotview.posting.posting.model.TimelineEntry;
import com.lotview.posting.posting.progress.HandleJobResult;
import com.lotview.posting.posting.progress.ListingTexts;
import com.lotview.posting.posting.progress.WorkerSteps;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Receives texts, steps and results. Each event has its effect once, however often it arrives.
 *
 * <p>Steps only add lines, so one transaction writes those of a poll. A text or a result locks its
 * account's slot and later the outbox. Two of them in one transaction would lock a second slot
 * after the outbox, against the lock order (see {@code DispatchQueue}).
 */
@Component
class PostingListeners {
  private static final String GROUP = "posting";
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final Duration POLL_DEADLINE = Duration.ofMinutes(2);

  private final Inbox inbox;
  private final EventReader reader;
  private final ListingTexts texts;
  private final WorkerSteps steps;
  private final HandleJobResult results;

  PostingListeners(
      Inbox inbox,
      EventReader reader,
      ListingTexts texts,
      WorkerSteps steps,
      HandleJobResult results) {
    this.inbox = inbox;
    this.reader = reader;
    this.texts = texts;
    this.steps = steps;
    this.results = results;
  }

  @KafkaListener(topics = Topics.LISTING_GENERATED, groupId = GROUP)
  void listingGenerated(ConsumerRecord<String, String> record) {
    IncomingEvent event = IncomingEvent.of(record);
    if (event.type().equals(EventTypes.LISTING_GENERATED)) {
      EventsIn.ListingGenerated body = reader.body(event, EventsIn.ListingGenerated.class);
      once(
          event,
          body.dealershipId(),
          Mono.defer(
              () -> texts.arrived(body.postingId(), body.attempt(), body.text(), body.reasons())));
    }
  }

  // The topic also carries this service's own posting.state.
  @KafkaListener(topics = Topics.POSTING_PROGRESS, groupId = GROUP, batch = "true")
  void postingSteps(List<ConsumerRecord<String, String>> records) {
    inbox.all(GROUP, records, this::step).block(POLL_DEADLINE);
  }

  private Optional<Handling> step(IncomingEvent event) {
    return switch (event.type()) {
      case EventTypes.POSTING_STEP -> {
        EventsIn.PostingStep body = reader.body(event, EventsIn.PostingStep.class);
        yield line(body.dealershipId(), body.postingId(), body.entry(event.time()));
      }
      case EventTypes.FORM_HEALED -> {
        EventsIn.FormHealed body = reader.body(event, EventsIn.FormHealed.class);
        yield line(body.dealershipId(), body.postingId(), body.entry(event.time()));
      }
      default -> Optional.empty();
    };
  }

  private Optional<Handling> line(UUID dealershipId, @Nullable UUID posting, TimelineEntry line) {
    return Optional.ofNullable(posting)
        .map(known -> new Handling(dealershipId, steps.arrived(known, line)));
  }

  @KafkaListener(topics = Topics.POSTING_COMPLETED, groupId = GROUP)
  void postingCompleted(ConsumerRecord<String, String> record) {
    IncomingEvent event = IncomingEvent.of(record);
    if (!event.type().equals(EventTypes.POSTING_COMPLETED)) {
      return;
    }
    JobResult result = reader.body(event, EventsIn.JobCompleted.class).result();
    once(event, result.account().dealershipId(), Mono.defer(() -> results.handle(result)));
  }

  private void once(IncomingEvent event, UUID dealershipId, Mono<Void> work) {
    inbox.once(GROUP, event, dealershipId, work).block(DEADLINE);
  }
}
