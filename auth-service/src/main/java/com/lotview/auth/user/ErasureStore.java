package com.lotview.auth.user;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Deletes what is stored of a person. */
public interface ErasureStore {
  /**
   * Deletes sessions, links, challenges, second factor and mails of the person, and empties the
   * row, in the running transaction of the dealership.
   */
  Mono<Void> erase(UUID id, String email, Instant at);

  /**
   * Deletes what is stored by the address alone, in the running transaction of the system: known
   * devices, registrations, and mails for them.
   */
  Mono<Void> forgetAddress(String email);
}
