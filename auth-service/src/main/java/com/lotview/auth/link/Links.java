package com.lotview.auth.link;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.hash.Sha256;
import com.lotview.kit.tenant.TenantTransactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Issues and opens one-time links. The newest link of a person for a purpose is the only one. */
@Component
public class Links {
  private static final int BYTES = 32;

  /** Older links are deleted: longer than any is valid. */
  public static final Duration KEPT = Duration.ofDays(8);

  private final LinkStore store;
  private final TenantTransactions transactions;
  private final SecureRandom random;
  private final Clock clock;

  Links(LinkStore store, TenantTransactions transactions, SecureRandom random, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.random = random;
    this.clock = clock;
  }

  /** A new link, in the running transaction of the dealership; earlier ones become invalid. */
  public Mono<Issued> issue(UUID dealershipId, UUID userId, LinkPurpose purpose) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    return store
        .withdraw(userId, purpose)
        .then(store.forget(userId, now.minus(KEPT)))
        .then(store.add(new LinkOwner(dealershipId, userId), purpose, Sha256.of(token), now))
        .thenReturn(new Issued(token, now.plus(purpose.life())));
  }

  /** Whether the person was sent so many links for the purpose within the time. */
  public Mono<Boolean> sent(UUID userId, LinkPurpose purpose, int count, Duration within) {
    return store.count(userId, purpose, clock.instant().minus(within)).map(sent -> sent >= count);
  }

  /** The owner of the link; fails with {@code LINK_INVALID} if it is not valid. */
  public Mono<LinkOwner> owner(String token, LinkPurpose purpose) {
    return transactions
        .inSystem(store.find(Sha256.of(token), purpose, clock.instant()))
        .switchIfEmpty(Mono.error(Links::invalid));
  }

  /**
   * Redeems the link, in the running transaction of its owner's dealership; fails with {@code
   * LINK_INVALID} if it is no longer valid.
   */
  public Mono<Void> use(String token) {
    return store
        .use(Sha256.of(token), clock.instant())
        .flatMap(used -> used ? Mono.empty() : Mono.error(invalid()));
  }

  private static RefusalException invalid() {
    return new RefusalException(ErrorCode.LINK_INVALID, ErrorCode.LINK_INVALID.title());
  }

  /** A link's token, which is stored nowhere. */
  public record Issued(String token, Instant expiresAt) {

    @Override
    public String toString() {
      return "Issued[expiresAt=" + expiresAt + "]";
    }
  }
}
