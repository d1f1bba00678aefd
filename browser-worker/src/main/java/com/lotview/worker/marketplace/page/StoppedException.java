package com.lotview.worker.marketplace.page;

import com.lotview.worker.marketplace.Marketplace;

/**
 * A step of {@link Marketplace} cannot continue; {@link #outcome()} says why and is never {@link
 * PostingOutcome.Posted}.
 */
public final class StoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient PostingOutcome outcome;

  public StoppedException(PostingOutcome outcome) {
    super(outcome.toString());
    this.outcome = outcome;
  }

  public StoppedException(PostingOutcome outcome, Throwable cause) {
    super(outcome.toString(), cause);
    this.outcome = outcome;
  }

  public PostingOutcome outcome() {
    return outcome;
  }

  /** What failed, in one line. */
  public static String brief(RuntimeException failure) {
    if (failure instanceof StoppedException stopped) {
      return stopped.outcome().sentence();
    }
    String message = String.valueOf(failure.getMessage());
    return failure.getClass().getSimpleName() + " " + message.lines().findFirst().orElse("");
  }
}
