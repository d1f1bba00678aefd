package com.lotview.worker.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.kit.seal.Keysets;
import com.lotview.kit.seal.Opener;
import com.lotview.kit.seal.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResealSessionsTest {
  private static final String NAME = "key";
  private static final Keysets.Pair OLD = Keysets.generate();
  private static final Keysets.Pair BOTH =
      Keysets.promote(NAME, Keysets.add(NAME, OLD.openKey()).openKey());
  private static final Keysets.Pair ONLY_NEW = Keysets.retire(NAME, BOTH.openKey());

  private final Map<UUID, SealedSession> kept = new HashMap<>();
  private final KeptSessions store = new KeptSessions(kept);
  private final ResealSessions reseal =
      new ResealSessions(store, new Opener(NAME, BOTH.openKey()), new Sealer(NAME, BOTH.sealKey()));
  private final List<UUID> accounts = IntStream.range(0, 5).mapToObj(i -> new UUID(1, i)).toList();

  @Test
  void sessionsThatNobodyUses_openAfterTheOldKeyIsRetired() {
    accounts.forEach(id -> keep(id, OLD, 7));
    kept.put(new UUID(2, 0), new SealedSession(null, 3));

    assertThat(reseal.pass()).isEqualTo(5);

    for (UUID id : accounts) {
      assertThat(opened(id, ONLY_NEW)).isEqualTo("cookies of " + id);
      assertThat(kept.get(id).version()).as("a job that has it goes on").isEqualTo(7);
    }
    assertThat(reseal.pass()).isZero();
  }

  @Test
  void aPassThatWasBrokenOff_isBegunAgain_andWhatIsDoneIsNotDoneTwice() {
    accounts.forEach(id -> keep(id, OLD, 1));
    store.unreachable = accounts.get(3);
    assertThatThrownBy(reseal::pass).isInstanceOf(SealedSessionStore.Unreachable.class);

    store.unreachable = null;
    assertThat(reseal.pass()).isEqualTo(2);
    assertThat(accounts).allSatisfy(id -> assertThat(opened(id, ONLY_NEW)).isNotEmpty());
  }

  @Test
  void aSessionThatNoKeyOpens_keepsNoOtherFromItsSeal() {
    keep(accounts.get(0), Keysets.generate(), 1);
    keep(accounts.get(1), OLD, 1);
    assertThat(reseal.pass()).isEqualTo(1);
    assertThat(opened(accounts.get(1), ONLY_NEW)).isNotEmpty();
  }

  private void keep(UUID account, Keysets.Pair keys, long version) {
    String sealed =
        new Sealer(NAME, keys.sealKey())
            .seal(("cookies of " + account).getBytes(StandardCharsets.UTF_8), context(account));
    kept.put(account, new SealedSession(sealed, version));
  }

  private String opened(UUID account, Keysets.Pair keys) {
    return new Opener(NAME, keys.openKey())
        .open(kept.get(account).sealedSession(), context(account))
        .map(content -> new String(content, StandardCharsets.UTF_8))
        .orElse("");
  }

  private static String context(UUID account) {
    return SealedAccountSessions.context(KeptSessions.DEALERSHIP, account);
  }
}
