package com.lotview.listing.text.builtin;

import com.lotview.listing.text.DealershipFacts;
import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.Saying;
import com.lotview.listing.text.Tone;
import com.lotview.listing.text.VehicleFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of stock for tests of texts: real ones cut from public feeds, and made ones. */
final class StockRows {
  private StockRows() {}

  /** 300 rows of real feeds, with their values as found. */
  static List<Map<String, String>> real() {
    List<String> lines = text("real-vehicles.tsv").lines().toList();
    String[] header = lines.getFirst().split("\t");
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.length; i++) {
        if (!cells[i].isBlank()) {
          row.put(header[i], cells[i]);
        }
      }
      rows.add(row);
    }
    return rows;
  }

  /** Rows with equipment and history, which public feeds lack. */
  static List<Map<String, String>> made() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String paragraph : text("made-vehicles.txt").split("\n\n")) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("source", "made");
      paragraph
          .lines()
          .filter(line -> line.contains("=") && !line.startsWith("#"))
          .forEach(line -> row.put(line.split("=", 2)[0], line.split("=", 2)[1]));
      rows.add(row);
    }
    return rows;
  }

  static ListingBrief brief(Map<String, String> row, Tone tone, @Nullable String language) {
    return new ListingBrief(
        vehicle(row),
        new DealershipFacts(row.get("dealer"), row.get("city"), row.get("state"), null),
        980,
        tone,
        null,
        language);
  }

  private static VehicleFacts vehicle(Map<String, String> row) {
    String features = row.get("features");
    return new VehicleFacts(
        UUID.nameUUIDFromBytes(row.toString().getBytes(StandardCharsets.UTF_8)),
        "S",
        null,
        Integer.parseInt(row.get("year")),
        row.get("make"),
        row.get("model"),
        row.get("trim"),
        row.get("mileage") == null ? null : Integer.valueOf(row.get("mileage")),
        row.get("exteriorColor"),
        row.get("interiorColor"),
        row.get("body"),
        row.get("drivetrain"),
        row.get("transmission"),
        row.get("engine"),
        row.get("fuel"),
        row.getOrDefault("condition", "USED"),
        null,
        null,
        row.get("price") == null ? null : Long.valueOf(row.get("price")) * 100,
        features == null ? List.of() : List.of(features.split("\\|")),
        null,
        meaning(row));
  }

  private static Map<String, Saying> meaning(Map<String, String> row) {
    Map<String, Saying> meaning = new HashMap<>();
    Map.of(
            "certified", "YES",
            "title", "CLEAN",
            "owners", "ONE",
            "accidents", "NONE",
            "warranty", "YES")
        .forEach((kind, value) -> {
          if (row.containsKey(kind)) {
            meaning.put(kind, Saying.of(value, kind, row.get(kind)));
          }
        });
    return meaning;
  }

  private static String text(String name) {
    try (InputStream in = StockRows.class.getResourceAsStream("/listing/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
