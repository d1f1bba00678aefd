package com.lotview.worker.session;

import com.lotview.kit.seal.Opener;
import com.lotview.kit.seal.Sealer;
import com.lotview.worker.session.SealedSessionStore.AccountOf;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the sessions of all accounts with the present key, also of those that no job uses, so that
 * an old key can be retired. A session names the key that sealed it, so an interrupted pass is
 * simply started again. Jobs continue meanwhile. Blocking.
 */
public final class ResealSessions {
  private static final Logger LOG = LoggerFactory.getLogger(ResealSessions.class);

  private final SealedSessionStore store;
  private final Opener opener;
  private final Sealer sealer;

  public ResealSessions(SealedSessionStore store, Opener opener, Sealer sealer) {
    this.store = store;
    this.opener = opener;
    this.sealer = sealer;
  }

  /** The result for an account's session. */
  private enum Seal {
    CURRENT,
    RENEWED,
    SHUT
  }

  /**
   * Goes through all accounts once.
   *
   * @return how many sessions were resealed
   * @throws SealedSessionStore.Unreachable if the store did not answer; what is done stays done
   */
  public int pass() {
    int renewed = 0;
    int shut = 0;
    @Nullable UUID last = null;
    for (List<AccountOf> page = store.accounts(last);
        !page.isEmpty();
        page = store.accounts(last)) {
      for (AccountOf account : page) {
        Seal seal = renew(account);
        renewed += seal == Seal.RENEWED ? 1 : 0;
        shut += seal == Seal.SHUT ? 1 : 0;
      }
      last = page.getLast().fbAccountId();
    }
    tell(renewed, shut);
    return renewed;
  }

  private Seal renew(AccountOf account) {
    Optional<SealedSession> kept = store.read(account.dealershipId(), account.fbAccountId());
    String sealed = kept.map(SealedSession::sealedSession).orElse(null);
    if (sealed == null || sealer.isCurrent(sealed)) {
      return Seal.CURRENT;
    }
    String context = SealedAccountSessions.context(account.dealershipId(), account.fbAccountId());
    Optional<byte[]> content = opener.open(sealed, context);
    if (content.isEmpty()) {
      return Seal.SHUT;
    }
    store.reseal(
        account.dealershipId(),
        account.fbAccountId(),
        new SealedSession(sealer.seal(content.get(), context), kept.get().version()));
    return Seal.RENEWED;
  }

  private static void tell(int renewed, int shut) {
    if (shut > 0) {
      LOG.warn("{} sessions cannot be opened with any known key; their owners sign in anew", shut);
    }
    LOG.info("All other sessions are sealed with the present key; {} were sealed anew", renewed);
  }
}
