package com.lotview.auth.twofactor;

import com.lotview.auth.account.Account;
import com.lotview.auth.account.Passwords;
import com.lotview.auth.twofactor.CodeGuard.Shown;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.tenant.TenantTransactions;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a signed-in person does with their own second factor. */
@Component
public class OwnTwoFactor {
  private final TwoFactorStore store;
  private final Factors factors;
  private final CodeGuard guard;
  private final FactorNews news;
  private final Passwords passwords;
  private final TenantTransactions transactions;

  OwnTwoFactor(
      TwoFactorStore store,
      Factors factors,
      CodeGuard guard,
      FactorNews news,
      Passwords passwords,
      TenantTransactions transactions) {
    this.store = store;
    this.factors = factors;
    this.guard = guard;
    this.news = news;
    this.passwords = passwords;
    this.transactions = transactions;
  }

  /**
   * The factor's state.
   *
   * @param required whether the dealership requires it
   */
  public record State(boolean on, boolean required, long recoveryCodesLeft) {}

  /** Whether the factor is on. */
  public Mono<State> state(Account person) {
    return transactions
        .inTenant(person.dealership().id(), store.codesLeft(person.id()))
        .map(left -> new State(person.twoFactor(), person.dealership().twoFactorRequired(), left));
  }

  /** A new secret; needs the password, so that a stolen token cannot lock the person out. */
  public Mono<Enrolment> begin(Account person, String password) {
    return requirePassword(person, password)
        .then(
            Mono.defer(
                () -> transactions.inTenant(person.dealership().id(), factors.begin(person))));
  }

  /** Turns the factor on by its first code; the recovery codes are shown this once. */
  public Mono<List<String>> confirm(Shown shown) {
    return shown.person().twoFactor()
        ? Mono.error(new RefusalException(ErrorCode.TWO_FACTOR_ON, ErrorCode.TWO_FACTOR_ON.title()))
        : guard.checkSignedIn(
            shown,
            proof ->
                proof instanceof Proof.Enrolled(List<String> codes)
                    ? Mono.just(codes)
                    : Mono.empty());
  }

  /** Turns the factor off; needs the password and a code. */
  public Mono<Void> off(Shown shown, String password) {
    Account person = shown.person();
    if (person.dealership().twoFactorRequired()) {
      return Mono.error(
          new RefusalException(
              ErrorCode.TWO_FACTOR_REQUIRED, ErrorCode.TWO_FACTOR_REQUIRED.title()));
    }
    return proven(
            shown,
            password,
            store
                .remove(person.id())
                .then(news.off(person, person.id(), "two-factor.off", shown.origin()))
                .thenReturn(true))
        .then();
  }

  /** New recovery codes; the earlier ones end. */
  public Mono<List<String>> newCodes(Shown shown, String password) {
    Account person = shown.person();
    return proven(
        shown,
        password,
        Mono.defer(() ->
            factors
                .newCodes(person)
                .delayUntil(codes ->
                    news.record(
                        person, person.id(), "two-factor.recovery-codes", shown.origin()))));
  }

  private <T> Mono<T> proven(Shown shown, String password, Mono<T> work) {
    return shown.person().twoFactor()
        ? requirePassword(shown.person(), password)
            .then(Mono.defer(() -> guard.checkSignedIn(shown, proof -> work)))
        : Mono.error(
            new RefusalException(ErrorCode.TWO_FACTOR_OFF, ErrorCode.TWO_FACTOR_OFF.title()));
  }

  private Mono<Void> requirePassword(Account person, String password) {
    Passwords.Source source = new Passwords.Source(person.id().toString(), true);
    return passwords
        .matches(password, person.passwordHash(), source)
        .flatMap(right ->
            right
                ? Mono.empty()
                : Mono.error(RefusalException.invalid("password", "is not your password")));
  }
}
