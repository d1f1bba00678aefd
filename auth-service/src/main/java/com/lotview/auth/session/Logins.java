package com.lotview.auth.session;

import com.lotview.auth.account.Account;
import com.lotview.auth.account.AccountStore;
import com.lotview.auth.account.Passwords;
import com.lotview.auth.challenge.Challenges;
import com.lotview.auth.session.LoginLanes.Place;
import com.lotview.kit.security.RequestOrigin;
import com.lotview.kit.tenant.TenantTransactions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Signs people in, within the limits of failures. */
@Component
public class Logins {
  private final AccountStore accounts;
  private final LoginLanes lanes;
  private final Challenges challenges;
  private final Passwords passwords;
  private final Sessions sessions;
  private final TenantTransactions transactions;
  private final SecureRandom random;

  Logins(
      AccountStore accounts,
      LoginLanes lanes,
      Challenges challenges,
      Passwords passwords,
      Sessions sessions,
      TenantTransactions transactions,
      SecureRandom random) {
    this.accounts = accounts;
    this.lanes = lanes;
    this.challenges = challenges;
    this.passwords = passwords;
    this.sessions = sessions;
    this.transactions = transactions;
    this.random = random;
  }

  /**
   * Tries to sign in. An unknown e-mail takes the same time and has the same limits.
   *
   * @param device secret that an earlier login gave this device, if it has one
   */
  public Mono<LoginOutcome> login(
      String email, String password, @Nullable String device, RequestOrigin origin) {
    Attempt attempt = new Attempt(email.strip().toLowerCase(Locale.ROOT), password, device, origin);
    return lanes
        .take(attempt.email(), device, origin)
        .flatMap(place ->
            switch (place) {
              case Place.Taken taken -> check(attempt, taken);
              case Place.Locked(Duration left, boolean open) ->
                  Mono.just(new LoginOutcome.Locked(left));
            });
  }

  private record Attempt(
      String email, String password, @Nullable String device, RequestOrigin origin) {
    @Override
    public String toString() {
      return "Attempt[***]";
    }
  }

  private Mono<LoginOutcome> check(Attempt attempt, Place.Taken place) {
    Passwords.Source source =
        new Passwords.Source(String.valueOf(attempt.origin().address()), place.known());
    return transactions
        .inSystem(accounts.findByEmail(attempt.email()))
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(found ->
            passwords
                .matches(attempt.password(), found.map(Account::passwordHash).orElse(null), source)
                .flatMap(right -> {
                  Optional<Account> person = found.filter(Account::active);
                  return right && person.isPresent()
                      ? admit(person.get(), attempt, place)
                      : refuse(found, attempt, place);
                }));
  }

  private Mono<LoginOutcome> admit(Account person, Attempt attempt, Place.Taken place) {
    return person.twoFactor() || person.mustEnrol()
        ? lanes.passed(place).then(challenges.open(person)).map(LoginOutcome.CodeNeeded::new)
        : signIn(person, attempt.device(), attempt.origin(), place).cast(LoginOutcome.class);
  }

  /** Signs in a person who has shown all factors, and keeps the device or makes it known. */
  public Mono<LoginOutcome.SignedIn> signIn(
      Account person, @Nullable String known, RequestOrigin origin, Place.Taken place) {
    String device = place.knownDevice() && known != null ? known : DeviceSecret.fresh(random);
    return lanes
        .succeeded(place, person.email(), device, origin)
        .then(sessions.open(person, origin))
        .map(session -> new LoginOutcome.SignedIn(session, device));
  }

  /** Signs in a person who has chosen a password by a mailed link. */
  public Mono<LoginOutcome> admit(Account person, RequestOrigin origin) {
    return person.twoFactor() || person.mustEnrol()
        ? challenges.open(person).map(LoginOutcome.CodeNeeded::new)
        : sessions.open(person, origin).map(session -> new LoginOutcome.SignedIn(session, null));
  }

  private Mono<LoginOutcome> refuse(Optional<Account> found, Attempt attempt, Place.Taken place) {
    return lanes
        .failed(place)
        .flatMap(wait ->
            found
                .map(person -> sessions.noteFailure(person, !wait.isZero(), attempt.origin()))
                .orElseGet(Mono::empty))
        .thenReturn(new LoginOutcome.Refused());
  }
}
