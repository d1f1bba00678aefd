package com.lotview.notification.event.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.events.EventReader;
import com.lotview.kit.events.Inbox;
import com.lotview.kit.events.IncomingEvent;
import com.lotview.notification.event.AccountSessionChanged;
import com.lotview.notification.event.BulkProgressed;
import com.lotview.notification.event.EventLog;
import com.lotview.notification.event.ListingChangeReached;
import com.lotview.notification.event.News;
import com.lotview.notification.event.PostingStateChanged;
import com.lotview.notification.event.PostingStepReached;
import com.lotview.notification.event.RemovalsHeld;
import com.lotview.notification.event.VehicleChanged;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Logs each event of other services once, in the order of its key. */
@Component
final class EventListeners {
  private static final Logger LOG = LoggerFactory.getLogger(EventListeners.class);
  private static final String CONSUMER = "notification";
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final Inbox inbox;
  private final EventReader reader;
  private final EventLog log;

  EventListeners(Inbox inbox, EventReader reader, EventLog log) {
    this.inbox = inbox;
    this.reader = reader;
    this.log = log;
  }

  @KafkaListener(topics = Topics.POSTING_PROGRESS, groupId = CONSUMER, concurrency = "3")
  void onPostingProgress(ConsumerRecord<String, String> record) {
    IncomingEvent event = IncomingEvent.of(record);
    switch (event.type()) {
      case EventTypes.POSTING_STATE -> {
        PostingStateChanged body = reader.body(event, PostingStateChanged.class);
        Optional<News> news = body.news();
        if (news.isEmpty()) {
          LOG.info("Passed over the unknown state {}", body.status());
        }
        log(event, body.dealershipId(), news);
      }
      case EventTypes.POSTING_STEP -> {
        PostingStepReached body = reader.body(event, PostingStepReached.class);
        log(event, body.dealershipId(), Optional.of(body.news()));
      }
      case EventTypes.POSTING_CHANGE -> {
        ListingChangeReached body = reader.body(event, ListingChangeReached.class);
        log(event, body.dealershipId(), body.news());
      }
      case EventTypes.BULK_PROGRESS -> {
        BulkProgressed body = reader.body(event, BulkProgressed.class);
        log(event, body.dealershipId(), Optional.of(body.news()));
      }
      case EventTypes.REMOVALS_HELD -> {
        RemovalsHeld body = reader.body(event, RemovalsHeld.class);
        log(event, body.dealershipId(), Optional.of(body.news()));
      }
      default -> passOver(event);
    }
  }

  @KafkaListener(topics = Topics.ACCOUNT_SESSION, groupId = CONSUMER)
  void onAccountSession(ConsumerRecord<String, String> record) {
    IncomingEvent event = IncomingEvent.of(record);
    if (!EventTypes.ACCOUNT_SESSION.equals(event.type())) {
      passOver(event);
      return;
    }
    AccountSessionChanged body = reader.body(event, AccountSessionChanged.class);
    log(event, body.dealershipId(), body.news());
  }

  @KafkaListener(topics = Topics.VEHICLE_CHANGED, groupId = CONSUMER)
  void onVehicleChanged(ConsumerRecord<String, String> record) {
    IncomingEvent event = IncomingEvent.of(record);
    switch (event.type()) {
      case EventTypes.VEHICLE_CHANGED -> {
        VehicleChanged body = reader.body(event, VehicleChanged.class);
        log(event, body.dealershipId(), Optional.of(body.news()));
      }
      // Each vehicle of it was told of by itself.
      case EventTypes.VEHICLE_VANISHED -> {}
      default -> passOver(event);
    }
  }

  private void log(IncomingEvent event, UUID dealershipId, Optional<News> news) {
    news.ifPresent(known ->
        inbox.once(CONSUMER, event, dealershipId, log.append(dealershipId, known)).block(DEADLINE));
  }

  private static void passOver(IncomingEvent event) {
    LOG.info("Passed over an event of the unknown type {}", event.type());
  }
}
