package com.lotview.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RotationTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final UUID ID = new UUID(0, 1);

  @Test
  void aCurrentTokenIsExchanged() {
    assertThat(of(null, null, false)).isEqualTo(Rotation.ROTATE);
  }

  @Test
  void theDirectParentIsForgivenForTenSeconds() {
    assertThat(of(NOW.minusSeconds(10), null, false)).isEqualTo(Rotation.GRACE);
    assertThat(of(NOW.minusMillis(10_001), null, false)).isEqualTo(Rotation.REUSED);
  }

  @Test
  void aGrandparentIsReuseEvenWithinTheMoment() {
    assertThat(of(NOW.minusSeconds(1), null, true)).isEqualTo(Rotation.REUSED);
  }

  @Test
  void whatWasRevokedStaysRevoked() {
    assertThat(of(null, NOW.minusSeconds(1), false)).isEqualTo(Rotation.REVOKED);
    assertThat(of(NOW.minusSeconds(1), NOW, false)).isEqualTo(Rotation.REVOKED);
  }

  @Test
  void anExpiredTokenIsNotReuse() {
    StoredToken expired = new StoredToken(ID, ID, ID, NOW, NOW, NOW.minusSeconds(60), null, true);
    assertThat(Rotation.of(expired, NOW)).isEqualTo(Rotation.EXPIRED);
  }

  private static Rotation of(
      @Nullable Instant rotatedAt, @Nullable Instant revokedAt, boolean childRotated) {
    Instant expires = NOW.plusSeconds(60);
    return Rotation.of(
        new StoredToken(ID, ID, ID, NOW, expires, rotatedAt, revokedAt, childRotated), NOW);
  }
}
