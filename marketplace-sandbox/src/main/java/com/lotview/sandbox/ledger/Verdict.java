package com.lotview.sandbox.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The judge's answer.
 *
 * @param ok true only when exactly one listing of the vehicle exists and nothing differs
 * @param count how many listings of the vehicle are up, neither sold nor deleted
 * @param listingId the listing that was compared; null when there is none
 * @param differences every field that differs
 */
public record Verdict(
    boolean ok, int count, @Nullable String listingId, List<Difference> differences) {

  /**
   * One field that differs; values as text.
   *
   * @param wanted null when the field was to be left empty
   * @param found null when nothing is stored
   */
  public record Difference(String field, @Nullable String wanted, @Nullable String found) {}
}
