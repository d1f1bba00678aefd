package com.lotview.form.mapping;

import com.lotview.form.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The feeds' names of makes, and pairs of make and model that feeds split in the wrong place. */
final class MakeNames {

  private final Map<String, String> aliases;

  /** A make and a model. */
  record Named(String make, String model) {}

  private MakeNames(Map<String, String> aliases) {
    this.aliases = aliases;
  }

  static MakeNames load() {
    Map<String, String> aliases = new HashMap<>();
    for (String line : Texts.lines("/vehicle-form/make-aliases.csv").lines().skip(1).toList()) {
      int comma = line.indexOf(',');
      aliases.put(Texts.key(line.substring(0, comma)), line.substring(comma + 1).strip());
    }
    return new MakeNames(Map.copyOf(aliases));
  }

  /**
   * "Land" + "Rover Discovery" is Land Rover Discovery; "Range Rover" + "Sport" is a Land Rover
   * Range Rover Sport.
   */
  Named named(String make, String model) {
    String given = make.strip();
    String canonical = aliases.getOrDefault(Texts.key(given), given);
    String rest = model.strip();
    if (startsWithWord(canonical, given) && canonical.length() > given.length()) {
      String cutOff = canonical.substring(given.length()).replaceFirst("^[\\s-]+", "");
      if (startsWithWord(rest, cutOff) && rest.length() > cutOff.length()) {
        rest = rest.substring(cutOff.length()).replaceFirst("^[\\s-]+", "");
      }
    }
    if (Texts.key(given).equals("rangerover") && !startsWithWord(rest, "Range Rover")) {
      rest = "Range Rover " + rest;
    }
    return new Named(canonical, rest);
  }

  /** The makes that have aliases. */
  List<String> all() {
    return aliases.values().stream().distinct().sorted().toList();
  }

  /** The aliases of a make in lists. */
  List<String> otherNames(String make) {
    return aliases.entrySet().stream()
        .filter(alias -> Texts.key(alias.getValue()).equals(Texts.key(make)))
        .map(Map.Entry::getKey)
        .filter(alias -> !alias.equals(Texts.key(make)))
        .sorted()
        .toList();
  }

  private static boolean startsWithWord(String text, String word) {
    return text.regionMatches(true, 0, word, 0, word.length())
        && (text.length() == word.length()
            || !Character.isLetterOrDigit(text.charAt(word.length())));
  }
}
