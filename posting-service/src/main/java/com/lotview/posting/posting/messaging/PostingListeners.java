package com.lotview.posting.posting.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.events.EventReader;
import com.lotview.kit.events.Handling;
import com.lotview.kit.events.Inbox;
import com.lotview.kit.events.IncomingEvent;
import com.lotview.posting.posting.model.TimelineEntry;
import com.lotview.posting.posting.progress.HandleAttemptResult;
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
 * Hears of texts, steps and ends. Each event has its effect once, however often it comes.
 *
 * <p>Steps only add lines, so those of a poll are written together. A text or an end takes its
 * account's slot and then, at its place in the order of locks, the outbox: two of them in one
 * transaction would take a second slot behind the outbox, against that order (see {@code
 * DispatchQueue}), and keep the first account waiting meanwhile.
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
  private final HandleAttemptResult completions;
  private final Arrivals arrivals;

  PostingListeners(
      Inbox inbox,
      EventReader reader,
      ListingTexts texts,
      WorkerSteps steps,
      HandleAttemptResult completions,
      Arrivals arrivals) {
    this.inbox = inbox;
    this.reader = reader;
    this.texts = texts;
    this.steps = steps;
    this.completions = completions;
    this.arrivals = arrivals;
  }

  @KafkaListener(topics = Topics.LISTING_GENERATED, groupId = GROUP)
  void listingGenerated(ConsumerRecord<String, String> record) {
    IncomingEvent event = IncomingEvent.of(record);
    if (event.type().equals(EventTypes.LISTING_GENERATED)) {
      EventsIn.ListingGenerated body = reader.body(event, EventsIn.ListingGenerated.class);
      once(
          event,
          body.dealershipId(),
          Mono.defer(() ->
              texts.arrived(
                  body.dealershipId(),
                  body.postingId(),
                  body.attempt(),
                  body.text(),
                  body.reasons())));
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
    EventsIn.JobCompleted job = reader.body(event, EventsIn.JobCompleted.class);
    if (job.isPost()) {
      EventsIn.PostingCompleted body = reader.body(event, EventsIn.PostingCompleted.class);
      once(event, body.dealershipId(), Mono.defer(() -> completions.arrived(body.completion())));
    } else {
      once(event, job.dealershipId(), Mono.defer(() -> arrivals.arrived(job.end())));
    }
  }

  private void once(IncomingEvent event, UUID dealershipId, Mono<Void> work) {
    inbox.once(GROUP, event, dealershipId, work).block(DEADLINE);
  }
}
