package com.lotview.auth.session;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sessions of people.
 *
 * @param maxLife after this time a person must sign in again, even if the session is in use; at
 *     least an hour
 */
@ConfigurationProperties("lotview.sessions")
public record SessionProperties(@DefaultValue("30d") Duration maxLife) {
  /** Lifetime of a refresh token; each refresh restarts it, up to the session's maximum life. */
  public static final Duration REFRESH_LIFE = Duration.ofDays(7);

  private static final Duration LEAST = Duration.ofHours(1);

  public SessionProperties {
    if (maxLife.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException("lotview.sessions.max-life must be at least " + LEAST);
    }
  }

  /** When a session ends for good. */
  Instant end(Instant startedAt) {
    return startedAt.plus(maxLife);
  }

  /** When a refresh token that is issued now expires. */
  Instant expiry(Instant startedAt, Instant now) {
    Instant unused = now.plus(REFRESH_LIFE);
    return unused.isBefore(end(startedAt)) ? unused : end(startedAt);
  }
}
