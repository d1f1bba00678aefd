package com.lotview.worker.fleet.job;

import com.lotview.worker.marketplace.Step;
import com.lotview.worker.text.DealerTexts;

/**
 * A step of a job, as dealers see it.
 *
 * @param step from 1 to total
 * @param message such as {@code Filling vehicle details 4/7}
 */
public record Progress(int step, int total, String message) {
  private static final int CHANGE_STEPS = 5;

  /** The step of a job of this kind. Checks and sign-ins report no steps. */
  public static Progress of(JobKind kind, Step step) {
    return switch (kind) {
      case POST -> new Progress(step.number(), Step.TOTAL, step.message());
      case REMOVE -> change(step, DealerTexts.REMOVING_LISTING, DealerTexts.CONFIRMING_REMOVAL);
      case EDIT -> change(step, DealerTexts.EDITING_PRICE, DealerTexts.CONFIRMING_PRICE);
      case RENEW -> change(step, DealerTexts.RENEWING, DealerTexts.CONFIRMING_RENEWAL);
      case VALIDATE, SIGN_IN, LOOK ->
          throw new IllegalArgumentException("A " + kind + " has no steps");
    };
  }

  private static Progress change(Step step, String changing, String confirming) {
    return switch (step) {
      case BROWSER -> of(1, DealerTexts.STARTING_BROWSER);
      case SESSION -> of(2, DealerTexts.CHECKING_SESSION);
      case OPEN -> of(3, DealerTexts.OPENING_LISTING);
      case DETAILS, PHOTOS, PUBLISH -> of(4, changing);
      case CONFIRM -> of(CHANGE_STEPS, confirming);
    };
  }

  private static Progress of(int step, String title) {
    return new Progress(step, CHANGE_STEPS, DealerTexts.step(title, step, CHANGE_STEPS));
  }
}
