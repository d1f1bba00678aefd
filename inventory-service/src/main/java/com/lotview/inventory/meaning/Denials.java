package com.lotview.inventory.meaning;

import com.lotview.inventory.meaning.CellReader.Found;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which phrases of a text are denied: by a word before them ("not certified", "no accidents"), or
 * by one behind them ("Clean title: No"). In doubt a phrase counts as denied: what is left out does
 * less harm than what is made up.
 */
final class Denials {
  private static final Set<String> BEFORE =
      Set.of(
          "no", "not", "non", "never", "without", "un", "isn't", "isnt", "wasn't", "doesn't",
          "don't", "hasn't", "ain't", "can't", "neither", "nor", "lacks", "lacking", "zero", "0",
          "false", "sin", "ningun", "ninguna", "nunca", "tidak", "tanpa", "bukan", "belum", "ohne",
          "kein", "keine", "nicht", "sans", "pas", "ej", "inte", "utan");
  private static final Set<String> BEHIND =
      Set.of(
          "no",
          "not",
          "n",
          "false",
          "f",
          "0",
          "none",
          "never",
          "nope",
          "non",
          "negative",
          "zero",
          "tidak",
          "nein",
          "nej",
          "denied",
          "unknown",
          "unverified");
  private static final Set<String> JOINING = Set.of("or", "nor", "and", "o", "oder", "atau");
  private static final Set<String> TURNING =
      Set.of("but", "only", "except", "however", "just", "yes");

  /** Words that may stand between a phrase and the denial behind it: "clean title status: no". */
  private static final Set<String> CARRYING =
      Set.of(
          "title", "status", "history", "vehicle", "is", "was", "reported", "car", "transmission");

  private static final Pattern ENDS_CLAUSE = Pattern.compile("(?s).*[.;|!?()\\n,].*");
  private static final Pattern ASKS_OR_NAMES = Pattern.compile("(?s).*[:=?].*");
  private static final Pattern LISTS = Pattern.compile("\\s*[/&]\\s*");
  private static final int WORDS_BETWEEN = 3;

  private Denials() {}

  /** Whether the phrase at {@code index} of those found is denied. */
  static boolean denied(Words text, List<Found> found, int index) {
    Found phrase = found.get(index);
    Found next = index + 1 < found.size() ? found.get(index + 1) : null;
    return behind(text, phrase, next) || before(text, found, index);
  }

  private static boolean before(Words text, List<Found> found, int index) {
    Found previous = index == 0 ? null : found.get(index - 1);
    int position = found.get(index).start();
    int passed = 0;
    boolean joined = LISTS.matcher(text.gapBefore(position)).matches();
    while (position > 0
        && passed <= WORDS_BETWEEN
        && !ENDS_CLAUSE.matcher(text.gapBefore(position)).matches()) {
      position--;
      if (previous != null && position < previous.end()) {
        return joined && before(text, found, index - 1);
      }
      String word = text.word(position);
      if (TURNING.contains(word)) {
        return false;
      }
      if (BEFORE.contains(word) || writtenShort(text, position)) {
        return previous == null || !spent(text, previous, position);
      }
      joined = JOINING.contains(word);
      passed++;
    }
    return false;
  }

  // "w/o"
  private static boolean writtenShort(Words text, int position) {
    return position > 0
        && text.word(position).equals("o")
        && text.word(position - 1).equals("w")
        && text.gapBefore(position).equals("/");
  }

  // The "No" of "Clean title: No" denies what stands before it, not what comes next.
  private static boolean spent(Words text, Found previous, int position) {
    return position == previous.end() && ASKS_OR_NAMES.matcher(text.gapBefore(position)).matches();
  }

  private static boolean behind(Words text, Found phrase, @Nullable Found next) {
    int end = next == null ? text.size() : next.start();
    int position = phrase.end();
    boolean named = false;
    while (position < end && position <= phrase.end() + 2) {
      named |= ASKS_OR_NAMES.matcher(text.gapBefore(position)).matches();
      String word = text.word(position);
      if (BEHIND.contains(word)) {
        return named || endsClause(text, position);
      }
      if (!CARRYING.contains(word)) {
        return false;
      }
      position++;
    }
    return false;
  }

  private static boolean endsClause(Words text, int position) {
    return position + 1 == text.size()
        || ENDS_CLAUSE.matcher(text.gapBefore(position + 1)).matches()
        || text.gapBefore(position + 1).contains("/");
  }

  /** Whether the text asks for the phrase and does not answer: "One owner?". */
  static boolean onlyAsked(Words text, Found phrase) {
    return text.gapBefore(phrase.end()).contains("?")
        && !(phrase.end() < text.size() && Set.of("yes", "y").contains(text.word(phrase.end())));
  }
}
