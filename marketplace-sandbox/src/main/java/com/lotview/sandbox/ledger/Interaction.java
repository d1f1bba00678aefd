package com.lotview.sandbox.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The visitor's input events that the page recorded while the form was filled.
 *
 * @param clicks trusted clicks
 * @param keys trusted key presses
 * @param scripted events that a script made instead of a device
 * @param publishClickedAt when Publish was clicked, by the browser's clock
 */
public record Interaction(int clicks, int keys, int scripted, @Nullable Instant publishClickedAt) {
  /** Nothing seen. */
  public static final Interaction NONE = new Interaction(0, 0, 0, null);
}
