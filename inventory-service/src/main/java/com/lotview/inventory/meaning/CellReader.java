package com.lotview.inventory.meaning;

import com.lotview.inventory.meaning.Answer.Says;
import com.lotview.inventory.meaning.Answer.SaysBoth;
import com.lotview.inventory.meaning.Answer.SaysNot;
import com.lotview.inventory.meaning.Answer.SaysNothing;
import com.lotview.inventory.meaning.Vocabulary.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what a cell says about a closed set of values. Takes the whole cell apart: phrases, what
 * denies them, and whether two values exclude each other. Two values, or a value and its denial,
 * are never resolved by which comes first. Immutable and thread-safe.
 */
public final class CellReader {
  /** Marks that may stand inside a phrase: "pre-owned", "A/T", "owners: 1". */
  private static final Pattern INSIDE = Pattern.compile("[\\s\\-\u2010-\u2014/_.'&:=#\"]*");

  private static final Pattern SENTENCE_END = Pattern.compile(".*[.]\\s.*");

  private final Map<Kind, Vocabulary> vocabularies;

  private CellReader(Map<Kind, Vocabulary> vocabularies) {
    this.vocabularies = vocabularies;
  }

  /** A reader with the words of {@code words.txt}. */
  public static CellReader load() {
    return new CellReader(Vocabulary.load());
  }

  /** A phrase in a text, from word {@code start} to before word {@code end}. */
  record Found(Phrase phrase, int start, int end) {}

  /** The values that a text affirms and those that it denies. */
  record Values(Set<String> said, Set<String> denied) {}

  /** What the cell says. */
  public Answer read(Kind kind, String cell) {
    return answer(kind, values(kind, cell));
  }

  /** Every value of the kind. */
  public Set<String> values(Kind kind) {
    return vocabulary(kind).values();
  }

  Values values(Kind kind, String cell) {
    // Of a path of categories the last says what it is: "Commercial Trucks > Cargo Van" is a van.
    Words text = Words.of(kind == Kind.BODY ? cell.substring(cell.lastIndexOf('>') + 1) : cell);
    Phrase whole = vocabulary(kind).wholeCell(text);
    if (whole == null) {
      return phrases(kind, text);
    }
    Values values = new Values(new HashSet<>(), new HashSet<>());
    add(kind, values, whole, false);
    return values;
  }

  /** As {@link #values}, of a text that is no cell of the kind: "1" or "yes" says nothing here. */
  Values phrases(Kind kind, String text) {
    return phrases(kind, Words.of(text));
  }

  private Values phrases(Kind kind, Words text) {
    Values values = new Values(new HashSet<>(), new HashSet<>());
    List<Found> found = find(vocabulary(kind), text);
    for (int i = 0; i < found.size(); i++) {
      Found one = found.get(i);
      if (!Denials.onlyAsked(text, one) || Denials.denied(text, found, i)) {
        add(kind, values, one.phrase(), Denials.denied(text, found, i));
      }
    }
    return values;
  }

  Answer answer(Kind kind, Values values) {
    Set<String> said = values.said();
    Set<String> contradicted = new HashSet<>(said);
    contradicted.retainAll(values.denied());
    if (!contradicted.isEmpty()) {
      return new SaysBoth(contradicted);
    }
    if (said.isEmpty()) {
      return values.denied().isEmpty() ? new SaysNothing() : new SaysNot(values.denied());
    }
    String widest = widest(kind, said);
    return widest == null ? new SaysBoth(said) : new Says(widest);
  }

  private @Nullable String widest(Kind kind, Set<String> said) {
    return said.stream()
        .filter(value ->
            said.stream()
                .allMatch(other -> other.equals(value) || vocabulary(kind).contains(value, other)))
        .findFirst()
        .orElse(null);
  }

  private void add(Kind kind, Values values, Phrase phrase, boolean denied) {
    String value = phrase.value();
    if (value == null) {
      return;
    }
    if (denied == phrase.denies()) {
      values.said().add(value);
      return;
    }
    values.denied().add(value);
    String opposite = vocabulary(kind).opposite(value);
    if (opposite != null) {
      values.said().add(opposite);
    }
  }

  // The longest phrase at each place; the next is looked for behind it.
  private static List<Found> find(Vocabulary vocabulary, Words text) {
    List<Found> found = new ArrayList<>();
    int position = 0;
    while (position < text.size()) {
      Found here = at(vocabulary, text, position);
      if (here == null) {
        position++;
      } else {
        found.add(here);
        position = here.end();
      }
    }
    return found;
  }

  private static @Nullable Found at(Vocabulary vocabulary, Words text, int start) {
    for (Phrase phrase : vocabulary.startingWith(text.word(start))) {
      int end = start + phrase.length();
      if (end <= text.size()
          && text.words().subList(start, end).equals(phrase.words())
          && together(text, start, end)) {
        return new Found(phrase, start, end);
      }
    }
    return null;
  }

  private static boolean together(Words text, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      String gap = text.gapBefore(i);
      if (!INSIDE.matcher(gap).matches() || SENTENCE_END.matcher(gap).matches()) {
        return false;
      }
    }
    return true;
  }

  private Vocabulary vocabulary(Kind kind) {
    return Objects.requireNonNull(vocabularies.get(kind));
  }
}
