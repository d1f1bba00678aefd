package com.lotview.worker.marketplace;

import com.lotview.form.Texts;
import com.lotview.form.mapping.Reading;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory service reads in the cells of orders: {@code meaning/cells.tsv}, which a test
 * of that service compares with its reader.
 */
public final class Cells {
  private static final Map<List<String>, Map<String, Reading>> READ = load();

  private Cells() {}

  /** The meaning of a vehicle with these cells; null is an empty cell. */
  public static Map<String, Reading> of(
      @Nullable String bodyStyle,
      @Nullable String fuelType,
      @Nullable String transmission,
      @Nullable Boolean cleanTitle) {
    Map<String, Reading> meaning = new HashMap<>();
    add(meaning, "bodyStyle", bodyStyle);
    add(meaning, "fuelType", fuelType);
    add(meaning, "transmission", transmission);
    add(meaning, "cleanTitle", cleanTitle == null ? null : cleanTitle.toString());
    return meaning;
  }

  private static void add(Map<String, Reading> meaning, String column, @Nullable String cell) {
    if (cell == null) {
      return;
    }
    Map<String, Reading> read = READ.get(List.of(column, cell));
    if (read == null) {
      throw new IllegalArgumentException(
          "meaning/cells.tsv lacks the cell \"%s\" of %s".formatted(cell, column));
    }
    meaning.putAll(read);
  }

  private static Map<List<String>, Map<String, Reading>> load() {
    Map<List<String>, Map<String, Reading>> cells = new HashMap<>();
    Texts.lines("/meaning/cells.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .forEach(line ->
            cells
                .computeIfAbsent(List.of(line[0], line[1]), _ -> new HashMap<>())
                .putAll(reading(line)));
    return cells;
  }

  private static Map<String, Reading> reading(String[] line) {
    String answer = line[3];
    List<String> values = Arrays.asList(answer.replace("!", "").split("\\+", -1));
    Reading reading =
        answer.startsWith("!")
            ? new Reading(null, values, null, line[0], line[1])
            : values.size() > 1
                ? new Reading(null, null, values, line[0], line[1])
                : new Reading(answer, null, null, line[0], line[1]);
    return answer.equals("-") ? Map.of() : Map.of(line[2], reading);
  }
}
