package com.lotview.worker.marketplace;

import com.lotview.worker.text.DealerTexts;

/** The seven steps of a posting, as dealers see them. */
public enum Step {
  BROWSER(1, DealerTexts.STARTING_BROWSER),
  SESSION(2, DealerTexts.CHECKING_SESSION),
  OPEN(3, DealerTexts.OPENING_MARKETPLACE),
  DETAILS(4, DealerTexts.FILLING_DETAILS),
  PHOTOS(5, DealerTexts.UPLOADING_PHOTOS),
  PUBLISH(6, DealerTexts.PUBLISHING),
  CONFIRM(7, DealerTexts.CONFIRMING_LISTING);

  /** Number of steps. */
  public static final int TOTAL = values().length;

  private final int number;
  private final String title;

  Step(int number, String title) {
    this.number = number;
    this.title = title;
  }

  /** From 1 to {@link #TOTAL}. */
  public int number() {
    return number;
  }

  /** For dealers, such as {@code Filling vehicle details 4/7}. */
  public String message() {
    return DealerTexts.step(title, number(), TOTAL);
  }

  /** Reports the start of this step. */
  public void begin(StepListener listener) {
    listener.step(number(), TOTAL, message());
  }
}
