package com.lotview.auth.user;

import com.lotview.contracts.Role;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stores the people of the transaction's dealership. */
public interface UserStore {
  /** A page of people, by last name. */
  Flux<User> list(UserQuery query);

  /** How many people match the query, over all pages. */
  Mono<Long> count(UserQuery query);

  Mono<User> find(UUID id);

  /** The names of all present and former people and API keys. */
  Flux<PersonName> names();

  /** Allows only one change of the dealership's people at a time, until the transaction ends. */
  Mono<Void> lock(UUID dealershipId);

  /** How many active people have the role. */
  Mono<Long> countActive(Role role);

  /**
   * Adds an invited person; fails with {@link com.lotview.auth.account.EmailTakenException} if the
   * e-mail is in use anywhere.
   */
  Mono<Void> add(UUID dealershipId, User user);

  /** Stores name, role and state. */
  Mono<Void> change(User user);

  /** Stores the hash of a new password. */
  Mono<Void> changePassword(UUID id, String hash);
}
