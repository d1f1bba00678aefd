package com.lotview.notification.notice.mail.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.notification.notice.mail.MailRequested;
import com.lotview.notification.notice.mail.MailRequests;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class OutboxMailRequests implements MailRequests {
  private final Outbox outbox;

  OutboxMailRequests(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Mono<Void> request(MailRequested mail) {
    return outbox.append(
        new OutboxEvent(
            Topics.MAIL_REQUESTED, mail.userId().toString(), EventTypes.MAIL_REQUESTED, mail));
  }
}
