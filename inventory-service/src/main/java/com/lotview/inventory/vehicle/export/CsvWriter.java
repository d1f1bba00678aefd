package com.lotview.inventory.vehicle.export;

import com.lotview.inventory.vehicle.export.ExportRows.Exported;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Comma-separated values (RFC 4180), every cell in quotes. */
final class CsvWriter implements TableWriter {
  // The byte order mark makes spreadsheets read UTF-8.
  private static final String MARK = "\uFEFF";

  private final List<ExportColumn> columns;
  private boolean begun;

  CsvWriter(List<ExportColumn> columns) {
    this.columns = columns;
  }

  @Override
  public byte[] rows(List<Exported> rows) {
    StringBuilder text = new StringBuilder();
    if (!begun) {
      begun = true;
      text.append(MARK).append(line(columns.stream().map(ExportColumn::header)));
    }
    rows.forEach(row -> text.append(line(columns.stream().map(column -> column.cell(row)))));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] end() {
    return new byte[0];
  }

  private static String line(Stream<String> cells) {
    return cells
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(",", "", "\r\n"));
  }
}
