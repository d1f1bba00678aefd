package com.lotview.worker.session;

import java.time.Duration;
import java.util.UUID;

/** Where sign-ins are kept. Blocking; unreachable is a {@link SealedSessionStore.Unreachable}. */
public interface SignInStore {
  /** Whether the sign-in is still open. */
  boolean open(UUID dealershipId, UUID signInId);

  /** Says where its browser can be looked at; false if it has ended. */
  boolean shown(UUID dealershipId, UUID signInId);

  /** Asks an account's owner to come; see {@link com.lotview.worker.fleet.port.SignIns#ask}. */
  UUID ask(UUID dealershipId, UUID accountId, String reason, Duration limit);

  /** Ends a sign-in of which nothing came. */
  void fail(UUID dealershipId, UUID signInId, String why);

  /**
   * The account for which the session of that user of the site is to be sealed.
   *
   * @throws com.lotview.worker.fleet.port.SignIns.Refused if it is not wanted
   */
  UUID account(UUID dealershipId, UUID signInId, String user);

  /**
   * Keeps the session.
   *
   * @throws com.lotview.worker.fleet.port.SignIns.Refused if it is not wanted
   */
  void complete(UUID dealershipId, UUID signInId, String user, UUID account, String sealed);
}
