package com.lotview.worker.marketplace;

/** The seven steps of a posting as people see them. */
public enum Step {
  BROWSER(1, "Starting browser"),
  SESSION(2, "Checking session"),
  OPEN(3, "Opening marketplace"),
  DETAILS(4, "Filling vehicle details"),
  PHOTOS(5, "Uploading photos"),
  PUBLISH(6, "Reviewing and publishing"),
  CONFIRM(7, "Confirming listing");

  /** How many steps there are. */
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

  /** For people, such as {@code Filling vehicle details 4/7}. */
  public String message() {
    return title + " " + number() + "/" + TOTAL;
  }

  /** Tells the listener that this step begins. */
  public void begin(StepListener listener) {
    listener.step(number(), TOTAL, message());
  }
}
