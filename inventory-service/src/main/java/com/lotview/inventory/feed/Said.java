package com.lotview.inventory.feed;

import java.util.List;

/**
 * What an import said of columns.
 *
 * @param warned columns with a cell of which something was said
 * @param unknown columns that were not understood
 */
public record Said(List<String> warned, List<String> unknown) {
  static final Said NOTHING = new Said(List.of(), List.of());
}
