package com.lotview.inventory.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file as a header and rows. Wholly empty records are not in it.
 *
 * @param header names as the file has them
 */
record Table(List<String> header, List<Row> rows) {
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int MAX_COLUMNS = 1000;
  private static final int MAX_ROWS = 50_000;

  /**
   * A record of the file.
   *
   * @param line on which it begins, from 1
   */
  record Row(int line, List<String> cells) {
    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  static Table read(byte[] bytes) {
    String text = FileText.of(bytes);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(text))
            // Files break the quoting rules: what follows a closing quote is kept.
            .setTrailingData(true)
            .setLenientEof(true)
            .get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      return read(parser);
    } catch (IOException | UncheckedIOException e) {
      throw new UnreadableFileException("is not a table of text: " + e.getMessage());
    }
  }

  private static Table read(CSVParser parser) {
    List<String> header = null;
    List<Row> rows = new ArrayList<>();
    long line = 1;
    for (CSVRecord record : parser) {
      List<String> cells = record.stream().toList();
      if (cells.size() > MAX_COLUMNS) {
        throw new UnreadableFileException("has more than " + MAX_COLUMNS + " columns");
      }
      if (cells.stream().allMatch(String::isBlank)) {
        line = parser.getCurrentLineNumber() + 1;
        continue;
      }
      if (header == null) {
        header = cells.stream().map(String::strip).toList();
      } else if (rows.size() == MAX_ROWS) {
        throw new UnreadableFileException("has more than " + MAX_ROWS + " rows");
      } else {
        rows.add(new Row((int) line, cells));
      }
      line = parser.getCurrentLineNumber() + 1;
    }
    if (header == null) {
      throw new UnreadableFileException("is empty");
    }
    return new Table(header, List.copyOf(rows));
  }

  // The one that occurs most in the header, outside of quotes.
  private static char delimiter(String text) {
    int[] counts = new int[DELIMITERS.length];
    boolean quoted = false;
    for (char c :
        text.lines().filter(line -> !line.isBlank()).findFirst().orElse("").toCharArray()) {
      quoted ^= c == '"';
      for (int i = 0; i < DELIMITERS.length && !quoted; i++) {
        counts[i] += c == DELIMITERS[i] ? 1 : 0;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return DELIMITERS[best];
  }
}
