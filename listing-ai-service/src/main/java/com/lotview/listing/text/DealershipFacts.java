package com.lotview.listing.text;

import org.jspecify.annotations.Nullable;

/** The dealership as a text names it. */
public record DealershipFacts(
    String name, @Nullable String city, @Nullable String state, @Nullable String phone) {

  /** The call to action that every text ends with. */
  public String callToAction() {
    return "Call or message us at " + name.strip() + " to schedule a test drive.";
  }
}
