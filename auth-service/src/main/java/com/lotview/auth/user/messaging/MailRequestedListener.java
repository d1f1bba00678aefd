package com.lotview.auth.user.messaging;

import com.lotview.auth.user.RequestedMail;
import com.lotview.auth.user.RequestedMails;
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

/** Adds each requested mail once. */
@Component
class MailRequestedListener {
  private static final Logger LOG = LoggerFactory.getLogger(MailRequestedListener.class);
  private static final String CONSUMER = "auth";
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final Inbox inbox;
  private final EventReader reader;
  private final RequestedMails mails;

  MailRequestedListener(Inbox inbox, EventReader reader, RequestedMails mails) {
    this.inbox = inbox;
    this.reader = reader;
    this.mails = mails;
  }

  @KafkaListener(topics = Topics.MAIL_REQUESTED, groupId = CONSUMER)
  void on(ConsumerRecord<String, String> record) {
    IncomingEvent event = IncomingEvent.of(record);
    if (!event.type().equals(EventTypes.MAIL_REQUESTED)) {
      LOG.info("Passed over an event of unknown type {}", event.type());
      return;
    }
    RequestedMail mail = reader.body(event, RequestedMail.class);
    inbox.once(CONSUMER, event, mail.dealershipId(), mails.add(mail)).block(DEADLINE);
  }
}
