package com.lotview.inventory.imports.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The separator of a file's cells: the mark with which most rows agree with the header. */
final class Delimiter {
  private static final char[] MARKS = {',', ';', '\t', '|', '^', '~'};
  private static final int SAMPLE = 200;
  // A spreadsheet's own first line.
  private static final Pattern NAMED = Pattern.compile("\\s*\"?sep=(.)\"?[,;\\t|]*\\s*\\R?");

  private Delimiter() {}

  /** The mark that the first line names, as {@code sep=;} does. */
  static Optional<Character> named(String firstLine) {
    Matcher named = NAMED.matcher(firstLine);
    return named.matches() ? Optional.of(named.group(1).charAt(0)) : Optional.empty();
  }

  static char of(String text, int headerLine) {
    char best = ',';
    long most = -1;
    for (char mark : MARKS) {
      Records records = new Records(text, mark);
      int width = records.header(headerLine).cells().size();
      if (width > 1) {
        long agree =
            records.from(records.after(headerLine), width, SAMPLE).stream()
                .filter(record -> record.cells().size() == width)
                .count();
        // The rows decide; if they agree equally, the header's width decides.
        long score = agree * 10_000 + width;
        if (score > most) {
          most = score;
          best = mark;
        }
      }
    }
    return best;
  }
}
