package com.lotview.inventory.feed;

import java.util.List;

/**
 * The differences from the previous run.
 *
 * @param rows how many more; negative: fewer
 * @param newlyWarned columns with a remark now that had none before
 * @param newlyUnknown columns that are not understood now, and before were missing or understood
 * @param recovered columns that no longer have a remark
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
