package com.lotview.inventory.imports.format;

import com.lotview.inventory.imports.file.UnreadableFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * An object as cells. Names of nested values are joined as Meta's flat files do it: {@code
 * mileage.value}, {@code image[0].url}. A list of plain values is one cell, parted by bars.
 */
final class FlatJson {
  private static final int MOST_CELLS = 1_000;

  private final Map<String, String> cells = new LinkedHashMap<>();

  private FlatJson() {}

  static Map<String, String> of(JsonNode object) {
    FlatJson flat = new FlatJson();
    flat.add("", object);
    return flat.cells;
  }

  private void add(String name, JsonNode value) {
    if (value.isObject()) {
      value.properties().forEach(entry -> add(joined(name, entry.getKey()), entry.getValue()));
    } else if (value.isArray() && value.valueStream().noneMatch(JsonNode::isContainer)) {
      put(
          name,
          value
              .valueStream()
              .filter(one -> !one.isNull())
              .map(FlatJson::text)
              .collect(Collectors.joining("|")));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        add(name + "[" + i + "]", value.get(i));
      }
    } else if (!value.isNull()) {
      put(name, text(value));
    }
  }

  private void put(String name, String text) {
    if (cells.size() == MOST_CELLS) {
      throw new UnreadableFileException(
          "has a record with more than " + MOST_CELLS + " values: it is no vehicle");
    }
    cells.put(name, text);
  }

  private static String joined(String name, String below) {
    return name.isEmpty() ? below : name + "." + below;
  }

  private static String text(JsonNode value) {
    return value.isNumber() ? number(value) : value.asString();
  }

  // 1e400000000 is a short text and a number that fills the memory.
  private static String number(JsonNode value) {
    String written = value.asString();
    return written.length() > 30 || written.contains("E")
        ? written
        : value.decimalValue().toPlainString();
  }
}
