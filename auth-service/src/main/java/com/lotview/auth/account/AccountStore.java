package com.lotview.auth.account;

import com.lotview.contracts.Market;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Stores dealerships and people. Every call joins the running transaction. */
public interface AccountStore {
  /** The person with this e-mail, of any dealership; needs the system's transaction. */
  Mono<Account> findByEmail(String email);

  /** A person of the transaction's dealership. */
  Mono<Account> find(UUID userId);

  /** The transaction's dealership, if it has this id. */
  Mono<Dealership> findDealership(UUID id);

  /** The dealership, locked until the transaction ends. */
  Mono<Dealership> findDealershipLocked(UUID id);

  /**
   * Changes the dealership, but not its texts.
   *
   * @param market where it is from then on
   */
  Mono<Void> change(UUID id, DealershipChange change, Market market);

  /** Replaces the dealership's texts. */
  Mono<Void> changeTexts(UUID id, DealershipTexts texts);

  /** Whether a dealership exists; needs the system's transaction. */
  Mono<Boolean> anyDealership();

  /** Whether a slug is taken in the whole system; needs the system's transaction. */
  Mono<Boolean> slugTaken(String slug);

  /** Adds a dealership. */
  Mono<Void> insert(UUID id, String slug, NewDealership dealership);

  /** Adds a person; fails if the e-mail is in use anywhere in the system. */
  Mono<Void> insert(UUID dealershipId, UUID userId, NewUser user, String passwordHash);

  /** Stores the time of the sign-in. */
  Mono<Void> noteLogin(UUID userId, Instant at);
}
