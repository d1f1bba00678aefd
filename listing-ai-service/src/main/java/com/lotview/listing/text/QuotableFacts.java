package com.lotview.listing.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The facts that the built-in writer may quote: cleaned of odd blanks, not shouted, and none that
 * breaks a rule. Of the notes, which are internal, only a few well-known statements are taken.
 */
record QuotableFacts(
    String name,
    @Nullable Integer mileage,
    @Nullable String exteriorColor,
    @Nullable String interiorColor,
    @Nullable String bodyStyle,
    @Nullable String drivetrain,
    @Nullable String transmission,
    @Nullable String engine,
    @Nullable String fuelType,
    List<String> history,
    List<String> features,
    int featureCount) {

  private static final int LONGEST = 80;
  private static final Set<String> EMPTY =
      Set.of(
          "-", "--", "n/a", "na", "none", "null", "unknown", "unspecified", "other", ".", "#n/a");

  private static final Map<String, Pattern> STATEMENTS = statements();

  static QuotableFacts of(VehicleFacts v, ListingChecks checks) {
    List<String> features =
        v.features().stream()
            .map(feature -> quotable(feature, checks))
            .filter(feature -> feature != null)
            .map(String::valueOf)
            .distinct()
            .toList();
    return new QuotableFacts(
        name(v),
        v.mileage(),
        quotable(v.exteriorColor(), checks),
        quotable(v.interiorColor(), checks),
        quotable(v.bodyStyle(), checks),
        quotable(v.drivetrain(), checks),
        quotable(v.transmission(), checks),
        quotable(v.engine(), checks),
        quotable(v.fuelType(), checks),
        history(v),
        features,
        v.features().size());
  }

  private static String name(VehicleFacts v) {
    String trim = v.trim();
    String name = v.year() + " " + calm(clean(v.make())) + " " + calm(clean(v.model()));
    return trim == null || trim.isBlank() || EMPTY.contains(trim.strip().toLowerCase(Locale.ROOT))
        ? name
        : name + " " + calm(clean(trim));
  }

  private static @Nullable String quotable(@Nullable String fact, ListingChecks checks) {
    if (fact == null) {
      return null;
    }
    String clean = calm(clean(fact));
    boolean usable =
        !clean.isEmpty()
            && clean.length() <= LONGEST
            && clean.codePoints().anyMatch(Character::isLetterOrDigit)
            && !EMPTY.contains(clean.toLowerCase(Locale.ROOT))
            && checks.quotable(clean);
    return usable ? clean : null;
  }

  private static String clean(String fact) {
    String plain = Wording.plain(fact);
    return plain.endsWith(".") || plain.endsWith(",") || plain.endsWith(";")
        ? plain.substring(0, plain.length() - 1).strip()
        : plain;
  }

  /** SUMMIT WHITE becomes Summit White; GMC, LTZ and anything in mixed case stay. */
  private static String calm(String fact) {
    if (!fact.equals(fact.toUpperCase(Locale.ROOT))) {
      return fact;
    }
    return Pattern.compile("\\p{Lu}{4,}")
        .matcher(fact)
        .replaceAll(
            word -> word.group().charAt(0) + word.group().substring(1).toLowerCase(Locale.ROOT));
  }

  /** What the facts say of the vehicle's past, in the words of a title. */
  private static List<String> history(VehicleFacts v) {
    FactSheet sheet = new FactSheet(v, new DealershipFacts("", null, null, null));
    List<String> found = new ArrayList<>();
    if ("CPO".equals(v.condition())) {
      found.add("Certified Pre-Owned");
    }
    STATEMENTS.forEach((words, pattern) -> {
      boolean denied = words.equals("Clean Title") && Boolean.FALSE.equals(v.cleanTitle());
      if (!denied && sheet.say(pattern)) {
        found.add(words);
      }
    });
    return List.copyOf(found);
  }

  private static Map<String, Pattern> statements() {
    Map<String, Pattern> statements = new LinkedHashMap<>();
    statements.put("One Owner", Pattern.compile("\\b(?:one|1|single)[- ]owner\\b"));
    statements.put("Clean Title", Pattern.compile("\\bclean title\\b"));
    statements.put(
        "Accident Free",
        Pattern.compile("\\baccident[- ]free\\b|\\bno (?:reported )?accidents\\b"));
    statements.put("Service Records", Pattern.compile("\\b(?:service|maintenance) records\\b"));
    return statements;
  }

  /** The strongest thing to say, for title and opening; null if nothing is known. */
  @Nullable String sellingPoint() {
    if (!history.isEmpty()) {
      return history.stream().limit(2).collect(Collectors.joining(", "));
    }
    return FeatureGroup.strongest(features).orElse(mileage == null ? plainPoint() : null);
  }

  private @Nullable String plainPoint() {
    if (engine != null) {
      return engine;
    }
    return drivetrain != null ? drivetrain : exteriorColor;
  }
}
