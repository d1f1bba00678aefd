package com.lotview.worker.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.seal.Keysets;
import com.lotview.worker.fleet.Orders;
import com.lotview.worker.fleet.job.Outcome;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.port.AccountSessions.AccountSession;
import com.lotview.worker.fleet.port.PreparationFailed;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedAccountSessionsTest {
  private static final Keysets.Pair KEYS = Keysets.generate();

  private final Map<UUID, SealedSession> kept = new HashMap<>();
  private final SealedSessionStore store = new KeptSessions(kept);
  private final SessionKeys keys = new SessionKeys(KEYS.openKey(), KEYS.sealKey());
  private final SealedAccountSessions sessions =
      new SealedAccountSessions(store, keys.opener(), keys.sealer());

  @Test
  void whatIsSaved_canBeOpenedForTheSameAccountOnly() {
    PostingOrder mine = Orders.order("a");
    PostingOrder other = Orders.order("b");
    sessions.save(mine, new AccountSession("", 4), "[{\"name\":\"xs\"}]");
    assertThat(sessions.open(mine).cookies()).isEqualTo("[{\"name\":\"xs\"}]");
    assertThat(sessions.open(mine).version()).isEqualTo(4);

    kept.put(other.fbAccountId(), kept.get(mine.fbAccountId()));
    assertThatThrownBy(() -> sessions.open(other))
        .isInstanceOfSatisfying(
            PreparationFailed.class,
            e -> assertThat(e.result().outcome()).isEqualTo(Outcome.NEEDS_LOGIN));
  }

  @Test
  void anAccountThatIsGone_isNoCaseForAnotherTry() {
    assertThatThrownBy(() -> sessions.open(Orders.order("a")))
        .isInstanceOfSatisfying(
            PreparationFailed.class,
            e -> {
              assertThat(e.result().code()).isEqualTo(ErrorCode.FB_ACCOUNT_NOT_FOUND);
              assertThat(e.result().retryable()).isFalse();
            });
  }

  @Test
  void keysThatDoNotBelongTogether_areRefusedByName() {
    SessionKeys mixed = new SessionKeys(KEYS.openKey(), Keysets.generate().sealKey());
    assertThatThrownBy(mixed::sealer)
        .hasMessageContaining("FB_SESSION_SEAL_KEY does not belong to FB_SESSION_ENCRYPTION_KEY");
    assertThatThrownBy(new SessionKeys("", "")::opener)
        .hasMessage("FB_SESSION_ENCRYPTION_KEY is not set");
    assertThat(keys.toString()).doesNotContain(KEYS.openKey());
  }
}
