package com.lotview.inventory.imports.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into records. Quotes are obeyed where the records then agree with the header, and are
 * plain characters (inch marks) where they would swallow rows.
 */
final class Records {
  private static final int LONGEST_CELL = 64 * 1024;
  // Each takes some 60 bytes, independent of its content: a quarter of a gigabyte in all.
  private static final int MOST_CELLS = 4_000_000;
  private static final int MOST_LINES = 5_000_000;
  private static final Pattern INCHES = Pattern.compile("\\d\"");

  private final String text;
  private final char delimiter;
  private final int[] starts;
  // In this range an earlier search found no quote that ends a cell, so it is not searched again.
  private int deadFrom;
  private int deadTo;

  Records(String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
    this.starts = starts(text);
  }

  /**
   * One record.
   *
   * @param line on which it begins, from 1
   * @param bare whether a quote that nothing closes was taken as a character
   */
  record Found(int line, List<String> cells, boolean bare) {
    boolean blank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  private enum Quotes {
    /** Of a cell that may go on over lines. */
    LONG,
    /** Of a cell that ends in its line. */
    SHORT,
    /** The same, but no cell holds what looks like the start of another. */
    NARROW,
    /** None: they are characters. */
    NONE
  }

  private record Reading(List<String> cells, int lines, boolean bare) {}

  private record Cell(String value, int end, boolean bare) {}

  /** The record that begins at the line, as its quotes say; for the header, whose width is free. */
  Found header(int line) {
    Reading across = parse(line, Quotes.LONG);
    Reading reading = across == null ? require(parse(line, Quotes.SHORT)) : across;
    return found(line, reading);
  }

  /** Records from the line on. */
  List<Found> from(int first, int width, int most) {
    List<Found> records = new ArrayList<>();
    int line = first;
    int cells = 0;
    while (line < starts.length && records.size() <= most) {
      Reading reading = best(line, width);
      Found found = found(line, reading);
      if (!found.blank()) {
        records.add(found);
        cells += found.cells().size();
      }
      if (cells > MOST_CELLS) {
        throw new UnreadableFileException(
            "has more than " + MOST_CELLS / 1_000_000 + " million cells; send it in parts");
      }
      line += reading.lines();
    }
    return records;
  }

  /** Records from the line on, of a file whose quotes are always obeyed (RFC 4180). */
  List<Found> exact(int first, int most) {
    List<Found> records = new ArrayList<>();
    int line = first;
    while (line < starts.length && records.size() <= most) {
      Reading across = parse(line, Quotes.LONG);
      Reading reading = across == null ? require(parse(line, Quotes.SHORT)) : across;
      Found found = found(line, reading);
      if (!found.blank()) {
        records.add(found);
      }
      line += reading.lines();
    }
    return records;
  }

  /** Line after the record that {@link #header} gave. */
  int after(int line) {
    Reading across = parse(line, Quotes.LONG);
    return line + (across == null ? 1 : across.lines());
  }

  private static Found found(int line, Reading reading) {
    return new Found(line + 1, List.copyOf(reading.cells()), reading.bare());
  }

  private Reading best(int line, int width) {
    Reading alone = alone(line, width);
    Reading across = parse(line, Quotes.LONG);
    if (across == null || across.lines() == 1) {
      return alone;
    }
    int swallowed = 0;
    int rows = 0;
    for (int i = 1; i < across.lines(); i++) {
      List<String> cells = alone(line + i, width).cells();
      swallowed += cells.size() == 1 && cells.getFirst().isBlank() ? 0 : 1;
      rows += cells.size() == width ? 1 : 0;
    }
    boolean fits = across.cells().size() == width;
    // A text of several lines has no lines with as many cells as the header.
    boolean swallows = rows > 0 && rows * 2 >= swallowed;
    if (alone.cells().size() == width) {
      return fits && !swallows ? across : alone;
    }
    boolean whole = fits || rows == 0;
    return whole ? across : alone;
  }

  // The first way to read the line's quotes in which it has as many cells as the header.
  private Reading alone(int line, int width) {
    Reading usual = require(parse(line, Quotes.SHORT));
    if (usual.cells().size() == width) {
      return usual;
    }
    for (Quotes quotes : List.of(Quotes.NARROW, Quotes.NONE)) {
      Reading other = require(parse(line, quotes));
      if (other.cells().size() == width) {
        return other;
      }
    }
    return usual;
  }

