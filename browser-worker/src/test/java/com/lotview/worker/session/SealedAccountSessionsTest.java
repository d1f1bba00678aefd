package com.lotview.worker.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.SessionOwner;
import com.lotview.kit.seal.Keysets;
import com.lotview.worker.fleet.Orders;
import com.lotview.worker.fleet.job.Outcome;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.port.AccountSessions.AccountSession;
import com.lotview.worker.fleet.port.PreparationFailed;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealedAccountSessionsTest {
  private static final Keysets.Pair KEYS = Keysets.generate();

  private final Map<UUID, SealedSession> kept = new HashMap<>();
  private final KeptSessions store = new KeptSessions(kept);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100000000000001|VALID",
        "100000000000002|The session is of another Facebook account",
        "|What was sealed is no signed-in session",
        "not a number|What was sealed is no signed-in session"
      })
  void aSessionThatWasSealedElsewhere_isOpenedForItsStatedOwnerOnly(
      @Nullable String user, String found) {
    PostingOrder order = Orders.order("a");
    store.owner = SessionOwner.of(order.dealershipId(), "100000000000001");
    deliver(
        order, "[" + cookie("c_user", user == null ? "" : user) + "," + cookie("xs", "x") + "]");
    if (found.equals("VALID")) {
      assertThat(sessions.open(order).cookies()).contains(user);
    } else {
      assertNeedsLogin(order, found);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[1]",
        "\"[]\"",
        "[{\"name\":\"c_user\",\"value\":1,\"domain\":\"x\"}]",
        "[{\"name\":\"c_user\"",
        "[[[[]]]]",
        "not json"
      })
  void anythingElseThatWasSealed_isNoSession(String content) {
    PostingOrder order = Orders.order("a");
    deliver(order, content);
    assertNeedsLogin(order, "What was sealed is no signed-in session");
  }

  @Test
  void twoSessionsInOne_areNone() {
    PostingOrder order = Orders.order("a");
    store.owner = SessionOwner.of(order.dealershipId(), "100000000000001");
    String user = cookie("c_user", "100000000000001");
    deliver(order, "[" + user + "," + cookie("xs", "x") + "," + user + "]");
    assertNeedsLogin(order, "What was sealed is no signed-in session");
  }

  private void deliver(PostingOrder order, String content) {
    sessions.save(order, new AccountSession("", 1), content);
    kept.computeIfPresent(
        order.fbAccountId(), (id, saved) -> new SealedSession(saved.sealedSession(), 1, true));
  }

  private void assertNeedsLogin(PostingOrder order, String reason) {
    assertThatThrownBy(() -> sessions.open(order))
        .isInstanceOfSatisfying(
            PreparationFailed.class,
            e -> {
              assertThat(e.result().outcome()).isEqualTo(Outcome.NEEDS_LOGIN);
              assertThat(e.result().toString()).contains(reason);
            });
  }

  private static String cookie(String name, String value) {
    return "{\"name\":\"%s\",\"value\":\"%s\",\"domain\":\".example.com\"}".formatted(name, value);
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
