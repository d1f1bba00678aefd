package com.lotview.sandbox.variant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The server behind the Location field. As on the real site, a town's name alone suggests a place
 * in another country first; town and state together suggest the town first.
 */
public final class Places {
  private static final int ROWS = 5;
  private static final String CITY = "City";

  /** A suggestion: its first line and its second line. */
  public record Place(String name, String kind) {}

  private record Town(String name, String state, String postedCodes) {}

  private final List<Town> towns;
  private final Map<String, String> states = new LinkedHashMap<>();

  /** Reads the places from the resources. */
  public Places() {
    this.towns =
        lines("/places/towns.txt").stream()
            .map(line -> line.split("\\|", -1))
            .map(parts -> new Town(parts[0], parts[1], parts[2]))
            .toList();
    for (String line : lines("/places/states.txt")) {
      String[] parts = line.split("\\|", -1);
      states.put(parts[0], parts[1]);
    }
  }

  /**
   * What is suggested for the text typed so far; at most five rows.
   *
   * @param city the kind of a town, in the visitor's language
   */
  public List<Place> suggest(String typed, String city) {
    return suggest(typed).stream()
        .map(place -> place.kind().equals(CITY) ? new Place(place.name(), city) : place)
        .toList();
  }

  private List<Place> suggest(String typed) {
    String query = typed.replace(',', ' ').replaceAll("\\s+", " ").strip();
    if (query.length() < 2) {
      return List.of();
    }
    if (query.matches("\\d{5}")) {
      return towns.stream()
          .filter(
              town -> Arrays.asList(town.postedCodes.split(" ")).contains(query.substring(0, 3)))
          .map(Places::city)
          .limit(ROWS)
          .toList();
    }
    List<Place> rows = withState(query);
    return (rows.isEmpty() ? bareName(query) : rows).stream().distinct().limit(ROWS).toList();
  }

  /** Rows for "Town State", the state in full, begun, or as two letters; empty without a state. */
  private List<Place> withState(String query) {
    List<Place> rows = new ArrayList<>();
    String[] words = query.split(" ");
    // The longest state first: of "Perth Western Australia" the town is Perth.
    for (int split = 1; split < words.length && rows.isEmpty(); split++) {
      String town = String.join(" ", Arrays.asList(words).subList(0, split));
      String rest = String.join(" ", Arrays.asList(words).subList(split, words.length));
      for (Map.Entry<String, String> state : states.entrySet()) {
        boolean begun = rest.length() >= 3 && starts(state.getValue(), rest);
        if (begun || state.getKey().equalsIgnoreCase(rest)) {
          String name = capitals(town);
          rows.add(new Place(name + ", " + state.getValue(), CITY));
          rows.add(new Place("Downtown " + name, "Downtown " + name + ", " + state.getKey()));
        }
      }
    }
    return rows;
  }

  private List<Place> bareName(String query) {
    List<Town> known =
        towns.stream().filter(town -> starts(town.name, query)).limit(ROWS - 2L).toList();
    String name = known.isEmpty() ? capitals(query) : known.getFirst().name;
    List<Place> rows = new ArrayList<>();
    rows.add(new Place(name, name + ", South Africa · 1,433 people checked in here"));
    known.stream().map(Places::city).forEach(rows::add);
    if (known.isEmpty()) {
      rows.add(new Place(name + ", Iowa", CITY));
    }
    rows.add(new Place("Downtown " + name, "Downtown · 562,631 people checked in here"));
    rows.add(new Place(name + ", Indiana", CITY));
    return rows;
  }

  private static Place city(Town town) {
    return new Place(town.name + ", " + town.state, CITY);
  }

  private static boolean starts(String name, String begin) {
    return name.toLowerCase(Locale.ROOT).startsWith(begin.toLowerCase(Locale.ROOT));
  }

  private static String capitals(String text) {
    StringBuilder result = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String rest = word.length() > 1 ? word.substring(1) : "";
      result.append(result.isEmpty() ? "" : " ");
      result.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT));
      result.append(rest);
    }
    return result.toString();
  }

  private static List<String> lines(String resource) {
    try (InputStream in = Objects.requireNonNull(Places.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
