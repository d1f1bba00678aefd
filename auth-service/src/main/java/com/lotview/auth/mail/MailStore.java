package com.lotview.auth.mail;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Mails that wait. Every call joins the running transaction; all but {@link #add} the system's. */
public interface MailStore {
  /** Adds a mail that is due at once. */
  Mono<Void> add(Mail mail, Instant now);

  /** Takes mails that are due; they are due again at {@code again} unless they were sent. */
  Flux<DueMail> takeDue(Instant now, Instant again, int count);

  /** The mail was sent. */
  Mono<Void> remove(UUID id);

  /** The mail was not sent; it is tried again then. */
  Mono<Void> postpone(UUID id, Instant next);

  /** The mail was not even tried: it is tried again then, and this try does not count. */
  Mono<Void> putBack(UUID id, Instant next);

  /** The mail is kept and not tried again. */
  Mono<Void> giveUp(UUID id);

  /**
   * A mail to send.
   *
   * @param tries this one included
   */
  record DueMail(Mail mail, int tries) {}
}
