package com.lotview.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Revocations.Revoked;
import com.lotview.testkit.TestClock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RevocationsTest {
  private static final UUID USER = new UUID(0, 1);
  private static final UUID SESSION = new UUID(0, 2);
  private static final Access ACCESS = new Access(USER, SESSION, 3);

  private final TestClock clock = new TestClock();
  private final Revocations revocations = new Revocations(clock);

  @Test
  void beforeAllRevocationsAreKnown_nobodyPasses() {
    refused(ACCESS, ErrorCode.SERVICE_UNAVAILABLE);
    revocations.completed();
    passes(ACCESS);
  }

  @Test
  void session_endsWithItsTokensOfEachVersion() {
    revocations.completed();
    revocations.add(new Revoked(USER, SESSION, null));

    refused(ACCESS, ErrorCode.AUTH_TOKEN_EXPIRED);
    refused(new Access(USER, SESSION, 9), ErrorCode.AUTH_TOKEN_EXPIRED);
    passes(new Access(USER, new UUID(0, 3), 3));
    passes(new Access(USER, null, 3));
  }

  @Test
  void lowerVersions_end_inWhateverOrderTheyCome() {
    revocations.completed();
    revocations.add(new Revoked(USER, null, 4));
    revocations.add(new Revoked(USER, null, 2));

    refused(ACCESS, ErrorCode.AUTH_TOKEN_EXPIRED);
    passes(new Access(USER, SESSION, 4));
    passes(new Access(new UUID(0, 9), SESSION, 0));
  }

  @Test
  void whatLasts_endsAtTheRevocation_alsoOneThatCameBefore() {
    AtomicBoolean ended = new AtomicBoolean();
    revocations.end(ACCESS).subscribe(nothing -> {}, error -> {}, () -> ended.set(true));
    revocations.add(new Revoked(USER, null, 3));
    assertThat(ended).isFalse();
    revocations.add(new Revoked(USER, null, 4));
    assertThat(ended).isTrue();

    AtomicBoolean late = new AtomicBoolean();
    revocations.end(ACCESS).subscribe(nothing -> {}, error -> {}, () -> late.set(true));
    assertThat(late).isTrue();
  }

  @Test
  void revocation_isForgottenWhenItsTokensHaveExpired() {
    revocations.completed();
    revocations.add(new Revoked(USER, null, 4));
    clock.advance(Revocations.TOKEN_LIFE.plusSeconds(1));
    revocations.add(new Revoked(new UUID(0, 9), null, 1));
    passes(ACCESS);
  }

  private void passes(Access access) {
    assertThatCode(() -> revocations.check(access).block()).doesNotThrowAnyException();
  }

  private void refused(Access access, ErrorCode code) {
    assertThatThrownBy(() -> revocations.check(access).block())
        .isInstanceOfSatisfying(
            RefusalException.class, error -> assertThat(error.code()).isEqualTo(code));
  }
}
