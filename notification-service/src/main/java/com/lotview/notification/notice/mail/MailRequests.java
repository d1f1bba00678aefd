package com.lotview.notification.notice.mail;

import reactor.core.publisher.Mono;

/** Requests mails; the service that sends them knows the addresses. */
public interface MailRequests {
  /** Requests a mail, in the running transaction. */
  Mono<Void> request(MailRequested mail);
}
