package com.lotview.inventory.feed;

import java.util.List;

/**
 * An import's remarks about columns.
 *
 * @param warned columns with a remark about one of their cells
 * @param unknown columns that were not understood
 */
public record Said(List<String> warned, List<String> unknown) {
  static final Said NOTHING = new Said(List.of(), List.of());
}
