package com.lotview.listing.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the shared feed files well enough for a test of texts. */
final class FeedFolder {
  private FeedFolder() {}

  static @Nullable Path find() {
    String shared = System.getenv("LOTVIEW_SHARED");
    return Stream.of(shared == null ? "../../shared" : shared)
        .map(folder -> Path.of(folder, "data", "feeds"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(null);
  }

  static List<Map<String, String>> csv(Path file) throws IOException {
    List<List<String>> lines = cells(Files.readString(file));
    List<String> header = lines.getFirst().stream().map(FeedFolder::key).toList();
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(header.size(), line.size()); i++) {
        row.put(header.get(i), line.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  static Map<String, String> row(JsonNode vehicle) {
    Map<String, String> row = new LinkedHashMap<>();
    vehicle
        .properties()
        .forEach(field -> {
          if (field.getValue().isValueNode() && !field.getValue().isNull()) {
            row.put(key(field.getKey()), field.getValue().asString());
          }
        });
    return row;
  }

  static @Nullable String first(Map<String, String> row, String... keys) {
    return Stream.of(keys)
        .map(row::get)
        .filter(value -> value != null && !value.isBlank())
        .findFirst()
        .orElse(null);
  }

  private static String key(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  private static List<List<String>> cells(String text) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : text.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        line.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          lines.add(line);
          line = new ArrayList<>();
        }
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    return lines;
  }
}
