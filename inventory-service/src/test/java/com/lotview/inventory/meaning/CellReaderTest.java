package com.lotview.inventory.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Single cells by {@code cells.txt}, and laws over generated ones. */
class CellReaderTest {
  private static final CellReader READER = CellReader.get();
  private static final List<String> DENIALS =
      List.of(
          "not %s",
          "non-%s",
          "Non %s",
          "no %s",
          "NOT_%s",
          "never %s",
          "without %s",
          "w/o %s",
          "un-%s",
          "isn't %s",
          "not a %s",
          "%s: No",
          "%s - NO",
          "%s: N",
          "%s: false",
          "%s = 0",
          "%s (no)",
          "%s? No",
          "%s: none",
          "%s: never",
          "%s, not",
          "%s: \u2717",
          "\u274C %s",
          "!%s",
          "may be %s",
          "previously %s",
          "could be %s",
          "almost %s",
          "sin %s",
          "no es %s",
          "ni %s",
          "tidak %s",
          "bukan %s",
          "kein %s",
          "nicht %s",
          "sans %s",
          "pas %s",
          "ikke %s",
          "0 %s");
  private static final List<String> SEPARATORS =
      List.of("/", ", ", " / ", " or ", " and ", "; ", " | ", " - ", " (", " & ", "\n", " ");

  @ParameterizedTest
  @MethodSource("cells")
  void cell_saysWhatTheTableHolds(String kind, String cell, String expected) {
    assertThat(shown(READER.read(Kind.valueOf(kind), cell))).as(cell).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "TYPE")
  void deniedValue_isNeverSaid(Kind kind) {
    for (Vocabulary.Phrase phrase : phrases(kind)) {
      for (String denial : DENIALS) {
        String cell = denial.formatted(String.join(" ", phrase.words()));
        assertThat(READER.read(kind, cell))
            .as(cell)
            .isNotEqualTo(new Answer.Says(Objects.requireNonNull(phrase.value())));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "TYPE")
  void twoValues_sayNeitherUnlessOneContainsTheOther(Kind kind) {
    Vocabulary words = Vocabulary.load().get(kind);
    for (Vocabulary.Phrase one : phrases(kind)) {
      for (Vocabulary.Phrase other : phrases(kind)) {
        String first = Objects.requireNonNull(one.value());
        String second = Objects.requireNonNull(other.value());
        if (first.equals(second)) {
          continue;
        }
        for (String separator : SEPARATORS) {
          String cell = String.join(" ", one.words()) + separator + String.join(" ", other.words());
          if (isOnePhrase(words, cell)) {
            continue;
          }
          if (READER.read(kind, cell) instanceof Answer.Says(String said)) {
            assertThat(words.contains(said, first) || words.contains(said, second))
                .as("%s says %s", cell, said)
                .isTrue();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "TYPE")
  void wordInsideALongerWord_saysNothing(Kind kind) {
    for (Vocabulary.Phrase phrase : phrases(kind)) {
      String cell = "x" + String.join(" ", phrase.words()) + "x";
      if (phrase.length() == 1 && Character.isLetter(cell.charAt(1))) {
        assertThat(READER.read(kind, cell)).as(cell).isEqualTo(new Answer.SaysNothing());
      }
    }
  }

  // Words that join to a longer phrase are no two values: "mini" and "van".
  private static boolean isOnePhrase(Vocabulary words, String cell) {
    Words text = Words.of(cell);
    if (words.wholeCell(text) != null) {
      return true;
    }
    return Stream.iterate(0, i -> i < text.size(), i -> i + 1)
        .flatMap(i ->
            words.startingWith(text.word(i)).stream()
                .map(phrase -> List.of(i, phrase.length(), phrase.words())))
        .anyMatch(match -> crosses(text, cell, match));
  }

  private static boolean crosses(Words text, String cell, List<Object> match) {
    int start = (Integer) match.get(0);
    int end = start + (Integer) match.get(1);
    int border = Words.of(cell.substring(0, border(cell))).size();
    return end <= text.size()
        && text.words().subList(start, end).equals(match.get(2))
        && start < border
        && end > border;
  }

  private static int border(String cell) {
    return SEPARATORS.stream()
        .filter(s -> !s.equals(" "))
        .mapToInt(cell::indexOf)
        .filter(i -> i > 0)
        .min()
        .orElse(cell.indexOf(' '));
  }

  private static List<Vocabulary.Phrase> phrases(Kind kind) {
    return Vocabulary.load().get(kind).all().stream()
        .filter(p -> p.value() != null && !p.denies())
        .toList();
  }

  private static String shown(Answer answer) {
    return switch (answer) {
      case Answer.Says(String value) -> value;
      case Answer.SaysNot(Set<String> values) -> joined(values, "!");
      case Answer.SaysBoth(Set<String> values) ->
          values.size() == 1 ? joined(values, "") + "+" + joined(values, "!") : joined(values, "");
      case Answer.SaysNothing() -> "-";
    };
  }

  private static String joined(Set<String> values, String mark) {
    return new TreeSet<>(values).stream().map(v -> mark + v).collect(Collectors.joining("+"));
  }

  static Stream<Object[]> cells() throws IOException {
    try (var in = CellReaderTest.class.getResourceAsStream("cells.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> (Object[]) line.split(" \\| ", 3));
    }
  }
}
