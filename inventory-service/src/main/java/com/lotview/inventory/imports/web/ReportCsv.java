package com.lotview.inventory.imports.web;

import com.lotview.inventory.imports.RowOutcome;
import com.lotview.inventory.imports.RowOutcome.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as a file: one line for each remark, and one for each row without a remark. */
final class ReportCsv {
  // The byte order mark makes spreadsheets read UTF-8.
  static final String HEADER = "\uFEFFrow,outcome,column,value,reason,suggestion\r\n";
  private static final String FORMULA = "=+-@\t\r";

  private ReportCsv() {}

  static String lines(RowOutcome row) {
    Problem problem = row.problem();
    List<Problem> notes = problem == null ? row.warnings() : List.of(problem);
    if (notes.isEmpty()) {
      return line(row, new Problem(row.line(), "", "", "", ""));
    }
    return notes.stream().map(note -> line(row, note)).collect(Collectors.joining());
  }

  private static String line(RowOutcome row, Problem note) {
    return Stream.of(
            String.valueOf(row.line()),
            row.kind().name(),
            note.column(),
            note.value(),
            note.reason(),
            note.suggestion())
        .map(ReportCsv::cell)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  // A spreadsheet runs cells that begin like a formula (OWASP, CSV injection).
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
