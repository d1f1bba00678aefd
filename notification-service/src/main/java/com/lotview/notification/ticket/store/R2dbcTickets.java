package com.lotview.notification.ticket.store;

import com.lotview.contracts.Permission;
import com.lotview.kit.rows.Columns;
import com.lotview.kit.security.Access;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.ticket.Ticket;
import com.lotview.notification.ticket.Tickets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            insert into ws_ticket (dealership_id, hash, user_id, session_id, access_version,
                                   permissions, expires_at, token_expires_at)
            values (:dealership, :hash, :user, :session, :version, :permissions, :expires, :token)\
            """)
        .bind("dealership", holder.dealershipId())
        .bind("hash", ticket.hash())
        .bind("user", holder.access().userId())
        .bind("session", Columns.orNull(holder.access().session(), UUID.class))
        .bind("version", holder.access().version())
        .bind("permissions", text(holder.permissions()))
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
                returning user_id, session_id, access_version, permissions, expires_at,
                          token_expires_at\
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
    Access access =
        new Access(row.uuid("user_id"), row.findUuid("session_id"), row.number("access_version"));
    return new Holder(
        access,
        dealershipId,
        permissions(row.text("permissions")),
        row.instant("token_expires_at"));
  }

  private static String text(Set<Permission> permissions) {
    return permissions.stream().map(Permission::value).collect(Collectors.joining(" "));
  }

  private static Set<Permission> permissions(String text) {
    return Stream.of(text.split(" "))
        .flatMap(value -> Permission.find(value).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private record Found(Holder holder, Instant expiresAt) {}
}
