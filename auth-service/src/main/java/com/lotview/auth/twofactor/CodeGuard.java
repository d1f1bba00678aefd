package com.lotview.auth.twofactor;

import com.lotview.auth.account.Account;
import com.lotview.auth.session.LoginLanes;
import com.lotview.auth.session.LoginLanes.Place;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.RequestOrigin;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Checks codes within the limits of logins: a wrong code counts in the lane of its device or
 * address, so that a guesser is locked out and the person is not.
 */
@Component
public class CodeGuard {
  private final Factors factors;
  private final FactorNews news;
  private final LoginLanes lanes;
  private final TenantTransactions transactions;

  CodeGuard(Factors factors, FactorNews news, LoginLanes lanes, TenantTransactions transactions) {
    this.factors = factors;
    this.news = news;
    this.lanes = lanes;
    this.transactions = transactions;
  }

  /**
   * A code that a person shows.
   *
   * @param device secret of the device, if it has one
   */
  public record Shown(Account person, String code, @Nullable String device, RequestOrigin origin) {
    @Override
    public String toString() {
      return "Shown[***]";
    }
  }

  /** The place of the try, and the result of the work. */
  record Passed<T>(Place.Taken place, T result) {}

  /**
   * Does the work in the transaction that redeems the code. Fails with {@code AUTH_CODE_INVALID} if
   * the code is wrong, with {@code AUTH_RATE_LIMITED} if too many were. The try still counts as
   * failed; the caller decides what it proves.
   */
  <T> Mono<Passed<T>> check(Shown shown, Function<Proof, Mono<T>> work) {
    return lanes
        .take(shown.person().email(), shown.device(), shown.origin())
        .flatMap(place ->
            switch (place) {
              case Place.Locked(Duration left, boolean open) -> Mono.error(locked(left));
              case Place.Taken taken -> check(shown, taken, work);
            });
  }

  /** As {@link #check}, for a person who is signed in: a right code proves nothing else. */
  <T> Mono<T> checkSignedIn(Shown shown, Function<Proof, Mono<T>> work) {
    return check(shown, work)
        .flatMap(passed -> lanes.passed(passed.place()).thenReturn(passed.result()));
  }

  private <T> Mono<Passed<T>> check(Shown shown, Place.Taken place, Function<Proof, Mono<T>> work) {
    Account person = shown.person();
    Mono<T> proven =
        factors
            .prove(person, shown.code())
            .flatMap(proof -> news.of(person, proof, shown.origin()).then(work.apply(proof)));
    return transactions
        .inTenant(person.dealership().id(), proven)
        .map(result -> new Passed<>(place, result))
        .onErrorResume(error -> lanes.passed(place).then(Mono.error(error)))
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(passed -> passed.map(Mono::just).orElseGet(() -> wrong(shown, place)));
  }

  private <T> Mono<T> wrong(Shown shown, Place.Taken place) {
    Account person = shown.person();
    return lanes
        .failed(place)
        .flatMap(wait ->
            transactions.inTenant(
                person.dealership().id(),
                news.record(
                    person,
                    person.id(),
                    wait.isZero() ? "login.code-failed" : "login.locked",
                    shown.origin())))
        .then(
            Mono.error(() ->
                new RefusalException(
                    ErrorCode.AUTH_CODE_INVALID, ErrorCode.AUTH_CODE_INVALID.title())));
  }

  private static RefusalException locked(Duration left) {
    return new RefusalException(
        ErrorCode.AUTH_RATE_LIMITED,
        "Too many login attempts; try again in " + left.plusMillis(999).toSeconds() + " s");
  }
}
