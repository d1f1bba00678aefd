package com.lotview.listing.text.check;

import com.lotview.listing.text.DealershipFacts;
import com.lotview.listing.text.Language;
import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.ListingText;
import com.lotview.listing.text.Sentences;
import com.lotview.listing.text.TextFrame;
import com.lotview.listing.text.VehicleFacts;
import com.lotview.listing.text.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The style rules for every text, whoever wrote it. The dealership's own parts and the call to
 * action are not checked.
 *
 * <p>Reading ease: English by Flesch (206.835 - 1.015 words per sentence - 84.6 syllables per
 * word), Spanish by Szigriszt-Pazos (206.835 - words per sentence - 62.3 syllables per word); there
 * is no accepted formula for Indonesian. A syllable is a group of vowels; a number counts as one.
 */
final class StyleRules {
  /** The range of scores: a higher score is a list of fragments, a lower one is a brochure. */
  private static final double HARDEST = 40;

  private static final double EASIEST = 115;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 40;

  /** Readers do not notice a pattern with fewer parts ("x with x and x"). */
  private static final int TELLING = 6;

  private static final Pattern LABEL = Pattern.compile(":(?=\\s|$)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'.,/&-]*");
  private static final Pattern VOWELS = Pattern.compile("[aeiouyáéíóúü]+");
  private static final Pattern SILENT_E = Pattern.compile("(?<=[a-z]{2})(?:e|es|ed)$");
  private static final Set<String> ARTICLES =
      Set.of("the", "a", "an", "el", "la", "los", "las", "un", "una");

  /** Words that carry a sentence's pattern; all others are its content. */
  private static final Set<String> FRAME =
      Set.of(
          "the", "a", "an", "it", "its", "this", "that", "is", "are", "has", "have", "with", "and",
          "of", "on", "in", "for", "to", "you", "comes", "there", "also", "el", "la", "los", "un",
          "una", "es", "tiene", "con", "y", "de", "en", "para", "este", "esta", "ini", "dengan",
          "dan", "untuk", "di", "yang", "ada", "juga");

  private StyleRules() {}

  static List<String> problems(ListingText text, ListingBrief brief) {
    List<String> problems = new ArrayList<>();
    title(text.title(), brief.vehicle(), problems);
    String written = TextFrame.written(brief, text.description());
    DealershipFacts dealership = brief.dealership();
    List<String> sentences = Sentences.of(written, dealership.name(), dealership.city());
    String folded = Wording.folded(written);
    if (LABEL.matcher(folded).find()) {
      problems.add("The description has a label with a colon; write sentences");
    }
    if (folded.contains(Wording.folded(text.title()))
        || folded.contains(Wording.folded(brief.vehicle().name()))) {
      problems.add("The description repeats the title");
    }
    sentences(sentences, problems);
    reading(sentences, brief.language(), problems);
    return problems;
  }

  private static void sentences(List<String> sentences, List<String> problems) {
    for (String sentence : sentences) {
      int words = words(sentence).size();
      if (words < SHORTEST) {
        problems.add("\"" + sentence + "\" is no sentence: it has fewer than 3 words");
      } else if (words > LONGEST) {
        problems.add("The sentence that begins \"" + start(sentence) + "\" is too long");
      }
    }
    for (int i = 1; i < sentences.size(); i++) {
      if (alike(sentences.get(i - 1), sentences.get(i))) {
        problems.add(
            "Two neighbouring sentences are built alike: \""
                + start(sentences.get(i - 1))
                + "\" and \""
                + start(sentences.get(i))
                + "\"");
      }
    }
  }

  private static void reading(List<String> sentences, Language language, List<String> problems) {
    ease(sentences, language)
        .filter(ease -> ease < HARDEST || ease > EASIEST)
        .ifPresent(ease ->
            problems.add(
                String.format(
                    Locale.ROOT,
                    "The description's reading ease is %.0f; %.0f to %.0f is wanted",
                    ease,
                    HARDEST,
                    EASIEST)));
  }

  /** No word twice, but where the name itself has it twice: a Land Rover Range Rover. */
  private static void title(String title, VehicleFacts vehicle, List<String> problems) {
    List<String> named = words(vehicle.make() + " " + vehicle.model());
    Set<String> seen = new HashSet<>();
    words(title).stream()
        .map(word -> word.replaceAll("[.,]+$", ""))
        .filter(word -> !seen.add(word) && Collections.frequency(named, word) < 2)
        .findFirst()
        .ifPresent(word -> problems.add("The title says \"" + word + "\" twice"));
  }

  private static List<String> words(String text) {
    return WORD.matcher(Wording.folded(text)).results().map(word -> word.group()).toList();
  }

  private static String start(String sentence) {
    return sentence.length() <= 30 ? sentence : sentence.substring(0, 30) + "...";
  }

  private static boolean alike(String one, String other) {
    List<String> pattern = pattern(one);
    return beginning(one).equals(beginning(other))
        || (pattern.size() >= TELLING && pattern.equals(pattern(other)));
  }

  private static List<String> beginning(String sentence) {
    List<String> words = words(sentence);
    int length = !words.isEmpty() && ARTICLES.contains(words.getFirst()) ? 2 : 1;
    return words.subList(0, Math.min(length, words.size()));
  }

  /** The sentence with its content left out: "the x is x and the x is x". */
  private static List<String> pattern(String sentence) {
    List<String> kept = new ArrayList<>();
    for (String word : words(sentence)) {
      String shown = FRAME.contains(word) ? word : "x";
      if (kept.isEmpty() || !shown.equals("x") || !kept.getLast().equals("x")) {
        kept.add(shown);
      }
    }
    return kept;
  }

  private static Optional<Double> ease(List<String> sentences, Language language) {
    List<String> words = sentences.stream().flatMap(sentence -> words(sentence).stream()).toList();
    if (words.size() < 20) {
      return Optional.empty();
    }
    double perSentence = (double) words.size() / sentences.size();
    double syllables =
        words.stream().mapToInt(word -> syllables(word, language)).sum() / (double) words.size();
    return switch (language) {
      case EN -> Optional.of(206.835 - 1.015 * perSentence - 84.6 * syllables);
      case ES -> Optional.of(206.835 - perSentence - 62.3 * syllables);
      case ID -> Optional.empty();
    };
  }

  private static int syllables(String word, Language language) {
    if (word.chars().anyMatch(Character::isDigit)) {
      return 1;
    }
    return Arrays.stream(word.split("[-/&.,']"))
        .mapToInt(part -> {
          String sounded = language == Language.EN ? SILENT_E.matcher(part).replaceAll("") : part;
          return (int) Math.max(1, VOWELS.matcher(sounded).results().count());
        })
        .sum();
  }
}
