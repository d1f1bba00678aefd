package com.lotview.inventory.imports.format;

import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.Table;
import com.lotview.inventory.imports.file.TableBuilder;
import com.lotview.inventory.imports.file.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON file: the rows are the array with the most objects, anywhere in the file. It is read
 * twice, once to find that array and once for its records, one record at a time.
 */
final class JsonTable {
  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength(1024 * 1024)
                          .maxNumberLength(100)
                          .maxNameLength(1000)
                          .build())
                  .build())
          .build();

  private JsonTable() {}

  static Table read(Source source) {
    try {
      Search search = search(source);
      if (search.linked) {
        return LinkedData.json(source);
      }
      String best = search.best();
      return best == null ? single(source) : records(source, best);
    } catch (JacksonException e) {
      throw unreadable(e);
    } catch (IOException e) {
      throw new UnreadableFileException("cannot be read: " + e.getMessage());
    }
  }

  static UnreadableFileException unreadable(JacksonException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    return new UnreadableFileException(
        "is JSON with a fault in line " + Math.max(line, 1) + ": " + e.getOriginalMessage());
  }

  private static Search search(Source source) throws IOException {
    Search search = new Search();
    try (InputStream in = Packed.buffered(source);
        JsonParser parser = JSON.createParser(in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        search.see(parser, token);
      }
    }
    return search;
  }

  /** Counts the objects of each array, and looks for the words of JSON-LD. */
  private static final class Search {
    private final Map<String, Integer> objects = new HashMap<>();
    private boolean linked;

    void see(JsonParser parser, JsonToken token) {
      if (token == JsonToken.START_OBJECT && parser.streamReadContext().getParent().inArray()) {
        objects.merge(path(parser), 1, Integer::sum);
      }
      linked |= token == JsonToken.PROPERTY_NAME && parser.currentName().equals("@context");
    }

    @org.jspecify.annotations.Nullable
    String best() {
      return objects.entrySet().stream()
          .filter(array -> array.getKey().chars().filter(c -> c == '*').count() == 1)
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .orElse(null);
    }
  }

  // Names from the root to the array, with a star for each array on the way and itself.
  private static String path(JsonParser parser) {
    StringBuilder path = new StringBuilder();
    for (var at = parser.streamReadContext().getParent(); at != null; at = at.getParent()) {
      String name = at.inArray() ? "*" : at.currentName();
      path.insert(0, "/" + (name == null ? "" : name));
    }
    return path.toString();
  }

  private static Table records(Source source, String array) throws IOException {
    TableBuilder table = new TableBuilder();
    try (InputStream in = Packed.buffered(source);
        JsonParser parser = JSON.createParser(in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT
            && parser.streamReadContext().getParent().inArray()
            && path(parser).equals(array)) {
          int line = parser.currentTokenLocation().getLineNr();
          JsonNode record = parser.readValueAsTree();
          table.add(line, FlatJson.of(record));
        }
      }
    }
    return table.build();
  }

  // One vehicle alone.
  private static Table single(Source source) throws IOException {
    TableBuilder table = new TableBuilder();
    try (InputStream in = Packed.buffered(source)) {
      JsonNode record = JSON.readTree(in);
      if (record.isObject() && !record.isEmpty()) {
        table.add(1, FlatJson.of(record));
      }
    }
    return table.build();
  }
}
