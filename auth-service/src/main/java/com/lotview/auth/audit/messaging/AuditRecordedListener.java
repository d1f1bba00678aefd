package com.lotview.auth.audit.messaging;

import com.lotview.auth.audit.AuditEntry;
import com.lotview.auth.audit.AuditTrail;
import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.events.EventReader;
import com.lotview.kit.events.Inbox;
import com.lotview.kit.events.IncomingEvent;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Stores what other services record. */
@Component
class AuditRecordedListener {
  private static final Logger LOG = LoggerFactory.getLogger(AuditRecordedListener.class);
  private static final String CONSUMER = "auth";
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final Inbox inbox;
  private final EventReader reader;
  private final AuditTrail trail;

  AuditRecordedListener(Inbox inbox, EventReader reader, AuditTrail trail) {
    this.inbox = inbox;
    this.reader = reader;
    this.trail = trail;
  }

  @KafkaListener(topics = Topics.AUDIT_RECORDED, groupId = CONSUMER)
  void on(ConsumerRecord<String, String> record) {
    IncomingEvent event = IncomingEvent.of(record);
    if (!event.type().equals(EventTypes.AUDIT_RECORDED)) {
      LOG.info("Passed over an event of unknown type {}", event.type());
      return;
    }
    AuditEntry entry = reader.body(event, AuditEntry.class);
    inbox.once(CONSUMER, event, entry.dealershipId(), trail.record(entry)).block(DEADLINE);
  }
}
