package com.lotview.auth.twofactor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stores second factors. Every call joins the running transaction of the dealership. */
public interface TwoFactorStore {
  /** The person's factor, confirmed or not. */
  Mono<Factor> find(UUID userId);

  /** Keeps a secret that is not confirmed yet; replaces an unconfirmed one only. */
  Mono<Boolean> begin(UUID dealershipId, UUID userId, String sealed, Instant at);

  /** The person has shown a code of the secret. */
  Mono<Void> confirm(UUID userId, Instant at);

  /** Accepts a step: true for one caller only, and only if it is later than the last one. */
  Mono<Boolean> accept(UUID userId, long step);

  /** Deletes the factor and its recovery codes; true if there was one. */
  Mono<Boolean> remove(UUID userId);

  /** Replaces the recovery codes. */
  Mono<Void> replaceCodes(UUID dealershipId, UUID userId, List<byte[]> hashes);

  /** Redeems a recovery code: true for one caller only. */
  Mono<Boolean> useCode(UUID userId, byte[] hash);

  /** How many recovery codes are left. */
  Mono<Long> codesLeft(UUID userId);

  /** Active people who have no confirmed factor. */
  Flux<UUID> without();

  /** Whether the dealership requires a second factor from now on. */
  Mono<Void> require(UUID dealershipId, boolean required);

  /**
   * Secrets that do not begin so, by person after the given one; needs the system's transaction.
   */
  Flux<SealedSecret> sealedOtherwise(String beginning, UUID after, int count);

  /** Replaces a secret, unless it has changed; needs the system's transaction. */
  Mono<Boolean> reseal(SealedSecret old, String sealed);

  /** The sealed secret of a person. */
  record SealedSecret(UUID userId, String sealed) {
    @Override
    public String toString() {
      return "SealedSecret[userId=" + userId + "]";
    }
  }

  /**
   * A second factor.
   *
   * @param sealed the secret, sealed
   * @param confirmedAt null while the person has not shown a code
   * @param lastStep of the last accepted code
   */
  record Factor(String sealed, @Nullable Instant confirmedAt, long lastStep) {

    @Override
    public String toString() {
      return "Factor[confirmedAt=" + confirmedAt + "]";
    }
  }
}
