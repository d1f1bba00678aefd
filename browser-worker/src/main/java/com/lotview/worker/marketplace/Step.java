package com.lotview.worker.marketplace;

/** The seven steps of a posting as people see them. */
public enum Step {
  BROWSER("Starting browser"),
  SESSION("Checking session"),
  OPEN("Opening marketplace"),
  DETAILS("Filling vehicle details"),
  PHOTOS("Uploading photos"),
  PUBLISH("Reviewing and publishing"),
  CONFIRM("Confirming listing");

  /** How many steps there are. */
  public static final int TOTAL = values().length;

  private final String title;

  Step(String title) {
    this.title = title;
  }

  /** From 1 to {@link #TOTAL}. */
  public int number() {
    return ordinal() + 1;
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
