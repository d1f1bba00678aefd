package com.lotview.bench.web;

import java.util.List;

/**
 * How much is measured.
 *
 * @param stocks vehicles of a dealership, one measurement each; the first has the other scenes too
 * @param seconds of socket frames
 * @param changes from the server to the screen
 * @param postings of the schedule
 */
public record WebLoad(List<Integer> stocks, int seconds, int changes, int postings) {
  /** Refuses what gives no figures. */
  public WebLoad {
    if (stocks.isEmpty() || stocks.contains(0) || seconds < 1 || changes < 1 || postings < 1) {
      throw new IllegalArgumentException("each number must be at least 1");
    }
  }
}
