package com.lotview.kit.guard;

/** A call was not tried, because its target fails or hangs, or too many calls wait for it. */
public final class CallRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  CallRefused(String target, String reason) {
    super("Calls to " + target + " are refused: " + reason, null, false, false);
  }
}
