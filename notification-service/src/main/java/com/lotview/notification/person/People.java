package com.lotview.notification.person;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** The people of the transaction's dealership. */
public interface People {
  /** Stores what is known of a person now. */
  Mono<Void> put(UserChanged person);

  /**
   * Deletes notices, waiting mails, preferences and tickets of a person, and what events for the
   * person alone say. The log keeps its numbers; the id stays, so that no event makes a new notice.
   */
  Mono<Void> erase(UUID userId);
}
