package com.lotview.inventory.vehicle.query;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mistyped word may mean: the only known word that differs by one extra, missing, wrong or
 * swapped letter; in words of eight letters or more, by two. Short words and numbers mean nothing
 * but themselves.
 */
final class Spelling {
  private static final int SHORTEST = 4;
  private static final int LONG = 8;

  private Spelling() {}

  /**
   * The nearest word; null if none is near.
   *
   * @param known lists of words, those first that are to win among equals
   */
  static @Nullable String nearest(String word, List<Collection<String>> known) {
    if (word.length() < SHORTEST || !word.chars().allMatch(Character::isLetter)) {
      return null;
    }
    int most = word.length() >= LONG ? 2 : 1;
    String best = null;
    int distance = most + 1;
    for (Collection<String> words : known) {
      for (String other : words.stream().sorted().toList()) {
        int here = isNear(word, other, distance) ? distance(word, other) : distance;
        if (here < distance) {
          distance = here;
          best = other;
        }
      }
    }
    return best;
  }

  private static boolean isNear(String word, String other, int distance) {
    return other.length() >= SHORTEST
        && Math.abs(other.length() - word.length()) < distance
        && other.chars().allMatch(Character::isLetter);
  }

  /** The Damerau-Levenshtein distance, of which no letter is moved twice. */
  static int distance(String one, String other) {
    int[][] steps = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : step(one, other, steps, i, j);
      }
    }
    return steps[one.length()][other.length()];
  }

  private static int step(String one, String other, int[][] steps, int i, int j) {
    boolean same = one.charAt(i - 1) == other.charAt(j - 1);
    int least = Math.min(steps[i - 1][j] + 1, steps[i][j - 1] + 1);
    least = Math.min(least, steps[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
  }
}
