package com.lotview.notification.ticket.store;

import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.notification.ticket.Tickets;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A ticket is the dealership's id and 32 random bytes; the id lets it be looked up inside the
 * dealership's own rows, without a role that sees all.
 */
@Component
final class R2dbcTickets implements Tickets {
  private static final int RANDOM_BYTES = 32;
  private static final int ID_BYTES = 16;

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
      byte[] ticket = fresh(holder.dealershipId());
      return transactions
          .inTenant(holder.dealershipId(), forgetOld().then(insert(holder, ticket)))
          .thenReturn(Base64.getUrlEncoder().withoutPadding().encodeToString(ticket));
    });
  }

  private byte[] fresh(UUID dealershipId) {
    byte[] secret = new byte[RANDOM_BYTES];
    random.nextBytes(secret);
    return ByteBuffer.allocate(ID_BYTES + RANDOM_BYTES)
        .putLong(dealershipId.getMostSignificantBits())
        .putLong(dealershipId.getLeastSignificantBits())
        .put(secret)
        .array();
  }

  private Mono<Void> forgetOld() {
    return database
        .sql("delete from ws_ticket where expires_at < :now")
        .bind("now", clock.instant())
        .then();
  }

  private Mono<Void> insert(Holder holder, byte[] ticket) {
    return database
        .sql(
            """
            insert into ws_ticket (dealership_id, hash, user_id, expires_at, token_expires_at)
            values (:dealership, :hash, :user, :expires, :token)\
            """)
        .bind("dealership", holder.dealershipId())
        .bind("hash", ByteBuffer.wrap(hash(ticket)))
        .bind("user", holder.userId())
        .bind("expires", clock.instant().plusSeconds(LIFE_SECONDS))
        .bind("token", holder.tokenExpiresAt())
        .then();
  }

  @Override
  public Mono<Holder> redeem(String ticket) {
    Optional<byte[]> bytes = decode(ticket);
    if (bytes.isEmpty()) {
      return Mono.empty();
    }
    ByteBuffer id = ByteBuffer.wrap(bytes.get());
    UUID dealershipId = new UUID(id.getLong(), id.getLong());
    return transactions.inTenant(
        dealershipId,
        database
            .sql(
                """
                delete from ws_ticket where hash = :hash
                returning user_id, expires_at, token_expires_at\
                """)
            .bind("hash", ByteBuffer.wrap(hash(bytes.get())))
            .map(row -> new Found(holder(row, dealershipId), instant(row, "expires_at")))
            .one()
            .filter(found -> found.expiresAt().isAfter(clock.instant()))
            .map(Found::holder));
  }

  private static Holder holder(Readable row, UUID dealershipId) {
    return new Holder(
        required(row.get("user_id", UUID.class)), dealershipId, instant(row, "token_expires_at"));
  }

  private static Instant instant(Readable row, String column) {
    return required(row.get(column, Instant.class));
  }

  private static Optional<byte[]> decode(String ticket) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(ticket);
      return bytes.length == ID_BYTES + RANDOM_BYTES ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] hash(byte[] ticket) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(ticket);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static <T> T required(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  private record Found(Holder holder, Instant expiresAt) {}
}
