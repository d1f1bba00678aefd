package com.lotview.inventory.feed;

import java.util.List;

/**
 * What is other than in the run before.
 *
 * @param rows how many more; negative: fewer
 * @param newlyWarned columns of which something is said now, and was not
 * @param newlyUnknown columns that are not understood, and were not there or were understood
 * @param recovered columns of which nothing is said any more
 */
public record Difference(
    int rows, List<String> newlyWarned, List<String> newlyUnknown, List<String> recovered) {

  static Difference between(Feed.Known before, int rows, Said now) {
    Integer last = before.rows();
    return new Difference(
        last == null ? 0 : rows - last,
        last == null ? List.of() : without(now.warned(), before.said().warned()),
        last == null ? List.of() : without(now.unknown(), before.said().unknown()),
        last == null ? List.of() : without(before.said().warned(), now.warned()));
  }

  private static List<String> without(List<String> all, List<String> some) {
    return all.stream().filter(one -> !some.contains(one)).toList();
  }
}
