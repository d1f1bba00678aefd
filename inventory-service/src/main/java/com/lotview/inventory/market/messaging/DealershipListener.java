package com.lotview.inventory.market.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Market;
import com.lotview.contracts.Topics;
import com.lotview.inventory.market.Markets;
import com.lotview.kit.events.EventReader;
import com.lotview.kit.events.Handling;
import com.lotview.kit.events.Inbox;
import com.lotview.kit.events.IncomingEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps where dealerships are; of each one the events come in order. */
@Component
class DealershipListener {
  private static final String CONSUMER = "inventory";
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private final Inbox inbox;
  private final EventReader reader;
  private final Markets markets;

  DealershipListener(Inbox inbox, EventReader reader, Markets markets) {
    this.inbox = inbox;
    this.reader = reader;
    this.markets = markets;
  }

  @KafkaListener(topics = Topics.DEALERSHIP_CHANGED, groupId = CONSUMER, batch = "true")
  void onDealerships(List<ConsumerRecord<String, String>> records) {
    inbox.all(CONSUMER, records, this::handling).block(DEADLINE);
  }

  private Optional<Handling> handling(IncomingEvent event) {
    if (!EventTypes.DEALERSHIP_CHANGED.equals(event.type())) {
      return Optional.empty();
    }
    Changed body = reader.body(event, Changed.class);
    return Optional.of(
        new Handling(
            body.dealershipId(),
            Mono.defer(() -> markets.put(body.dealershipId(), body.market()))));
  }

  /** What this service needs of {@code dealership.changed}. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Changed(UUID dealershipId, String country, String currency, DistanceUnit distanceUnit) {
    Market market() {
      return new Market(country, currency, distanceUnit);
    }
  }
}
