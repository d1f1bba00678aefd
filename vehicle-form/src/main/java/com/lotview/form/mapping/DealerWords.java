package com.lotview.form.mapping;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words of orders that no other service has read: grades, and what stands for "not known". */
final class DealerWords {

  /** The form's grades of condition, as orders write them. */
  private static final Map<String, String> GRADES =
      Map.of(
          "excellent", "EXCELLENT",
          "very good", "VERY_GOOD",
          "good", "GOOD",
          "fair", "FAIR",
          "poor", "POOR");

  /** What feeds write for unknown values. */
  private static final Set<String> NOTHING =
      Set.of(
          "",
          "-",
          "\u2013",
          "\u2014",
          ".",
          "(blank)",
          "n/a",
          "#n/a",
          "na",
          "none",
          "null",
          "other",
          "unknown",
          "unspecified",
          "not specified",
          "tbd");

  private DealerWords() {}

  /** Whether the value means an empty cell. */
  static boolean saysNothing(String words) {
    return NOTHING.contains(words.strip().toLowerCase(Locale.ROOT));
  }

  /** Only a single grade counts, not "Used" or "like new, in good shape". */
  static Optional<String> grade(String words) {
    return Optional.ofNullable(
        GRADES.get(words.strip().replace('_', ' ').toLowerCase(Locale.ROOT)));
  }
}
