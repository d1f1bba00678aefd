package com.lotview.inventory.imports.file;

import java.util.List;

/**
 * Cells of a file that this system wrote itself, which are read exactly as they were written: no
 * mark in them is treated as another system's error. Such a file has a column of its own name.
 *
 * <p>A spreadsheet runs a cell that begins like a formula (OWASP, CSV injection). Such a cell gets
 * an apostrophe, as does one that would look as if it had one; reading takes it away again.
 */
public final class ExactCells {
  /** Header of the column that only such files have. */
  public static final String MARK = "LotView ID";

  private static final char GUARD = '\'';
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private ExactCells() {}

  /** Whether the file with this header is one. */
  public static boolean in(List<String> header) {
    return header.contains(MARK);
  }

  /** The cell of a text, safe in a spreadsheet. */
  public static String write(String text) {
    return begins(text, 0) || guarded(text) ? GUARD + text : text;
  }

  /** The text of a cell. */
  public static String read(String cell) {
    return guarded(cell) ? cell.substring(1) : cell;
  }

  private static boolean guarded(String cell) {
    return cell.length() > 1
        && cell.charAt(0) == GUARD
        && (cell.charAt(1) == GUARD || begins(cell, 1));
  }

  private static boolean begins(String text, int index) {
    return text.length() > index && FORMULA.indexOf(text.charAt(index)) >= 0;
  }
}
