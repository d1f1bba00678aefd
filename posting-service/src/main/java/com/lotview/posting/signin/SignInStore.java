package com.lotview.posting.signin;

import com.lotview.kit.ticket.Ticket;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Sign-ins. Every method joins the running transaction and sees its dealership only. */
public interface SignInStore {

  /**
   * Adds one.
   *
   * @return fails with a {@code DuplicateKeyException} if the account has one that is open
   */
  Mono<Void> insert(SignIn signIn);

  /** The sign-in. */
  Mono<SignIn> find(UUID id);

  /** The latest of an account, or of one that is to be. */
  Mono<SignIn> latest(UUID accountId);

  /** Gives it its one ticket, in the name of a person. */
  Mono<Void> issue(UUID id, UUID userId, Ticket ticket, Instant until);

  /** The sign-in that the ticket is for, if it is not too old. */
  Mono<SignIn> byTicket(Ticket ticket, Instant now);

  /** The same, and the ticket is invalid afterwards; empty if the sign-in is not OPEN. */
  Mono<SignIn> redeem(Ticket ticket, Instant now);

  /** The worker has a browser for it; empty if it has ended. */
  Mono<SignIn> open(UUID id, String workerUrl);

  /** Ends it; empty if it has ended before. */
  Mono<SignIn> end(
      UUID id, SignIn.State state, @Nullable String reason, @Nullable UUID account, Instant now);

  /** Ends the CONNECTs of a person that have not ended. */
  Mono<Void> cancelConnects(UUID userId, String reason, Instant now);

  /** Ends those of an account whose time is over. */
  Mono<Void> expire(UUID accountId, Instant now);

  /** Forgets those that ended before. */
  Mono<Void> forget(Instant endedBefore);
}
