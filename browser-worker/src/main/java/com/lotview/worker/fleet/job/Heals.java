package com.lotview.worker.fleet.job;

import com.lotview.worker.marketplace.page.Heal;
import java.util.List;

/**
 * Labels of the form that were gone, and what was used in their place, in order.
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
