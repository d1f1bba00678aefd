package com.lotview.auth.twofactor;

import com.lotview.auth.account.Account;
import com.lotview.auth.twofactor.TwoFactorStore.Factor;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Second factors of people. Every call joins the running transaction of the dealership. */
@Component
class Factors {
  private static final Pattern APP_CODE = Pattern.compile("\\d{6}");

  private final TwoFactorStore store;
  private final SecretSeal seal;
  private final SecureRandom random;
  private final Clock clock;

  Factors(TwoFactorStore store, SecretSeal seal, SecureRandom random, Clock clock) {
    this.store = store;
    this.seal = seal;
    this.random = random;
    this.clock = clock;
  }

  /**
   * A new secret, active as soon as one of its codes was shown; fails with {@code TWO_FACTOR_ON}.
   */
  Mono<Enrolment> begin(Account person) {
    byte[] secret = new byte[Totp.SECRET];
    random.nextBytes(secret);
    return Mono.fromSupplier(() -> seal.seal(secret, person.id()))
        .flatMap(
            sealed -> store.begin(person.dealership().id(), person.id(), sealed, clock.instant()))
        .filter(begun -> begun)
        .switchIfEmpty(
            Mono.error(() ->
                new RefusalException(ErrorCode.TWO_FACTOR_ON, ErrorCode.TWO_FACTOR_ON.title())))
        .thenReturn(Enrolment.of(Base32.encode(secret), person.email()));
  }

  /** What the code shows; empty if it is not valid. No code is valid twice. */
  Mono<Proof> prove(Account person, String typed) {
    String code = typed.strip();
    return store
        .find(person.id())
        .flatMap(factor ->
            APP_CODE.matcher(code).matches()
                ? byApp(person, factor, code)
                : byRecovery(person, factor, code));
  }

  /** New recovery codes; the earlier ones end. */
  Mono<List<String>> newCodes(Account person) {
    List<RecoveryCode> codes = RecoveryCode.fresh(random);
    UUID id = person.id();
    return store
        .replaceCodes(
            person.dealership().id(), id, codes.stream().map(code -> code.hash(id)).toList())
        .thenReturn(codes.stream().map(RecoveryCode::shown).toList());
  }

  private Mono<Proof> byApp(Account person, Factor factor, String code) {
    byte[] secret = seal.open(factor.sealed(), person.id());
    OptionalLong step = Totp.step(secret, code, clock.instant(), factor.lastStep());
    if (step.isEmpty()) {
      return Mono.empty();
    }
    return store
        .accept(person.id(), step.getAsLong())
        .filter(accepted -> accepted)
        .flatMap(accepted ->
            factor.confirmedAt() == null ? enrolled(person) : Mono.just(new Proof.Code()));
  }

  private Mono<Proof> enrolled(Account person) {
    return store
        .confirm(person.id(), clock.instant())
        .then(Mono.defer(() -> newCodes(person)))
        .map(Proof.Enrolled::new);
  }

  private Mono<Proof> byRecovery(Account person, Factor factor, String code) {
    if (factor.confirmedAt() == null) {
      return Mono.empty();
    }
    return store
        .useCode(person.id(), RecoveryCode.typed(code).hash(person.id()))
        .filter(used -> used)
        .flatMap(used -> store.codesLeft(person.id()))
        .map(Proof.Recovery::new);
  }
}
