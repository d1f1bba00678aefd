package com.lotview.worker.browser.process;

import org.jspecify.annotations.Nullable;

/** A browser could not be started. The message names the remedy, if there is one. */
public final class BrowserStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** The reason. */
  public enum Reason {
    /** Chromium or its driver is not installed; a retry does not help. */
    NOT_INSTALLED,
    /** It is installed but did not start: memory, ports or disk. A retry may help. */
    DID_NOT_START,
    /** The account's proxy does not answer or refuses us; nothing was sent to the site. */
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
