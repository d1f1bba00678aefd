package com.lotview.auth.session;

import com.lotview.auth.account.Account;
import com.lotview.auth.account.AccountStore;
import com.lotview.auth.account.Passwords;
import com.lotview.kit.hash.Sha256;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Signs people in, within the limit of failures per e-mail. */
@Component
public class Logins {
  // Longer than any lock-out; after that a failure means nothing.
  private static final Duration MEMORY = Duration.ofDays(1);

  private final AccountStore accounts;
  private final AttemptStore attempts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final TenantTransactions transactions;
  private final Clock clock;

  Logins(
      AccountStore accounts,
      AttemptStore attempts,
      Passwords passwords,
      Sessions sessions,
      TenantTransactions transactions,
      Clock clock) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Tries to sign in. An e-mail that nobody has takes the same time and meets the same limit.
   *
   * @param ip where the request came from, for the audit trail
   */
  public Mono<LoginOutcome> login(String email, String password, @Nullable String ip) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    byte[] key = Sha256.of(address);
    return transactions
        .inSystem(reserve(key))
        .flatMap(wait ->
            wait.isZero()
                ? check(address, key, password, ip)
                : Mono.just(new LoginOutcome.Locked(wait)));
  }

  // The try is counted as a failure before the password is looked at, under a lock: a hundred
  // guesses at once are not more than five. Success takes it back.
  private Mono<Duration> reserve(byte[] key) {
    return attempts
        .lock(key)
        .thenMany(attempts.latest(key, LoginLimit.TRIES))
        .collectList()
        .flatMap(latest -> {
          Instant now = clock.instant();
          Duration wait = LoginLimit.wait(latest, now);
          return wait.isZero()
              ? attempts.add(key, now, now.minus(MEMORY)).thenReturn(wait)
              : Mono.just(wait);
        });
  }

  private Mono<LoginOutcome> check(
      String address, byte[] key, String password, @Nullable String ip) {
    return transactions
        .inSystem(accounts.findByEmail(address))
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(found ->
            passwords
                .matches(password, found.map(Account::passwordHash).orElse(null))
                .flatMap(right -> {
                  Optional<Account> person = found.filter(Account::active);
                  return right && person.isPresent()
                      ? admit(person.get(), key, ip)
                      : Mono.just(new LoginOutcome.Refused());
                }));
  }

  private Mono<LoginOutcome> admit(Account person, byte[] key, @Nullable String ip) {
    return transactions
        .inSystem(attempts.clear(key))
        .then(sessions.open(person, ip))
        .map(LoginOutcome.SignedIn::new);
  }
}
