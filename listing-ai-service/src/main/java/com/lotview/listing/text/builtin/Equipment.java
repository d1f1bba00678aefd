package com.lotview.listing.text.builtin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which features are known, from {@code equipment.txt}; strongest first. */
final class Equipment {

  /**
   * A kind of feature.
   *
   * @param key names its phrases in {@code words.txt}
   * @param group where it stands in a text
   * @param covers keys that need not be said beside it
   */
  record Item(String key, String group, Pattern words, Set<String> covers) {}

  /**
   * A feature of a vehicle.
   *
   * @param quoted as the stock writes it
   */
  record Found(Item item, String quoted) {}

  private final List<Item> items =
      Lines.of("equipment.txt").stream()
          .map(line -> line.split(" :: ", -1))
          .map(parts ->
              new Item(
                  parts[0].strip(),
                  parts[1].strip(),
                  Pattern.compile("(?:" + parts[2].strip() + ")"),
                  parts.length > 3 ? Set.of(parts[3].strip().split(" ", -1)) : Set.of()))
          .toList();

  /** The known features among these, strongest first, none twice and none that another covers. */
  List<Found> in(List<String> features) {
    List<Found> found = new ArrayList<>();
    for (Item item : items) {
      features.stream()
          .filter(feature -> item.words().matcher(feature.toLowerCase(Locale.ROOT)).matches())
          .findFirst()
          .ifPresent(feature -> found.add(new Found(item, feature)));
    }
    Set<String> covered = new HashSet<>();
    found.forEach(feature -> covered.addAll(feature.item().covers()));
    return found.stream().filter(feature -> !covered.contains(feature.item().key())).toList();
  }

  boolean knows(String feature) {
    String lower = feature.toLowerCase(Locale.ROOT);
    return items.stream().anyMatch(item -> item.words().matcher(lower).matches());
  }

  static List<String> split(String cell) {
    return Arrays.stream(cell.split("[,;]")).map(String::strip).toList();
  }
}
