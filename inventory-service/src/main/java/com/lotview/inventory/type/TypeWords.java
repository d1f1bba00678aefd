package com.lotview.inventory.type;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the phrases of {@code type-words.txt} in a cell: whole words, the longest first. */
final class TypeWords {
  private static final Set<String> DENIALS =
      Set.of(
          "no", "not", "non", "without", "sin", "kein", "keine", "pas", "sans", "bukan", "tanpa");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");

  private final Map<String, Meaning> phrases;
  private final int longest;

  private TypeWords(Map<String, Meaning> phrases, int longest) {
    this.phrases = phrases;
    this.longest = longest;
  }

  /**
   * What a phrase says.
   *
   * @param heading whether it counts only where no other phrase stands
   * @param chassis whether the model tells if it is light enough for a car or truck
   */
  record Meaning(VehicleType type, boolean heading, boolean chassis) {}

  static TypeWords load() {
    Map<String, Meaning> phrases = new HashMap<>();
    int longest = 0;
    for (List<String> line : Data.lines("type-words.txt", ":")) {
      boolean heading = line.getFirst().startsWith("?");
      boolean chassis = line.getFirst().startsWith("~");
      VehicleType type = VehicleType.valueOf(line.getFirst().substring(heading || chassis ? 1 : 0));
      for (String phrase : Data.split(line.get(1), ",")) {
        phrases.put(phrase, new Meaning(type, heading, chassis));
        longest = Math.max(longest, Data.split(phrase, " ").size());
      }
    }
    return new TypeWords(phrases, longest);
  }

  private record Phrase(int length, Meaning meaning) {}

  /** What the phrases of the cell say, without those that are denied. */
  List<Meaning> in(String cell) {
    List<String> words = words(cell);
    List<Meaning> found = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Optional<Phrase> phrase = phraseAt(words, at);
      if (at == 0 || !DENIALS.contains(words.get(at - 1))) {
        phrase.map(Phrase::meaning).ifPresent(found::add);
      }
      at += phrase.map(Phrase::length).orElse(1);
    }
    return found;
  }

  private Optional<Phrase> phraseAt(List<String> words, int at) {
    for (int length = Math.min(longest, words.size() - at); length > 0; length--) {
      Meaning meaning = phrases.get(String.join(" ", words.subList(at, at + length)));
      if (meaning != null) {
        return Optional.of(new Phrase(length, meaning));
      }
    }
    return Optional.empty();
  }

  /** The words in small letters, without accents. */
  static List<String> words(String text) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    return SEPARATORS.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
  }
}
