package com.lotview.auth.account;

/** The e-mail of a new person is in use in the system; does not reveal the dealership. */
public final class EmailTakenException extends RuntimeException {
  public EmailTakenException(Throwable cause) {
    super("This e-mail cannot be used", cause);
  }
}
