package com.lotview.posting.change.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.events.EventReader;
import com.lotview.kit.events.Inbox;
import com.lotview.kit.events.IncomingEvent;
import com.lotview.posting.change.stock.MissingFromImport;
import com.lotview.posting.change.stock.StockChanges;
import com.lotview.posting.id.DealershipId;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Receives vehicle events. Each has its effect once, however often it arrives, and a transaction of
 * its own: it may lock accounts' slots and then the outbox, so two in one transaction could break
 * the lock order ({@code DispatchQueue}).
 */
@Component
class VehicleListeners {
  private static final String GROUP = "posting";
  // A list of an import may end hundreds of postings in one transaction.
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final Inbox inbox;
  private final EventReader reader;
  private final StockChanges stock;
  private final MissingFromImport missing;

  VehicleListeners(Inbox inbox, EventReader reader, StockChanges stock, MissingFromImport missing) {
    this.inbox = inbox;
    this.reader = reader;
    this.stock = stock;
    this.missing = missing;
  }

  @KafkaListener(topics = Topics.VEHICLE_CHANGED, groupId = GROUP)
  void onVehicle(ConsumerRecord<String, String> record) {
    IncomingEvent event = IncomingEvent.of(record);
    switch (event.type()) {
      case EventTypes.VEHICLE_CHANGED -> {
        VehicleEvents.VehicleChanged body = reader.body(event, VehicleEvents.VehicleChanged.class);
        once(
            event, body.dealershipId(), Mono.defer(() -> stock.changed(body.update(event.time()))));
      }
      case EventTypes.VEHICLE_VANISHED -> {
        VehicleEvents.VehicleVanished body =
            reader.body(event, VehicleEvents.VehicleVanished.class);
        once(
            event,
            body.dealershipId(),
            Mono.defer(() ->
                missing.handle(
                    new DealershipId(body.dealershipId()),
                    body.importId(),
                    body.vehicleIds(),
                    event.time())));
      }
      default -> {
        // Of a later version.
      }
    }
  }

  private void once(IncomingEvent event, UUID dealershipId, Mono<Void> work) {
    inbox.once(GROUP, event, dealershipId, work).block(DEADLINE);
  }
}
