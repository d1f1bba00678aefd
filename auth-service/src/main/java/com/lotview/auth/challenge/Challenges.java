package com.lotview.auth.challenge;

import com.lotview.auth.account.Account;
import com.lotview.auth.account.AccountStore;
import com.lotview.auth.challenge.ChallengeStore.Pending;
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

/** Opens challenges after a right password, and lets each be answered once, within five minutes. */
@Component
public class Challenges {
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final int BYTES = 32;

  private final ChallengeStore store;
  private final AccountStore accounts;
  private final TenantTransactions transactions;
  private final SecureRandom random;
  private final Clock clock;

  Challenges(
      ChallengeStore store,
      AccountStore accounts,
      TenantTransactions transactions,
      SecureRandom random,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.transactions = transactions;
    this.random = random;
    this.clock = clock;
  }

  /** Opens a challenge for a person whose password was right. */
  public Mono<OpenChallenge> open(Account person) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    Instant end = now.plus(LIFE);
    UUID dealership = person.dealership().id();
    Pending pending = new Pending(dealership, person.id(), person.accessVersion());
    return transactions
        .inTenant(dealership, store.forget(now).then(store.add(Sha256.of(token), pending, end)))
        .thenReturn(new OpenChallenge(token, end, !person.twoFactor()));
  }

  /** The person of an open challenge; fails with {@code AUTH_CHALLENGE_INVALID}. */
  public Mono<Account> person(String token) {
    return transactions
        .inSystem(store.find(Sha256.of(token), clock.instant()))
        .flatMap(pending ->
            transactions
                .inTenant(pending.dealershipId(), accounts.find(pending.userId()))
                .filter(person -> person.active() && person.accessVersion() == pending.version()))
        .switchIfEmpty(Mono.error(Challenges::invalid));
  }

  /** Redeems the challenge, in the running transaction of the person's dealership. */
  public Mono<Void> use(String token) {
    return store
        .use(Sha256.of(token), clock.instant())
        .flatMap(used -> used ? Mono.empty() : Mono.error(invalid()));
  }

  private static RefusalException invalid() {
    return new RefusalException(
        ErrorCode.AUTH_CHALLENGE_INVALID, ErrorCode.AUTH_CHALLENGE_INVALID.title());
  }
}
