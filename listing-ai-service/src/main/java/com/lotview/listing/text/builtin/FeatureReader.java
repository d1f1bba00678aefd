package com.lotview.listing.text.builtin;

import com.lotview.listing.text.Language;
import com.lotview.listing.text.builtin.VehicleSpeech.Feature;
import com.lotview.listing.text.check.ListingChecks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the features of a vehicle: which of them a text may say, and in which words. */
final class FeatureReader {
  private static final int LONGEST = 60;
  private static final Pattern DENIED =
      Pattern.compile(
          "(?i)^(?:no|not|without|non|lacks|missing|needs|broken)\\b.*|.*[:=(\\s-](?:no|n|none|false|not|0|missing|broken|deleted?)\\)?$");
  private static final Pattern OPTIONAL = Pattern.compile("(?i).*\\b(?:available|optional)$");
  private static final Pattern AFFIRMED =
      Pattern.compile("(?i)^(.{3,40}?)\\s*[:=-]\\s*(?:yes|y|true|included|standard)$");

  private final Language language;
  private final PhraseBook book;
  private final ListingChecks checks;
  private final Spelling spelling;
  private final Equipment equipment;

  FeatureReader(
      Language language,
      PhraseBook book,
      ListingChecks checks,
      Spelling spelling,
      Equipment equipment) {
    this.language = language;
    this.book = book;
    this.checks = checks;
    this.spelling = spelling;
    this.equipment = equipment;
  }

  /**
   * The features that may be said, by group.
   *
   * @param cells as the stock has them
   * @param tags gets the keys of known features
   */
  Map<String, List<Feature>> read(Stream<String> cells, Set<String> tags) {
    List<String> said = said(cells);
    Map<String, List<Feature>> groups = known(said, tags);
    // An unknown feature has no translation.
    List<Feature> more = language == Language.EN ? unknown(said) : List.of();
    if (!more.isEmpty()) {
      groups.put("more", more);
    }
    return groups;
  }

  private List<String> said(Stream<String> cells) {
    return cells
        .map(this::feature)
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .distinct()
        .toList();
  }

  private Map<String, List<Feature>> known(List<String> said, Set<String> tags) {
    Map<String, List<Feature>> groups = new LinkedHashMap<>();
    for (Equipment.Found found : equipment.in(said)) {
      String key = found.item().key();
      String phrase = book.word("feature." + key);
      if (phrase != null) {
        tags.add(key);
        String quoted = spelling.phrase(found.quoted());
        groups
            .computeIfAbsent(found.item().group(), group -> new ArrayList<>())
            .add(new Feature(key, phrase.replace("{quoted}", quoted)));
      }
    }
    return groups;
  }

  private List<Feature> unknown(List<String> said) {
    return said.stream()
        .filter(feature -> !equipment.knows(feature) && isShortPhrase(feature))
        .map(feature -> new Feature(feature, withArticle(spelling.phrase(feature))))
        .toList();
  }

  /** "cargo cover" is a cargo cover; plurals, names and uncountable things take no article. */
  private String withArticle(String phrase) {
    String last = phrase.substring(phrase.lastIndexOf(' ') + 1);
    boolean none =
        last.endsWith("s")
            || spelling.isName(last)
            || last.chars().anyMatch(Character::isDigit)
            || Character.isUpperCase(last.charAt(0))
            || book.need("uncountable").contains(" " + last + " ");
    return none ? phrase : SentencePattern.withArticle(phrase);
  }

  private static boolean isShortPhrase(String feature) {
    return feature.length() <= 32
        && feature.split(" ", -1).length <= 4
        && feature.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} '/&-]*")
        && feature.chars().filter(Character::isLetter).count() > 2;
  }

  /** A feature that may be said: affirmed, without a label, and nothing of the history. */
  private @Nullable String feature(String cell) {
    String clean = quotable(cell);
    if (clean == null) {
      return null;
    }
    Matcher affirmed = AFFIRMED.matcher(clean);
    String feature = affirmed.matches() ? affirmed.group(1).strip() : clean;
    return DENIED.matcher(feature).matches()
            || OPTIONAL.matcher(feature).matches()
            || feature.contains(":")
            || checks.speaksOfHistory(feature)
        ? null
        : feature;
  }

  /** The cell as a text may quote it; null if it may not. */
  @Nullable String quotable(@Nullable String cell) {
    String clean = Spelling.clean(cell);
    return clean != null && clean.length() <= LONGEST && checks.quotable(clean) ? clean : null;
  }
}
