package com.lotview.kit.security;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Access that was revoked before its tokens expired: sessions, and lower versions of users. Kept in
 * memory as long as such a token could live; {@link RevocationReader} fills it from Kafka.
 */
public final class Revocations {
  /** Longer than the lifetime of an access token plus the tolerance for clocks. */
  public static final Duration TOKEN_LIFE = Duration.ofMinutes(20);

  private static final Duration SWEEP = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<UUID, Ended> users = new ConcurrentHashMap<>();
  private final Map<UUID, Ended> sessions = new ConcurrentHashMap<>();
  private final Sinks.Many<Revoked> news = Sinks.many().multicast().directBestEffort();
  private volatile Instant sweptAt = Instant.EPOCH;
  private volatile boolean complete;

  public Revocations(Clock clock) {
    this.clock = clock;
  }

  private record Ended(int belowVersion, Instant forgetAt) {
    Ended later(Ended other) {
      return other.belowVersion > belowVersion ? other : this;
    }
  }

  /**
   * Body of the event {@code access.revoked}.
   *
   * @param sessionId all tokens of this session; or
   * @param version all tokens of the user with a lower version
   */
  public record Revoked(UUID userId, @Nullable UUID sessionId, @Nullable Integer version) {
    boolean ends(Access access) {
      return sessionId == null
          ? access.userId().equals(userId) && version != null && access.version() < version
          : sessionId.equals(access.session());
    }
  }

  /** Keeps what was revoked and ends what depends on it. */
  public void add(Revoked revoked) {
    Instant now = clock.instant();
    Integer version = revoked.version();
    UUID session = revoked.sessionId();
    Ended ended = new Ended(version == null ? 0 : version, now.plus(TOKEN_LIFE));
    if (session == null) {
      users.merge(revoked.userId(), ended, Ended::later);
    } else {
      sessions.put(session, ended);
    }
    sweep(now);
    synchronized (news) {
      news.tryEmitNext(revoked);
    }
  }

  /** Everything revoked before the start has been read. */
  public void completed() {
    complete = true;
  }

  /**
   * Lets valid access pass. Fails with {@code AUTH_TOKEN_EXPIRED}, which makes a client refresh, if
   * the access was revoked; with {@code SERVICE_UNAVAILABLE} before all revocations are known.
   */
  public Mono<Access> check(Access access) {
    return Mono.defer(() -> {
      if (!complete) {
        return Mono.error(
            new RefusalException(
                ErrorCode.SERVICE_UNAVAILABLE, ErrorCode.SERVICE_UNAVAILABLE.title()));
      }
      return isRevoked(access)
          ? Mono.error(
              new RefusalException(
                  ErrorCode.AUTH_TOKEN_EXPIRED, "The access token was revoked; refresh it"))
          : Mono.just(access);
    });
  }

  /** Completes when the access is revoked; for what lasts longer than a request. */
  public Mono<Void> end(Access access) {
    return Flux.merge(
            news.asFlux().filter(revoked -> revoked.ends(access)).map(revoked -> true),
            // After the subscription above, so that no revocation is missed in between.
            Mono.fromSupplier(() -> isRevoked(access)).filter(revoked -> revoked))
        .next()
        .then();
  }

  private boolean isRevoked(Access access) {
    Ended user = users.get(access.userId());
    UUID session = access.session();
    return (user != null && access.version() < user.belowVersion())
        || (session != null && sessions.containsKey(session));
  }

  private void sweep(Instant now) {
    if (now.isAfter(sweptAt.plus(SWEEP))) {
      sweptAt = now;
      users.values().removeIf(ended -> now.isAfter(ended.forgetAt()));
      sessions.values().removeIf(ended -> now.isAfter(ended.forgetAt()));
    }
  }
}
