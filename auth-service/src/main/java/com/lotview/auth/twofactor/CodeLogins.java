package com.lotview.auth.twofactor;

import com.lotview.auth.account.Account;
import com.lotview.auth.account.AccountStore;
import com.lotview.auth.challenge.Challenges;
import com.lotview.auth.session.LoginOutcome;
import com.lotview.auth.session.Logins;
import com.lotview.auth.twofactor.CodeGuard.Passed;
import com.lotview.auth.twofactor.CodeGuard.Shown;
import com.lotview.kit.security.RequestOrigin;
import com.lotview.kit.tenant.TenantTransactions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The second step of a login: the code, and before the first one the set-up. */
@Component
public class CodeLogins {
  private final Challenges challenges;
  private final Factors factors;
  private final CodeGuard guard;
  private final AccountStore accounts;
  private final Logins logins;
  private final TenantTransactions transactions;

  CodeLogins(
      Challenges challenges,
      Factors factors,
      CodeGuard guard,
      AccountStore accounts,
      Logins logins,
      TenantTransactions transactions) {
    this.challenges = challenges;
    this.factors = factors;
    this.guard = guard;
    this.accounts = accounts;
    this.logins = logins;
    this.transactions = transactions;
  }

  /**
   * A login that is complete.
   *
   * @param recoveryCodes to be shown this once; empty unless the factor was set up just now
   */
  public record Entered(LoginOutcome.SignedIn login, List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "Entered[***]";
    }
  }

  /** Sets up the factor of a person whose dealership requires one. */
  public Mono<Enrolment> enrol(String challenge) {
    return challenges
        .person(challenge)
        .flatMap(person -> transactions.inTenant(person.dealership().id(), factors.begin(person)));
  }

  /**
   * Signs in with the code. Fails with {@code AUTH_CHALLENGE_INVALID}, {@code AUTH_CODE_INVALID} or
   * {@code AUTH_RATE_LIMITED}.
   */
  public Mono<Entered> enter(
      String challenge, String code, @Nullable String device, RequestOrigin origin) {
    return challenges
        .person(challenge)
        .flatMap(person ->
            guard.check(
                new Shown(person, code, device, origin),
                proof -> challenges.use(challenge).then(now(person, proof))))
        .flatMap(passed -> signIn(passed, device, origin));
  }

  private record Now(Account person, List<String> recoveryCodes) {}

  private Mono<Now> now(Account before, Proof proof) {
    List<String> codes = proof instanceof Proof.Enrolled(List<String> fresh) ? fresh : List.of();
    return accounts.find(before.id()).map(person -> new Now(person, codes));
  }

  private Mono<Entered> signIn(Passed<Now> passed, @Nullable String device, RequestOrigin origin) {
    Now now = passed.result();
    return logins
        .signIn(now.person(), device, origin, passed.place())
        .map(login -> new Entered(login, now.recoveryCodes()));
  }
}
