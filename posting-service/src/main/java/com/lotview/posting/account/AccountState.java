package com.lotview.posting.account;

/** Whether an account's session can be used. */
public enum AccountState {
  /** The session worked when it was last seen. */
  VALID,
  /**
   * The session has not been seen to work yet. Stored only of a session that was sealed elsewhere:
   * its account gets no turn before a check has seen it.
   */
  CHECKING,
  /** The site asked for a login, a checkpoint or a captcha: its owner must sign in again. */
  NEEDS_LOGIN,
  /** The session works, but the site asked for fewer posts: they wait for a while. Never stored. */
  RESTING,
  /** The dealership gave it up; its session is gone. */
  DISCONNECTED
}
