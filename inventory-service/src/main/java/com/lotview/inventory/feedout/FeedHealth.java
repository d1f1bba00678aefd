package com.lotview.inventory.feedout;

import com.lotview.inventory.feedout.format.Finding;
import java.util.List;
import java.util.UUID;

/**
 * A receiver's expected verdict on a feed.
 *
 * @param vehicles how many are in it
 * @param refused how many of them it would not take
 * @param warned how many others it would take with a warning
 * @param problems each kind, those that refuse first
 * @param flawed the first vehicles with a problem
 * @param more whether there are more such vehicles
 */
public record FeedHealth(
    long vehicles,
    long refused,
    long warned,
    List<FeedProblem> problems,
    List<FlawedVehicle> flawed,
    boolean more) {

  /**
   * One kind of problem.
   *
   * @param field as the receiver names it
   * @param vehicles how many have it
   */
  public record FeedProblem(String field, Finding.Level level, String problem, long vehicles) {
    static FeedProblem of(Finding finding, long vehicles) {
      return new FeedProblem(finding.field(), finding.level(), finding.problem(), vehicles);
    }
  }

  /** A vehicle and its problems. */
  public record FlawedVehicle(UUID vehicleId, String stockNumber, List<Finding> problems) {}
}
