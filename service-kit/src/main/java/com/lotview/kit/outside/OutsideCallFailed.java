package com.lotview.kit.outside;

/** A call got no answer. Message: safe for the person who named the address. */
public final class OutsideCallFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why there was no answer. */
  public enum Reason {
    /** The address may not be called; trying again does not help. */
    REFUSED,
    /** No name, no connection, no TLS, or the connection broke. */
    UNREACHABLE,
    /** The answer was not complete in time. */
    TIMEOUT
  }

  private final Reason reason;

  public OutsideCallFailed(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public OutsideCallFailed(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
