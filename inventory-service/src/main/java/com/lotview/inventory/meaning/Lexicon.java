package com.lotview.inventory.meaning;

import com.lotview.inventory.meaning.Vocabulary.Phrase;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of {@code words.txt}, for searches for vehicles. Words are compared as small letters
 * without accents, digits apart from letters. Immutable and thread-safe.
 */
public final class Lexicon {
  private final Map<Kind, Vocabulary> vocabularies = Vocabulary.load();

  private Lexicon() {}

  /** The one lexicon. */
  public static Lexicon get() {
    return Holder.LEXICON;
  }

  private static final class Holder {
    static final Lexicon LEXICON = new Lexicon();
  }

  /**
   * A phrase in a list of words.
   *
   * @param value what it says of its kind
   * @param length in words
   */
  public record Mention(String value, int length) {}

  /**
   * The longest phrase of the kind that begins at a word; null if none does, or it says nothing.
   */
  public @Nullable Mention at(Kind kind, List<String> words, int start) {
    for (Phrase phrase : vocabulary(kind).startingWith(words.get(start))) {
      int end = start + phrase.length();
      if (end <= words.size() && words.subList(start, end).equals(phrase.words())) {
        String value = phrase.denies() ? null : phrase.value();
        return value == null ? null : new Mention(value, phrase.length());
      }
    }
    return null;
  }

  /** The value, and those that imply it: a search for a van may show a minivan. */
  public Set<String> including(Kind kind, String value) {
    Vocabulary vocabulary = vocabulary(kind);
    Set<String> all =
        vocabulary.values().stream()
            .filter(other -> vocabulary.contains(other, value))
            .collect(Collectors.toCollection(HashSet::new));
    all.add(value);
    return Set.copyOf(all);
  }

  /** The phrases that say the value. */
  public Set<String> phrases(Kind kind, String value) {
    return vocabulary(kind).all().stream()
        .filter(phrase -> value.equals(phrase.value()) && !phrase.denies())
        .map(phrase -> String.join(" ", phrase.words()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Every word that stands in a phrase of the kind. */
  public Set<String> words(Kind kind) {
    return vocabulary(kind).all().stream()
        .flatMap(phrase -> phrase.words().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Vocabulary vocabulary(Kind kind) {
    return Objects.requireNonNull(vocabularies.get(kind), kind.name());
  }
}
