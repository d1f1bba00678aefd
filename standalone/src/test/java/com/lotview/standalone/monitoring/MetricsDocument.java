package com.lotview.standalone.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of {@code docs/metrics.md}. */
final class MetricsDocument {
  static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs/metrics.md");
  private static final int CELLS = 7;

  private final Map<String, Row> rows = new TreeMap<>();

  /**
   * One metric.
   *
   * @param name as in the code
   * @param shown as Prometheus has it, without the suffixes of a timer
   */
  record Row(String name, String shown, String type, String unit, Set<String> labels) {
    /** The names under which Prometheus stores it. */
    List<String> series() {
      return type.equals("timer")
          ? Stream.of("_count", "_sum", "_max", "_bucket").map(shown::concat).toList()
          : List.of(shown);
    }
  }

  static MetricsDocument read() throws IOException {
    MetricsDocument document = new MetricsDocument();
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("| `lotview.")) {
        Row row = row(line);
        if (document.rows.put(row.name(), row) != null) {
          throw new IllegalStateException("Two rows of " + row.name());
        }
      }
    }
    return document;
  }

  private static Row row(String line) {
    String[] cells = line.split("\\|", -1);
    if (cells.length != CELLS + 1) {
      throw new IllegalStateException("A row has six cells: " + line);
    }
    Set<String> labels =
        Arrays.stream(cells[5].split(",", -1))
            .map(String::strip)
            .filter(label -> !label.isEmpty())
            .collect(Collectors.toSet());
    if (cells[6].isBlank()) {
      throw new IllegalStateException("No meaning: " + line);
    }
    return new Row(plain(cells[1]), plain(cells[2]), plain(cells[3]), plain(cells[4]), labels);
  }

  private static String plain(String cell) {
    return cell.replace("`", "").strip();
  }

  Set<String> names() {
    return rows.keySet();
  }

  Collection<Row> rows() {
    return rows.values();
  }

  /** All names that Prometheus stores. */
  Set<String> series() {
    return rows.values().stream().flatMap(row -> row.series().stream()).collect(Collectors.toSet());
  }
}
