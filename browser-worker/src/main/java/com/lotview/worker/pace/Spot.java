package com.lotview.worker.pace;

/** A place on the page, in pixels from its upper left corner. */
public record Spot(int x, int y) {

  double distance(Spot other) {
    return Math.hypot(other.x - x, other.y - y);
  }
}
