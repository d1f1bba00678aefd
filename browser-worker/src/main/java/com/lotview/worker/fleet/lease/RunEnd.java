package com.lotview.worker.fleet.lease;

/** How a run ended. In every case its browser is dead. */
public enum RunEnd {
  /** With the job's result. */
  FINISHED,
  /** Given back before the intent, because the worker shuts down. */
  HANDED_BACK,
  /** Its worker died or lost the lease. */
  LOST,
  /** After the intent; the effect of the click is unknown. */
  UNSETTLED,
  /**
   * The effect of the click is unknown, and the site showed a page that only the account's owner
   * can pass. Without an effect, the job waits for the owner.
   */
  STOPPED,
  /**
   * The effect of the click is unknown, and the site answered with a limit. Without an effect, the
   * account rests before another try.
   */
  REFUSED,
  /**
   * The effect of the click is unknown, and the site answered that it does not take the listing.
   * Without an effect the job fails, and no other click follows.
   */
  DECLINED,
  /** A look that read the account's listings and found no effect. */
  ABSENT,
  /** A look that could not read the account's listings. */
  UNREADABLE
}
