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
 * Determines what a cell states about a closed set of values. Analyses the whole cell: phrases,
 * their denials, and whether two values exclude each other. Their order never decides between two
 * values, or between a value and its denial. Immutable and thread-safe.
 */
public final class CellReader {
  /** Marks that may stand inside a phrase: "pre-owned", "A/T", "owners: 1". */
  private static final Pattern INSIDE = Pattern.compile("[\\s\\-\u2010-\u2014/_.'&:=#\"(]*");

  private static final Pattern SENTENCE_END = Pattern.compile(".*[.]\\s.*");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z])(?=[A-Z])|_");

  /** A number that is not exact is no answer: ">1", "1+". */
  private static final Pattern ABOUT = Pattern.compile(".*[<>~+\u2248\u2264\u2265].*");

  private static final Set<String> CHOOSING = DenialWords.of("CHOOSING");

  private final Map<Kind, Vocabulary> vocabularies;

  private CellReader(Map<Kind, Vocabulary> vocabularies) {
    this.vocabularies = vocabularies;
  }

  /** The reader with the words of {@code words.txt}, read once. */
  public static CellReader get() {
    return Holder.READER;
  }

  private static final class Holder {
    static final CellReader READER = new CellReader(Vocabulary.load());
  }

  /** A phrase in a text, from word {@code start} to before word {@code end}. */
  record Found(Phrase phrase, int start, int end) {}

  /**
   * The values that a text affirms and those that it denies.
   *
   * @param choices those of which only one holds: "hybrid or gas"
   */
  record Values(Set<String> said, Set<String> denied, Set<String> choices) {
    static Values none() {
      return new Values(new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    boolean isEmpty() {
      return said.isEmpty() && denied.isEmpty();
    }

    void addAll(Values more) {
      said.addAll(more.said());
      denied.addAll(more.denied());
      choices.addAll(more.choices());
    }
  }

  /** What the cell says. */
  public Answer read(Kind kind, String cell) {
    return answer(kind, values(kind, cell));
  }

  /** What the cell says under its column's name. */
  public Answer read(Kind kind, String column, String cell) {
    return answer(kind, values(kind, column, cell));
  }

  /** The name of a column in words: "one owner" of "oneOwner". */
  public static String words(String column) {
    return BETWEEN_WORDS.matcher(column).replaceAll(" ");
  }

  /** What a cell that begins with yes or no answers; null if it answers nothing, or both. */
  public @Nullable Boolean yesOrNo(String cell) {
    List<String> words = Words.of(cell).words();
    if (words.isEmpty() || cell.contains("?")) {
      return null;
    }
    List<String> yes = Vocabulary.answers("YES");
    List<String> no = Vocabulary.answers("NO");
    boolean saysYes = yes.contains(words.getFirst());
    boolean answers = saysYes || no.contains(words.getFirst());
    boolean both = words.stream().anyMatch(saysYes ? no::contains : yes::contains);
    return (answers && !both) ? Boolean.valueOf(saysYes) : null;
  }

  /** Every value of the kind. */
  public Set<String> values(Kind kind) {
    return vocabulary(kind).values();
  }

  Values values(Kind kind, String cell) {
    // Of a path of categories the last says what it is: "Commercial Trucks > Cargo Van" is a van.
    Words text = Words.of(kind == Kind.BODY ? cell.substring(cell.lastIndexOf('>') + 1) : cell);
    Phrase whole = vocabulary(kind).wholeCell(text);
    if (whole == null || text.gaps().stream().anyMatch(gap -> ABOUT.matcher(gap).matches())) {
      return phrases(kind, text);
    }
    Values values = Values.none();
    add(kind, values, whole, false);
    return values;
  }

  Values values(Kind kind, String column, String cell) {
    Values named = named(kind, words(column), cell);
    return named.isEmpty() ? values(kind, cell) : named;
  }

  /** As {@link #values}, of a text that is no cell of the kind: "1" or "yes" says nothing here. */
  Values phrases(Kind kind, String text) {
    return phrases(kind, Words.of(text));
  }

  /**
   * As {@link #values}, with the name of the cell's column: "Accident Free" and "Accidents" ask for
   * opposite things. What the name alone says counts only if the cell answers it: "See notes" under
   * "Clean Title" says nothing.
   */
  Values named(Kind kind, String name, String cell) {
    Values values = Values.none();
    int unanswered = answers(kind, cell) ? 0 : Words.of(name).size();
    phrases(kind, Words.of(name + ": " + cell), unanswered, values);
    return values;
  }

  // A warranty is answered by its length: "36 months". Other numbers count, and answer nothing.
  private boolean answers(Kind kind, String cell) {
    List<String> words = Words.of(cell).words();
    return !words.isEmpty()
        && (yesOrNo(cell) != null
            || (kind == Kind.WARRANTY && Character.isDigit(words.getFirst().charAt(0))));
  }

  /** As above, of a text whose words are known: one is often asked about several kinds. */
  Values phrases(Kind kind, Words text) {
    Values values = Values.none();
    phrases(kind, text, 0, values);
    return values;
  }

  private void phrases(Kind kind, Words text, int unanswered, Values values) {
    List<Found> found = find(vocabulary(kind), text);
    for (int i = 0; i < found.size(); i++) {
      Phrase phrase = found.get(i).phrase();
      switch (Denials.of(text, found, i)) {
        case SAID -> {
          if (found.get(i).end() > unanswered) {
            add(kind, values, phrase, false);
            choice(text, found, i, values);
          }
        }
        case DENIED -> add(kind, values, phrase, true);
        case UNSURE -> {
          add(kind, values, phrase, false);
          add(kind, values, phrase, true);
        }
        case OPEN -> {
          // The text leaves it open.
        }
      }
    }
  }

  // "Hybrid or gas": both phrases, although a hybrid burns gas too.
  private static void choice(Words text, List<Found> found, int index, Values values) {
    if (index == 0) {
      return;
    }
    Found before = found.get(index - 1);
    Found here = found.get(index);
    String one = before.phrase().value();
    String other = here.phrase().value();
    boolean joined = here.start() == before.end() + 1 && CHOOSING.contains(text.word(before.end()));
    if (joined && one != null && other != null && !one.equals(other)) {
      values.choices().add(one);
      values.choices().add(other);
    }
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
    String widest = values.choices().isEmpty() ? widest(kind, said) : null;
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
