package com.lotview.sandbox.http;

/** The caller sent something unusable; the message says what. */
public final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A refusal with its reason. */
  public BadRequest(String message) {
    super(message);
  }
}
