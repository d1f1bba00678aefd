package com.lotview.notification.notice.mail;

import reactor.core.publisher.Mono;

/** Asks for mails; whoever sends them knows the addresses. */
public interface MailRequests {
  /** Asks for a mail, in the running transaction. */
  Mono<Void> request(MailRequested mail);
}
