package com.lotview.inventory.imports;

/** What happens to vehicles on the lot that a file does not name. */
public enum Missing {
  /** Nothing: the file is a part of the stock. */
  KEEP,
  /** They are archived: the file is the whole stock. */
  ARCHIVE
}
