package com.lotview.worker.fleet.job;

import com.lotview.worker.marketplace.page.Heal;
import java.util.List;

/**
 * The form's missing labels and their replacements, in order.
 *
 * @param language of the form map in use
 */
public record Heals(String language, int mapVersion, List<Heal> all) {
  /** None. */
  public static final Heals NONE = new Heals("", 0, List.of());

  public Heals {
    all = List.copyOf(all);
  }
}
