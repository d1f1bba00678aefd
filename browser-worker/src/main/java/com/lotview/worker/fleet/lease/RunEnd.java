package com.lotview.worker.fleet.lease;

/** How a run ended. In every case its browser is dead. */
public enum RunEnd {
  /** With the job's result. */
  FINISHED,
  /** Given back before the intent, because the worker was told to end. */
  HANDED_BACK,
  /** Its worker died or lost the lease. */
  LOST,
  /** After the intent, without knowing what the click did. */
  UNSETTLED,
  /**
   * The same, and the site showed a page that only the account's owner gets past: if nothing was
   * done, nothing is tried before they have.
   */
  STOPPED,
  /**
   * The same, and the site answered the click with a limit: if nothing was done, nothing is tried
   * before the account has rested.
   */
  REFUSED,
  /** A look that read the account's listings and found that nothing was done. */
  ABSENT,
  /** A look that could not read the account's listings. */
  UNREADABLE
}
