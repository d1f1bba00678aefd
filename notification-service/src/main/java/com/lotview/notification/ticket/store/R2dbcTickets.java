package com.lotview.notification.ticket.store;

import com.lotview.kit.rows.Columns;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.ticket.Ticket;
import com.lotview.notification.ticket.Tickets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcTickets implements Tickets {
  private final SecureRandom random = new SecureRandom();
  private final DatabaseClient database;
  private final TenantTransactions transactions;
  private final Clock clock;

  R2dbcTickets(DatabaseClient database, TenantTransactions transactions, Clock clock) {
    this.database = database;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Mono<String> issue(Holder holder) {
    return Mono.defer(() -> {
      Ticket ticket = Ticket.fresh(holder.dealershipId(), random);
      return transactions
          .inTenant(holder.dealershipId(), forgetOld().then(insert(holder, ticket)))
          .thenReturn(ticket.text());
    });
  }

  private Mono<Void> forgetOld() {
    return database
        .sql("delete from ws_ticket where expires_at < :now")
        .bind("now", clock.instant())
        .then();
  }

  private Mono<Void> insert(Holder holder, Ticket ticket) {
    return database
        .sql(
            """
            insert into ws_ticket (dealership_id, hash, user_id, expires_at, token_expires_at)
            values (:dealership, :hash, :user, :expires, :token)\
            """)
        .bind("dealership", holder.dealershipId())
        .bind("hash", ticket.hash())
        .bind("user", holder.userId())
        .bind("expires", clock.instant().plusSeconds(LIFE_SECONDS))
        .bind("token", holder.tokenExpiresAt())
        .then();
  }

  @Override
  public Mono<Holder> redeem(String text) {
    return Mono.justOrEmpty(Ticket.read(text)).flatMap(this::redeem);
  }

  private Mono<Holder> redeem(Ticket ticket) {
    UUID dealershipId = ticket.dealershipId();
    return transactions.inTenant(
        dealershipId,
        database
            .sql(
                """
                delete from ws_ticket where hash = :hash
                returning user_id, expires_at, token_expires_at\
                """)
            .bind("hash", ticket.hash())
            .map(row -> {
              Columns columns = new Columns(row);
              return new Found(holder(columns, dealershipId), columns.instant("expires_at"));
            })
            .one()
            .filter(found -> found.expiresAt().isAfter(clock.instant()))
            .map(Found::holder));
  }

  private static Holder holder(Columns row, UUID dealershipId) {
    return new Holder(row.uuid("user_id"), dealershipId, row.instant("token_expires_at"));
  }

  private record Found(Holder holder, Instant expiresAt) {}
}
