package com.lotview.notification.event.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.events.EventReader;
import com.lotview.kit.events.Handling;
import com.lotview.kit.events.Inbox;
import com.lotview.kit.events.IncomingEvent;
import com.lotview.notification.event.AccountSessionChanged;
import com.lotview.notification.event.BulkProgressed;
import com.lotview.notification.event.EventLog;
import com.lotview.notification.event.FleetStateChanged;
import com.lotview.notification.event.ImportProgressed;
import com.lotview.notification.event.ListingChangeReached;
import com.lotview.notification.event.ListingFound;
import com.lotview.notification.event.News;
import com.lotview.notification.event.PostingStateChanged;
import com.lotview.notification.event.PostingStepReached;
import com.lotview.notification.event.RemovalsHeld;
import com.lotview.notification.event.StockFeedChanged;
import com.lotview.notification.event.VehicleChanged;
import com.lotview.notification.notice.Concern;
import com.lotview.notification.notice.Concerns;
import com.lotview.notification.notice.Notices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Logs each event of other services once, in the order of its key, and raises notices for the
 * people who must know. The events of one poll share one transaction per dealership, which wakes
 * its followers once.
 */
@Component
final class EventListeners {
  private static final Logger LOG = LoggerFactory.getLogger(EventListeners.class);
  private static final String CONSUMER = "notification";
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private final Inbox inbox;
  private final EventReader reader;
  private final EventLog log;
  private final Notices notices;

  EventListeners(Inbox inbox, EventReader reader, EventLog log, Notices notices) {
    this.inbox = inbox;
    this.reader = reader;
    this.log = log;
    this.notices = notices;
  }

  @KafkaListener(
      topics = Topics.POSTING_PROGRESS,
      groupId = CONSUMER,
      concurrency = "3",
      batch = "true")
  void onPostingProgress(List<ConsumerRecord<String, String>> records) {
    log(records, this::postingProgress);
  }

  @KafkaListener(topics = Topics.ACCOUNT_SESSION, groupId = CONSUMER, batch = "true")
  void onAccountSession(List<ConsumerRecord<String, String>> records) {
    log(records, this::accountSession);
  }

  @KafkaListener(topics = Topics.VEHICLE_CHANGED, groupId = CONSUMER, batch = "true")
  void onVehicleChanged(List<ConsumerRecord<String, String>> records) {
    log(records, this::vehicleChanged);
  }

  private void log(
      List<ConsumerRecord<String, String>> records,
      Function<IncomingEvent, Optional<Handling>> handling) {
    inbox.all(CONSUMER, records, handling).block(DEADLINE);
  }

  private Optional<Handling> postingProgress(IncomingEvent event) {
    return switch (event.type()) {
      case EventTypes.POSTING_STATE -> {
        PostingStateChanged body = reader.body(event, PostingStateChanged.class);
        Optional<News> news = body.news();
        if (news.isEmpty()) {
          LOG.info("Passed over the unknown state {}", body.status());
        }
        yield entry(body.dealershipId(), news, Concerns.of(body));
      }
      case EventTypes.POSTING_STEP -> {
        PostingStepReached body = reader.body(event, PostingStepReached.class);
        yield entry(body.dealershipId(), Optional.of(body.news()), Optional.empty());
      }
      case EventTypes.POSTING_CHANGE -> {
        ListingChangeReached body = reader.body(event, ListingChangeReached.class);
        yield entry(body.dealershipId(), body.news(), Concerns.of(body));
      }
      case EventTypes.BULK_PROGRESS -> {
        BulkProgressed body = reader.body(event, BulkProgressed.class);
        yield entry(body.dealershipId(), Optional.of(body.news()), Optional.empty());
      }
      case EventTypes.REMOVALS_HELD -> {
        RemovalsHeld body = reader.body(event, RemovalsHeld.class);
        yield entry(body.dealershipId(), Optional.of(body.news()), Optional.of(Concerns.of(body)));
      }
      case EventTypes.FLEET_STATE -> {
        FleetStateChanged body = reader.body(event, FleetStateChanged.class);
        yield entry(body.dealershipId(), Optional.of(body.news()), Concerns.of(body));
      }
      case EventTypes.LISTING_SEEN -> {
        ListingFound body = reader.body(event, ListingFound.class);
        yield entry(body.dealershipId(), Optional.of(body.news()), Concerns.of(body));
      }
      // For the operators of the fleet; the posting's timeline has it.
      case EventTypes.FORM_HEALED -> Optional.empty();
      default -> passOver(event);
    };
  }

  private Optional<Handling> accountSession(IncomingEvent event) {
    if (!EventTypes.ACCOUNT_SESSION.equals(event.type())) {
      return passOver(event);
    }
    AccountSessionChanged body = reader.body(event, AccountSessionChanged.class);
    return entry(body.dealershipId(), body.news(), Concerns.of(body));
  }

  private Optional<Handling> vehicleChanged(IncomingEvent event) {
    return switch (event.type()) {
      case EventTypes.VEHICLE_CHANGED -> {
        VehicleChanged body = reader.body(event, VehicleChanged.class);
        yield entry(body.dealershipId(), Optional.of(body.news()), Optional.empty());
      }
      case EventTypes.IMPORT_PROGRESS -> {
        ImportProgressed body = reader.body(event, ImportProgressed.class);
        yield entry(body.dealershipId(), Optional.of(body.news()), Optional.empty());
      }
      case EventTypes.STOCK_FEED_STATE -> {
        StockFeedChanged body = reader.body(event, StockFeedChanged.class);
        yield entry(body.dealershipId(), Optional.of(body.news()), Concerns.of(body));
      }
      // Each of its vehicles has an event of its own.
      case EventTypes.VEHICLE_VANISHED -> Optional.empty();
      // Managers find it in their list.
      case EventTypes.VEHICLE_SUGGESTION -> Optional.empty();
      default -> passOver(event);
    };
  }

  private Optional<Handling> entry(
      UUID dealershipId, Optional<News> news, Optional<Concern> concern) {
    if (news.isEmpty() && concern.isEmpty()) {
      return Optional.empty();
    }
    Mono<Void> logged = Mono.justOrEmpty(news).flatMap(one -> log.append(dealershipId, one));
    Mono<Void> told = Mono.justOrEmpty(concern).flatMap(one -> notices.raise(dealershipId, one));
    return Optional.of(new Handling(dealershipId, logged.then(told)));
  }

  private static Optional<Handling> passOver(IncomingEvent event) {
    LOG.info("Passed over an event of the unknown type {}", event.type());
    return Optional.empty();
  }
}
