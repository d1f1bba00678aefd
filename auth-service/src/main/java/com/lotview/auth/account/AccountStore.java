package com.lotview.auth.account;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Where dealerships and people are kept. Every call belongs into a running transaction. */
public interface AccountStore {
  /** The person with this e-mail in whichever dealership; needs the system's transaction. */
  Mono<Account> findByEmail(String email);

  /** A person of the transaction's dealership. */
  Mono<Account> find(UUID userId);

  /** The transaction's dealership, if it has this id. */
  Mono<Dealership> findDealership(UUID id);

  /** Puts other texts in the place of the dealership's. */
  Mono<Void> changeTexts(UUID id, DealershipTexts texts);

  /** Whether there is any dealership; needs the system's transaction. */
  Mono<Boolean> anyDealership();

  /** Whether a slug is taken in the whole system; needs the system's transaction. */
  Mono<Boolean> slugTaken(String slug);

  /** Writes a new dealership. */
  Mono<Void> insert(UUID id, String slug, NewDealership dealership);

  /** Writes a new person; fails if the e-mail is taken anywhere in the system. */
  Mono<Void> insert(UUID dealershipId, UUID userId, NewUser user, String passwordHash);

  /** Notes that the person signed in. */
  Mono<Void> noteLogin(UUID userId, Instant at);
}
