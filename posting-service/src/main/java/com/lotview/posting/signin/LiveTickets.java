package com.lotview.posting.signin;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.ticket.Ticket;
import com.lotview.posting.texts.DealerTexts;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * One-time tickets of live views: bound to the dealership, the sign-in and the person; a newer one
 * takes the place of the one before. A page that waits for a free browser keeps its ticket alive by
 * polling.
 */
@Service
public class LiveTickets {
  private static final Duration LIFE = Duration.ofMinutes(1);

  private final SecureRandom random = new SecureRandom();
  private final SignInStore store;
  private final TenantTransactions transactions;
  private final Clock clock;

  LiveTickets(SignInStore store, TenantTransactions transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A ticket for the caller. */
  Mono<LiveTicket> issue(Caller caller, SignIn signIn) {
    return Mono.defer(() -> {
      UUID dealership = caller.dealershipId();
      Ticket ticket = Ticket.fresh(dealership, random);
      Instant until = clock.instant().plus(LIFE);
      return transactions
          .inTenant(dealership, store.issue(signIn.id(), caller.userId(), ticket, until))
          .thenReturn(new LiveTicket(signIn, ticket.text(), until));
    });
  }

  /** The sign-in of a ticket that stays valid for a while; fails if the ticket is not valid. */
  public Mono<SignIn> look(String text) {
    return Mono.justOrEmpty(Ticket.read(text))
        .flatMap(ticket -> transactions.inTenant(ticket.dealershipId(), look(ticket)))
        .switchIfEmpty(Mono.error(LiveTickets::refused));
  }

  private Mono<SignIn> look(Ticket ticket) {
    Instant now = clock.instant();
    return store
        .byTicket(ticket, now)
        .flatMap(found -> {
          UUID user = found.userId();
          return user == null || !found.openAt(now)
              ? Mono.just(found)
              : store.issue(found.id(), user, ticket, now.plus(LIFE)).thenReturn(found);
        });
  }

  /**
   * Takes a ticket, once.
   *
   * @return the sign-in, whose browser can be shown now; fails with {@code LIVE_VIEW_NOT_READY} if
   *     there is none yet
   */
  public Mono<SignIn> redeem(String text) {
    return Mono.justOrEmpty(Ticket.read(text))
        .flatMap(ticket -> transactions.inTenant(ticket.dealershipId(), redeem(ticket)))
        .switchIfEmpty(Mono.error(LiveTickets::refused));
  }

  private Mono<SignIn> redeem(Ticket ticket) {
    Instant now = clock.instant();
    return store
        .redeem(ticket, now)
        .switchIfEmpty(
            store
                .byTicket(ticket, now)
                .filter(found -> found.openAt(now))
                .flatMap(waiting ->
                    Mono.error(
                        new RefusalException(
                            ErrorCode.LIVE_VIEW_NOT_READY,
                            ErrorCode.LIVE_VIEW_NOT_READY.title()))));
  }

  private static RefusalException refused() {
    return new RefusalException(ErrorCode.AUTH_TOKEN_INVALID, DealerTexts.TICKET_INVALID);
  }
}
