package com.lotview.inventory.vehicle.export;

import java.util.List;

/** What an export can be written as. */
public enum ExportFormat {
  /** Text with commas, every cell in quotes, in UTF-8 with a mark that spreadsheets know. */
  CSV("csv", "text/csv;charset=UTF-8"),
  /** A workbook of one sheet (ECMA-376). */
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String wire;
  private final String mediaType;

  ExportFormat(String wire, String mediaType) {
    this.wire = wire;
    this.mediaType = mediaType;
  }

  /** Name in the API, and ending of the file's name. */
  public String wire() {
    return wire;
  }

  public String mediaType() {
    return mediaType;
  }

  /** A writer of a file with these columns. */
  public TableWriter writer(List<ExportColumn> columns) {
    return this == CSV ? new CsvWriter(columns) : new XlsxWriter(columns);
  }
}
