package com.lotview.auth.account;

/** The e-mail of a new person is in use somewhere in the system. Says not where. */
public final class EmailTakenException extends RuntimeException {
  public EmailTakenException(Throwable cause) {
    super("This e-mail cannot be used", cause);
  }
}
