package com.lotview.worker.session;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.SessionOwner;
import com.lotview.kit.seal.Opener;
import com.lotview.kit.seal.Sealer;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.port.AccountSessions;
import com.lotview.worker.fleet.port.PreparationFailed;
import com.lotview.worker.text.DealerTexts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens and seals sessions. A seal is bound to one account of one dealership: a session copied to
 * another account cannot be opened.
 */
public final class SealedAccountSessions implements AccountSessions {
  private final SealedSessionStore store;
  private final Opener opener;
  private final Sealer sealer;

  public SealedAccountSessions(SealedSessionStore store, Opener opener, Sealer sealer) {
    this.store = store;
    this.opener = opener;
    this.sealer = sealer;
  }

  @Override
  public AccountSession open(JobOrder order) {
    SealedSession kept =
        read(order)
            .orElseThrow(() ->
                new PreparationFailed(
                    JobResult.failed(
                        false, ErrorCode.FB_ACCOUNT_NOT_FOUND, DealerTexts.ACCOUNT_DISCONNECTED)));
    String sealed = kept.sealedSession();
    if (sealed == null) {
      throw new PreparationFailed(JobResult.needsLogin(DealerTexts.NO_SESSION));
    }
    byte[] cookies =
        opener
            .open(sealed, context(order))
            .orElseThrow(
                () -> new PreparationFailed(JobResult.needsLogin(DealerTexts.SESSION_UNREADABLE)));
    String opened = new String(cookies, StandardCharsets.UTF_8);
    if (kept.unseen()) {
      checkOwner(order, opened);
    }
    return new AccountSession(opened, kept.version());
  }

  // Who sealed it outside the services may have stated another account, or sealed anything.
  private void checkOwner(JobOrder order, String cookies) {
    String user =
        OwnersCookies.user(cookies)
            .orElseThrow(
                () -> new PreparationFailed(JobResult.needsLogin(DealerTexts.NOT_A_SESSION)));
    SessionOwner owner = SessionOwner.of(order.dealershipId(), user);
    if (!belongs(order, owner)) {
      throw new PreparationFailed(JobResult.needsLogin(DealerTexts.OTHER_OWNER));
    }
  }

  private boolean belongs(JobOrder order, SessionOwner owner) {
    try {
      return store.belongs(order.dealershipId(), order.fbAccountId(), owner);
    } catch (SealedSessionStore.Unreachable e) {
      throw notFetched();
    }
  }

  private static PreparationFailed notFetched() {
    return new PreparationFailed(
        JobResult.failed(true, ErrorCode.SERVICE_UNAVAILABLE, DealerTexts.SESSION_NOT_FETCHED));
  }

  private Optional<SealedSession> read(JobOrder order) {
    try {
      return store.read(order.dealershipId(), order.fbAccountId());
    } catch (SealedSessionStore.Unreachable e) {
      throw notFetched();
    }
  }

  @Override
  public void save(JobOrder order, AccountSession opened, String cookies) {
    String sealed = sealer.seal(cookies.getBytes(StandardCharsets.UTF_8), context(order));
    store.replace(
        order.dealershipId(), order.fbAccountId(), new SealedSession(sealed, opened.version()));
  }

  private static String context(JobOrder order) {
    return context(order.dealershipId(), order.fbAccountId());
  }

  /** The context to which the seal of an account's session is bound. */
  static String context(UUID dealershipId, UUID accountId) {
    return SessionOwner.sealContext(dealershipId, accountId);
  }
}
