package com.lotview.inventory.imports.file;

/**
 * How much text of a file is kept at once. A file is judged as a whole before its rows, so its rows
 * are in memory; this is what keeps a hostile one from filling it. One object per file.
 */
public final class TextBudget {
  // Characters. What 100,000 vehicles have is a third of it.
  private static final long MAX_CHARS = 64L * 1024 * 1024;
  // A cell longer than the longest stored text of a vehicle is of no use.
  private static final int LONGEST_CELL = 64 * 1024;

  private long taken;

  /**
   * The cell as it is kept.
   *
   * @throws UnreadableFileException if it is too much
   */
  public String take(String cell) {
    String kept = cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL);
    taken += kept.length();
    if (taken > MAX_CHARS) {
      throw new UnreadableFileException(
          "has more than " + MAX_CHARS / (1024 * 1024) + " million characters in its cells");
    }
    return kept;
  }
}
