package com.lotview.notification.person.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.events.EventReader;
import com.lotview.kit.events.Handling;
import com.lotview.kit.events.Inbox;
import com.lotview.kit.events.IncomingEvent;
import com.lotview.notification.person.People;
import com.lotview.notification.person.UserChanged;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Stores the people of dealerships; the events of each person come in order. */
@Component
final class PeopleListener {
  private static final Logger LOG = LoggerFactory.getLogger(PeopleListener.class);
  private static final String CONSUMER = "notification";
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private final Inbox inbox;
  private final EventReader reader;
  private final People people;

  PeopleListener(Inbox inbox, EventReader reader, People people) {
    this.inbox = inbox;
    this.reader = reader;
    this.people = people;
  }

  @KafkaListener(topics = Topics.USER_CHANGED, groupId = CONSUMER, batch = "true")
  void onUserChanged(List<ConsumerRecord<String, String>> records) {
    inbox.all(CONSUMER, records, this::handling).block(DEADLINE);
  }

  private Optional<Handling> handling(IncomingEvent event) {
    if (!EventTypes.USER_CHANGED.equals(event.type())) {
      LOG.info("Passed over an event of the unknown type {}", event.type());
      return Optional.empty();
    }
    UserChanged person = reader.body(event, UserChanged.class);
    return Optional.of(new Handling(person.dealershipId(), stored(person)));
  }

  private Mono<Void> stored(UserChanged person) {
    return person.isErased()
        ? people.put(person).then(people.erase(person.userId()))
        : people.put(person);
  }
}
