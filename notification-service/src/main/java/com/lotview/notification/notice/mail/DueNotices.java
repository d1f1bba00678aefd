package com.lotview.notification.notice.mail;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Notices that are to be mailed. */
public interface DueNotices {
  /** People with notices that are due, at most so many. Its own transaction. */
  Flux<Person> people(Instant now, int limit);

  /**
   * Takes all notices of a person that wait to be mailed, due or not, oldest first; none is taken
   * twice. Those that the person has read meanwhile are skipped. Joins the transaction.
   */
  Flux<MailRequested.Item> take(Person person, Instant now);

  /** A person of a dealership. */
  record Person(UUID dealershipId, UUID userId) {}
}
