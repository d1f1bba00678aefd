package com.lotview.form.mapping;

import com.lotview.form.Texts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Maps a maker's colour name to one of the form's colours. A name of two colours or of none
 * ("Magnetic", "Black / Red") has no result, because the field is optional and a guess may be
 * wrong. The words are data: {@code color-words.csv}.
 */
final class ColorWords {

  /** Plain colour names in the languages of feeds. */
  private static final Map<String, String> PLAIN = new HashMap<>();

  /** Words that mean a colour, used only without a plain name. */
  private static final Map<String, String> SHADES = new HashMap<>();

  /** Names that contain another colour's plain name: black cherry is a red. */
  private static final Set<String> MISLEADING = new HashSet<>();

  /** Complete names of one maker's paint, without words for its finish. */
  private static final Map<String, String> PAINTS = new HashMap<>();

  static {
    Texts.lines("/vehicle-form/color-words.csv")
        .lines()
        .skip(1)
        .forEach(line -> {
          String[] cells = line.split(",", -1);
          switch (cells[0]) {
            case "plain" -> PLAIN.put(cells[1], cells[2]);
            case "shade" -> SHADES.put(cells[1], cells[2]);
            case "paint" -> PAINTS.put(cells[1], cells[2]);
            case "misleading" -> MISLEADING.add(cells[1]);
            default -> throw new IllegalStateException("color-words.csv: " + line);
          }
        });
  }

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  /** Two parts are two colours, unless both are the same. */
  private static final Pattern PARTS = Pattern.compile("\\s*/\\s*|\\s+(?:and|with|w|&)\\s+");

  /** The material of the seats follows a comma. */
  private static final Pattern MATERIAL = Pattern.compile(",.*");

  private static final Pattern GLOSS =
      Pattern.compile(
          "\\b(metallic|pearl ?coat|pearl|clear"
              + " ?coat|tri-?coat|tinted|mica|effect|multi|premium)\\b");

  private ColorWords() {}

  /** The form's colour, if the name has one. */
  static Optional<String> find(String name) {
    String text =
        MATERIAL
            .matcher(name.toLowerCase(Locale.ROOT).strip())
            .replaceFirst("")
            .replace("off-white", "offwhite")
            .replace("off white", "offwhite");
    List<Optional<String>> parts =
        Arrays.stream(PARTS.split(text)).map(ColorWords::ofPart).distinct().toList();
    return parts.size() == 1 ? parts.getFirst() : Optional.empty();
  }

  private static Optional<String> ofPart(String text) {
    if (MISLEADING.stream().anyMatch(text::contains)) {
      return Optional.empty();
    }
    List<String> words = List.of(NO_LETTERS.split(text));
    Set<String> plain = matches(words, PLAIN);
    if (!plain.isEmpty()) {
      return only(plain);
    }
    String paint = GLOSS.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
    return Optional.ofNullable(PAINTS.get(paint)).or(() -> only(matches(words, SHADES)));
  }

  private static Set<String> matches(List<String> words, Map<String, String> colors) {
    return words.stream().filter(colors::containsKey).map(colors::get).collect(Collectors.toSet());
  }

  private static Optional<String> only(Set<String> colors) {
    return colors.size() == 1 ? colors.stream().findFirst() : Optional.empty();
  }
}
