package com.lotview.standalone;

/** Why the system cannot start, in a sentence that names the remedy. */
public final class StartupException extends RuntimeException {
  public StartupException(String sentence) {
    super(sentence, null, false, false);
  }

  public StartupException(String sentence, Throwable cause) {
    super(sentence, cause, false, false);
  }
}