  // Null: a cell continues over several lines and never ends.
  private @Nullable Reading parse(int line, Quotes quotes) {
    List<String> cells = new ArrayList<>();
    boolean bare = false;
    int at = starts[line];
    while (true) {
      Cell cell = cell(at, quotes);
      if (cell == null) {
        return null;
      }
      cells.add(cell.value());
      // Independent of the cells before it: an extra delimiter, or a file made to fill the memory.
      if (cells.size() > 2 * Table.MAX_COLUMNS) {
        throw Table.tooWide();
      }
      bare |= cell.bare();
      if (cell.end() >= text.length() || text.charAt(cell.end()) != delimiter) {
        return new Reading(cells, lineAt(cell.end()) - line + 1, bare);
      }
      at = cell.end() + 1;
    }
  }

  private @Nullable Cell cell(int start, Quotes quotes) {
    int open = start;
    while (open < text.length() && text.charAt(open) == ' ') {
      open++;
    }
    boolean guarded = text.startsWith("=\"", open);
    open += guarded ? 1 : 0;
    if (quotes == Quotes.NONE || open >= text.length() || text.charAt(open) != '"') {
      return plain(start, false);
    }
    int close = close(open, quotes);
    if (close < 0) {
      return quotes == Quotes.LONG ? null : plain(start, true);
    }
    String content = text.substring(open + 1, close);
    String written = content.replace("\"\"", "");
    // Pairs of quotes inside belong to the text: "Big Horn" and "Lone Star".
    boolean own = count(written) > 0 && count(written) % 2 == 0 && !INCHES.matcher(written).find();
    int end = skipBlanks(close + 1);
    return own && !hasBreak(content)
        ? new Cell(text.substring(start, end), end, false)
        : new Cell(content.replace("\"\"", "\""), end, false);
  }

  private boolean hasBreak(String content) {
    return content.indexOf(delimiter) >= 0 || content.indexOf('\n') >= 0;
  }

  private static long count(String text) {
    return text.chars().filter(c -> c == '"').count();
  }

  private Cell plain(int start, boolean bare) {
    int end = start;
    while (end < text.length() && text.charAt(end) != delimiter && !lineEnd(end)) {
      end++;
    }
    String value = text.substring(start, end);
    boolean wrapped = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return new Cell(
        wrapped ? value.substring(1, value.length() - 1) : value, end, bare && !wrapped);
  }

  // The quote that ends the cell: one before a delimiter, a line's end or the text's. -1 if none.
  private int close(int open, Quotes quotes) {
    boolean dead = quotes == Quotes.LONG && open >= deadFrom && open < deadTo;
    int at = dead ? deadTo : open + 1;
    int last = Math.min(text.length(), open + LONGEST_CELL);
    boolean pairs = false;
    while (at < last) {
      char c = text.charAt(at);
      if (c == '"') {
        int next = skipBlanks(at + 1);
        if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
          at += 2;
          pairs = true;
          continue;
        }
        if (next >= text.length() || text.charAt(next) == delimiter || lineEnd(next)) {
          return at;
        }
      } else if (quotes != Quotes.LONG && lineEnd(at)) {
        return -1;
      } else if (quotes == Quotes.NARROW && c == delimiter && opensAfter(at)) {
        return -1;
      }
      at++;
    }
    // Where quotes stand in pairs, it matters where the search begins.
    if (quotes == Quotes.LONG && !pairs) {
      deadFrom = dead ? deadFrom : open;
      deadTo = Math.max(last, dead ? deadTo : last);
    }
    return -1;
  }

  private boolean opensAfter(int at) {
    return at + 2 < text.length()
        && text.charAt(at + 1) == '"'
        && text.charAt(at + 2) != delimiter
        && text.charAt(at + 2) != '"';
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private boolean lineEnd(int at) {
    char c = text.charAt(at);
    return c == '\n' || c == '\r';
  }

  private int lineAt(int position) {
    int found = Arrays.binarySearch(starts, position);
    return found >= 0 ? found : -found - 2;
  }

  private static int[] starts(String text) {
    int[] starts = new int[1024];
    int count = 1;
    for (int i = 0; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      boolean both = c == '\r' && text.charAt(i + 1) == '\n';
      if ((c == '\n' || c == '\r') && !both) {
        if (count == MOST_LINES) {
          throw new UnreadableFileException("has more than " + MOST_LINES + " lines");
        }
        starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
        starts[count] = i + 1;
        count++;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  private static Reading require(@Nullable Reading reading) {
    if (reading == null) {
      throw new IllegalStateException("a line always has an end");
    }
    return reading;
  }
}
