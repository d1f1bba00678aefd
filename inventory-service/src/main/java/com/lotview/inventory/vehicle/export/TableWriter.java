package com.lotview.inventory.vehicle.export;

import com.lotview.inventory.vehicle.export.ExportRows.Exported;
import java.util.List;

/**
 * Writes a table part by part; holds no more than one part. Not thread-safe; the calls must come in
 * their order: any number of rows, then the end.
 */
public interface TableWriter {

  /** The bytes that these rows add to the file, with all that stands before them. */
  byte[] rows(List<Exported> rows);

  /** The bytes behind the last row. */
  byte[] end();
}
