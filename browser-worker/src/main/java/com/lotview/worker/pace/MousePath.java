package com.lotview.worker.pace;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The path of a hand's pointer: a curve that starts and ends slowly and trembles a little. On long
 * ways it sometimes overshoots and returns. It has one point per 1/60 s, the rate at which a
 * browser reports the pointer.
 */
final class MousePath {

  private static final double PER_SECOND = 60;
  private static final double LONG_WAY = 200;
  private static final double GOES_TOO_FAR = 0.3;

  private final RandomGenerator random;
  private final Spot within;

  /**
   * @param within the lower right corner of the area to stay in
   */
  MousePath(RandomGenerator random, Spot within) {
    this.random = random;
    this.within = within;
  }

  /** All points after the first; the goal is the last one. */
  List<Spot> between(Spot from, Spot to) {
    double distance = from.distance(to);
    List<Spot> path = new ArrayList<>();
    if (distance > LONG_WAY && random.nextDouble() < GOES_TOO_FAR) {
      double more = bell(3, 14) / distance;
      Spot beyond = kept(to.x() + (to.x() - from.x()) * more, to.y() + (to.y() - from.y()) * more);
      curve(from, beyond, path);
      curve(beyond, to, path);
    } else {
      curve(from, to, path);
    }
    path.removeLast();
    path.add(kept(to.x(), to.y()));
    return path;
  }

  private void curve(Spot from, Spot to, List<Spot> path) {
    double distance = from.distance(to);
    int steps = (int) Math.max(2, seconds(distance) * PER_SECOND);
    double bendOne = bell(-0.25, 0.25);
    double bendTwo = bell(-0.25, 0.25);
    for (int i = 1; i <= steps; i++) {
      double t = slowAtBothEnds((double) i / steps);
      double aside = 3 * t * (1 - t) * ((1 - t) * bendOne + t * bendTwo);
      double tremble = Math.min(1, distance / 50);
      path.add(
          kept(
              from.x()
                  + (to.x() - from.x()) * t
                  - (to.y() - from.y()) * aside
                  + bell(-tremble, tremble),
              from.y()
                  + (to.y() - from.y()) * t
                  + (to.x() - from.x()) * aside
                  + bell(-tremble, tremble)));
    }
  }

  /** The duration grows less than the distance (Fitts's law). */
  private double seconds(double distance) {
    return (0.08 + 0.11 * Math.log(distance / 30 + 1) / Math.log(2)) * bell(0.8, 1.2);
  }

  /** The progress of a hand: minimum jerk. */
  private static double slowAtBothEnds(double time) {
    return time * time * time * (10 - 15 * time + 6 * time * time);
  }

  private double bell(double from, double to) {
    return Math.clamp(random.nextGaussian((from + to) / 2, (to - from) / 6), from, to);
  }

  private Spot kept(double x, double y) {
    return new Spot(
        Math.clamp(Math.round(x), 0, within.x()), Math.clamp(Math.round(y), 0, within.y()));
  }
}
