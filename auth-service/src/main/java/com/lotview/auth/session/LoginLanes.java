package com.lotview.auth.session;

import com.lotview.auth.session.AttemptStore.Attempt;
import com.lotview.kit.hash.Sha256;
import com.lotview.kit.security.RequestOrigin;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Decides whether a password may be tried. A device or an address from which an e-mail has signed
 * in has its own lane, so failures of strangers lock out strangers, not the person.
 */
@Component
public class LoginLanes {
  /** How long a device or an address is known from the last sign-in. */
  public static final Duration SOURCE_KNOWN_FOR = Duration.ofDays(90);

  /** How long a failed try counts. */
  public static final Duration TRIES_KEPT = LoginLimit.FAILURES_KEPT;

  // A password is checked within this time; an older open try was left by a process that died.
  private static final Duration CHECKS_WITHIN = Duration.ofSeconds(10);
  private static final Duration OPEN_DELAY = Duration.ofMillis(200);
  private static final int MAX_WAITS = 25;

  private final AttemptStore attempts;
  private final KnownSources sources;
  private final TenantTransactions transactions;
  private final Clock clock;

  LoginLanes(
      AttemptStore attempts, KnownSources sources, TenantTransactions transactions, Clock clock) {
    this.attempts = attempts;
    this.sources = sources;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Whether the password may be checked. */
  public sealed interface Place {
    /**
     * It may, and counts as failed until {@link #succeeded}.
     *
     * @param known whether the e-mail signed in from this device or address before
     */
    record Taken(List<Try> tries, boolean known, boolean knownDevice) implements Place {}

    /**
     * There are too many failures.
     *
     * @param open a counted try is still being checked, and may succeed
     */
    record Locked(Duration left, boolean open) implements Place {}
  }

  /** A try in one lane. */
  public record Try(Lane lane, UUID attempt) {}

  private record Route(List<Lane> lanes, boolean known, boolean knownDevice) {}

  /**
   * Takes a place in each lane; waits while a lane is locked only by tries that are still being
   * checked.
   */
  public Mono<Place> take(String email, @Nullable String device, RequestOrigin origin) {
    return take(email, device, origin, MAX_WAITS);
  }

  private Mono<Place> take(String email, @Nullable String device, RequestOrigin origin, int waits) {
    Mono<Place> place = route(email, device, origin).flatMap(this::reserve);
    return transactions
        .inSystem(place)
        .flatMap(found ->
            found instanceof Place.Locked(Duration left, boolean open) && open && waits > 0
                ? Mono.delay(OPEN_DELAY)
                    .then(Mono.defer(() -> take(email, device, origin, waits - 1)))
                : Mono.just(found));
  }

  /** The tries failed; returns how long the next try in these lanes has to wait. */
  public Mono<Duration> failed(Place.Taken place) {
    Instant now = clock.instant();
    return transactions.inSystem(
        Flux.fromIterable(place.tries())
            .concatMap(one -> attempts.failed(one.attempt()).then(verdict(one.lane(), now)))
            .map(Verdict::left)
            .reduce(Duration.ZERO, LoginLanes::longer));
  }

  /** The tries did not fail, but do not prove anything yet: earlier failures still count. */
  public Mono<Void> passed(Place.Taken place) {
    return transactions.inSystem(forget(place));
  }

  private Mono<Void> forget(Place.Taken place) {
    return Flux.fromIterable(place.tries()).concatMap(one -> attempts.remove(one.attempt())).then();
  }

  /** The password was right: the person's own lane is free, and the source is known from now on. */
  public Mono<Void> succeeded(
      Place.Taken place, String email, @Nullable String device, RequestOrigin origin) {
    byte[] key = Sha256.of(email);
    Instant now = clock.instant();
    Mono<Void> free = forget(place).then(attempts.clear(place.tries().getFirst().lane().key()));
    Mono<Void> keep =
        Flux.just(source(device), source(String.valueOf(origin.address())))
            .concatMap(source -> sources.keep(key, source, now, now.minus(SOURCE_KNOWN_FOR)))
            .then();
    return transactions.inSystem(free.then(keep));
  }

  private Mono<Route> route(String email, @Nullable String device, RequestOrigin origin) {
    byte[] key = Sha256.of(email);
    String address = String.valueOf(origin.address());
    Instant since = clock.instant().minus(SOURCE_KNOWN_FOR);
    Mono<Boolean> knownDevice =
        device == null ? Mono.just(false) : sources.knows(key, source(device), since);
    return knownDevice.flatMap(known ->
        known && device != null
            ? Mono.just(new Route(List.of(Lane.ofDevice(email, device)), true, true))
            : sources
                .knows(key, source(address), since)
                .map(home -> ofAddress(email, address, home)));
  }

  private static Route ofAddress(String email, String address, boolean known) {
    Lane own = Lane.ofAddress(email, address);
    return known
        ? new Route(List.of(own), true, false)
        : new Route(List.of(own, Lane.ofStrangers(email), Lane.ofStranger(address)), false, false);
  }

  // The try is counted as a failure before the password is checked, under a lock, so that a hundred
  // simultaneous guesses do not exceed the limit of five. Success removes it again. All callers
  // take the locks in the same order.
  private Mono<Place> reserve(Route route) {
    Instant now = clock.instant();
    Mono<Void> locks =
        Flux.fromStream(
                route.lanes().stream()
                    .map(Lane::key)
                    .sorted(Comparator.comparing(Arrays::toString)))
            .concatMap(attempts::lock)
            .then();
    Mono<Verdict> verdict =
        Flux.fromIterable(route.lanes())
            .concatMap(lane -> verdict(lane, now))
            .reduce((one, other) -> one.left().compareTo(other.left()) >= 0 ? one : other);
    return locks
        .then(verdict)
        .flatMap(found ->
            found.left().isZero()
                ? add(route, now)
                : Mono.just(new Place.Locked(found.left(), found.open())));
  }

  private Mono<Place> add(Route route, Instant now) {
    return Flux.fromIterable(route.lanes())
        .concatMap(lane ->
            attempts
                .add(lane.key(), now, now.minus(LoginLimit.FAILURES_KEPT))
                .map(id -> new Try(lane, id)))
        .collectList()
        .map(tries -> new Place.Taken(tries, route.known(), route.knownDevice()));
  }

  private record Verdict(Duration left, boolean open) {}

  private Mono<Verdict> verdict(Lane lane, Instant now) {
    return attempts
        .since(lane.key(), now.minus(LoginLimit.FAILURES_KEPT))
        .collectList()
        .map(tries -> {
          List<Instant> times = tries.stream().map(Attempt::at).toList();
          return new Verdict(
              LoginLimit.wait(times, lane.tries(), now),
              tries.stream().anyMatch(one -> open(one, now)));
        });
  }

  private static boolean open(Attempt attempt, Instant now) {
    return attempt.open() && attempt.at().isAfter(now.minus(CHECKS_WITHIN));
  }

  private static byte[] source(@Nullable String name) {
    return Sha256.of(String.valueOf(name));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
