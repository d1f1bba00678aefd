package com.lotview.inventory.imports.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A file as a header and rows of clean cells. Wholly empty records are not in it.
 *
 * @param header names as the file has them
 * @param open whether the last line has no end, as where a file was cut
 */
public record Table(List<String> header, List<Row> rows, List<Remark> remarks, boolean open) {
  static final int MAX_COLUMNS = 1000;
  static final int MAX_ROWS = 100_000;

  /**
   * A record of the file.
   *
   * @param line on which it begins, from 1
   * @param bare whether it has a quote that nothing closes
   */
  public record Row(int line, List<String> cells, boolean bare) {
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  /**
   * Reads a table of text.
   *
   * @throws UnreadableFileException if the file is none
   */
  public static Table read(byte[] bytes) {
    Encoding.Text decoded = Encoding.read(bytes);
    String text = decoded.text();
    int header = firstLine(text, 0);
    Optional<Character> named = Delimiter.named(line(text, header));
    if (named.isPresent()) {
      header = firstLine(text, header + 1);
    }
    char delimiter = named.isPresent() ? named.get() : Delimiter.of(text, header);
    boolean open = !text.endsWith("\n") && !text.endsWith("\r");
    return of(new Records(text, delimiter), header, decoded.remarks(), open);
  }

  private static Table of(Records records, int headerLine, List<Remark> remarks, boolean open) {
    List<String> names = records.header(headerLine).cells();
    if (names.size() > MAX_COLUMNS) {
      throw tooWide();
    }
    List<String> written = names.stream().map(Cells::name).toList();
    boolean exact = ExactCells.in(written);
    int first = records.after(headerLine);
    List<Records.Found> found =
        exact ? records.exact(first, MAX_ROWS) : records.from(first, written.size(), MAX_ROWS);
    if (found.size() > MAX_ROWS) {
      throw new UnreadableFileException("has more than " + MAX_ROWS + " rows");
    }
    List<String> header = width(written, found);
    UnaryOperator<String> cell = exact ? ExactCells::read : Cells::clean;
    List<Row> rows =
        found.stream()
            .map(row -> new Row(row.line(), row.cells().stream().map(cell).toList(), row.bare()))
            .toList();
    return new Table(header, rows, remarks, open);
  }

  // Some writers end every row with a delimiter and the header with none.
  private static List<String> width(List<String> header, List<Records.Found> rows) {
    int wider = header.size() + 1;
    boolean every =
        rows.size() > 1
            && rows.stream()
                .allMatch(row -> row.cells().size() == wider && row.cells().getLast().isBlank());
    if (!every) {
      return header;
    }
    List<String> named = new ArrayList<>(header);
    named.add("");
    return List.copyOf(named);
  }

  static UnreadableFileException tooWide() {
    return new UnreadableFileException("has more than " + MAX_COLUMNS + " columns");
  }

  private static int firstLine(String text, int from) {
    List<String> lines = text.lines().limit(from + 50L).toList();
    for (int i = from; i < lines.size(); i++) {
      if (!lines.get(i).replaceAll("[,;\\t|\"]", "").isBlank()) {
        return i;
      }
    }
    throw new UnreadableFileException("is empty");
  }

  private static String line(String text, int line) {
    return text.lines().skip(line).findFirst().orElse("");
  }
}
