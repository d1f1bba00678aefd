package com.lotview.worker.session;

import java.time.Duration;
import java.util.UUID;

/** Stores sign-ins. Blocking; throws {@link SealedSessionStore.Unreachable}. */
public interface SignInStore {
  /** Whether the sign-in is still open. */
  boolean open(UUID dealershipId, UUID signInId);

  /** Stores the address of its live view; false if the sign-in has ended. */
  boolean shown(UUID dealershipId, UUID signInId);

  /** Asks an account's owner to sign in; see {@link com.lotview.worker.fleet.port.SignIns#ask}. */
  UUID ask(UUID dealershipId, UUID accountId, String reason, Duration limit);

  /** Ends a failed sign-in. */
  void fail(UUID dealershipId, UUID signInId, String why);

  /**
   * The account to which the session of this user of the site belongs.
   *
   * @throws com.lotview.worker.fleet.port.SignIns.Refused if the session is refused
   */
  UUID account(UUID dealershipId, UUID signInId, String user);

  /**
   * Stores the session.
   *
   * @throws com.lotview.worker.fleet.port.SignIns.Refused if the session is refused
   */
  void complete(UUID dealershipId, UUID signInId, String user, UUID account, String sealed);
}
