package com.lotview.posting.account;

/** Whether an account's session can be used. */
public enum AccountState {
  /** Good as far as was seen. */
  VALID,
  /** Connected, and nobody has seen yet whether the session works. Never stored. */
  CHECKING,
  /** The site asked for a login, a checkpoint or a captcha: its owner must sign in again. */
  NEEDS_LOGIN,
  /** Good, but the site asked for fewer posts: they wait for a while. Never stored. */
  RESTING,
  /** The dealership gave it up; its session is gone. */
  DISCONNECTED
}
