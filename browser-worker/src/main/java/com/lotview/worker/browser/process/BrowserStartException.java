package com.lotview.worker.browser.process;

import org.jspecify.annotations.Nullable;

/** A browser could not be started. The message names the cure where there is one. */
public final class BrowserStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why it could not be started. */
  public enum Reason {
    /**
     * Chromium or its driver is not on this machine: installing it is the cure, trying again is
     * not.
     */
    NOT_INSTALLED,
    /** It is there but did not start: out of memory, ports, disk. May be tried again. */
    DID_NOT_START,
    /** The account's proxy does not answer or refuses us: nothing was asked of the site. */
    NO_PROXY
  }

  public BrowserStartException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
