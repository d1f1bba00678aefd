package com.lotview.bench.browser;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The options of {@code bench browser}.
 *
 * @param parts of the measurement
 */
public record BrowserOptions(Set<String> parts, int starts, int fills, int kills, int posts) {
  private static final Set<String> PARTS =
      Set.of("start", "memory", "fill", "kill", "probe", "posts");

  /**
   * Reads {@code [--only PARTS] [--starts N] [--fills N] [--kills N] [--posts N]}.
   *
   * @throws IllegalArgumentException with a sentence for people
   */
  public static BrowserOptions of(List<String> words) {
    Set<String> parts = PARTS;
    int starts = 10;
    int fills = 20;
    int kills = 100;
    int posts = 500;
    for (int i = 0; i < words.size(); i += 2) {
      String name = words.get(i);
      if (i + 1 == words.size()) {
        throw new IllegalArgumentException("bench browser: " + name + " wants a value");
      }
      String value = words.get(i + 1);
      switch (name) {
        case "--only" -> parts = Set.copyOf(List.of(value.split(",")));
        case "--starts" -> starts = number(value);
        case "--fills" -> fills = number(value);
        case "--kills" -> kills = number(value);
        case "--posts" -> posts = number(value);
        default ->
            throw new IllegalArgumentException(
                "bench browser knows --only, --starts, --fills, --kills and --posts, not " + name);
      }
    }
    return new BrowserOptions(parts, starts, fills, kills, posts);
  }

  private static int number(String word) {
    if (!word.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException("'" + word + "' is no number");
    }
    return Integer.parseInt(word);
  }

  /** Whether this part is measured. */
  public boolean wants(String part) {
    return parts.contains(part);
  }

  /** Whether any part is measured that needs no system. */
  public boolean wantsBrowsers() {
    Set<String> others = new HashSet<>(parts);
    others.remove("posts");
    return !others.isEmpty();
  }
}
