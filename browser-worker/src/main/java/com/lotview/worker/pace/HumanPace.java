package com.lotview.worker.pace;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The pace of a person: 50-200 ms between keys and 300-800 ms between fields, normally distributed
 * and clamped to the bounds; the pointer moves in curves. The same seed gives the same pace.
 */
public final class HumanPace implements Pace {

  private final RandomGenerator random;

  public HumanPace(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public boolean typesByKey() {
    return true;
  }

  @Override
  public Duration betweenKeys() {
    return bell(50, 200);
  }

  @Override
  public Duration betweenFields() {
    return bell(300, 800);
  }

  @Override
  public List<Spot> path(Spot from, Spot to, Spot within) {
    return new MousePath(random, within).between(from, to);
  }

  /** Six standard deviations span the range, so that clamping makes no visible peak at its ends. */
  private Duration bell(int fromMillis, int toMillis) {
    double drawn =
        random.nextGaussian((fromMillis + toMillis) / 2.0, (toMillis - fromMillis) / 6.0);
    return Duration.ofMillis(Math.round(Math.clamp(drawn, fromMillis, toMillis)));
  }
}
