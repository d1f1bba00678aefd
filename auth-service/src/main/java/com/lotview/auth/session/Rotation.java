package com.lotview.auth.session;

import java.time.Duration;
import java.time.Instant;

/**
 * The verdict on a presented refresh token. Several tabs, or a client whose response was lost,
 * present the same token twice: that is allowed for a short time. An older token was copied.
 */
enum Rotation {
  /** Current: exchange it. */
  ROTATE,
  /** Exchanged a moment ago, and no newer token was used since: exchange it again. */
  GRACE,
  /** An old token: end the session. */
  REUSED,
  /** Expired. */
  EXPIRED,
  /** Its session was ended. */
  REVOKED;

  static final Duration GRACE_PERIOD = Duration.ofSeconds(10);

  static Rotation of(StoredToken token, Instant now) {
    if (token.revokedAt() != null) {
      return REVOKED;
    }
    if (!now.isBefore(token.expiresAt())) {
      return EXPIRED;
    }
    if (token.rotatedAt() == null) {
      return ROTATE;
    }
    boolean moment = !now.isAfter(token.rotatedAt().plus(GRACE_PERIOD));
    return moment && !token.childRotated() ? GRACE : REUSED;
  }
}
