package com.lotview.notification.person;

import reactor.core.publisher.Mono;

/** The people of the transaction's dealership. */
public interface People {
  /** Stores what is known of a person now. */
  Mono<Void> put(UserChanged person);
}
