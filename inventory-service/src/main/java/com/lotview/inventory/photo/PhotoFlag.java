package com.lotview.inventory.photo;

/** Why a photo is taken for a placeholder, which is not shown and not posted first. */
public enum PhotoFlag {
  /** Nearly all of it is of one or two colours: a logo, a banner. */
  PLAIN("is nearly of one colour, as a logo or a banner"),
  /** Many vehicles of the dealership have the same picture. */
  REPEATED("is the same picture as on other vehicles, such as \"coming soon\"");

  private final String reason;

  PhotoFlag(String reason) {
    this.reason = reason;
  }

  /** What is odd about the photo, for people; follows its name. */
  public String reason() {
    return reason;
  }
}
