package com.lotview.auth.mail;

import reactor.core.publisher.Mono;

/** Where mails go. */
public interface MailTransport {
  /** Whether mails can be sent at all. */
  boolean available();

  /**
   * Completes when the mail was accepted; if it fails, the mail is tried again. Fails with {@link
   * com.lotview.kit.guard.CallRefused} if it was not even tried, because no mail can be delivered
   * now.
   */
  Mono<Void> send(Mail mail);
}
