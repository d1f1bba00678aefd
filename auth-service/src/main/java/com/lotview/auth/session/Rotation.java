package com.lotview.auth.session;

import java.time.Duration;
import java.time.Instant;

/**
 * What a presented refresh token is worth. Several tabs, or a client whose answer was lost, present
 * the same token again at once: that is forgiven for a moment. Anything older was copied.
 */
enum Rotation {
  /** Current: exchange it. */
  ROTATE,
  /** Exchanged a moment ago, and nothing newer has been used since: exchange it once more. */
  GRACE,
  /** An old one again: end the session. */
  REUSED,
  /** Too old to be used. */
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
