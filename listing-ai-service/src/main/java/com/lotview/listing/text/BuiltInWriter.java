package com.lotview.listing.text;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a text from the vehicle's facts and nothing else, at once and always the same for the same
 * facts. What is unknown stays unsaid. Thread-safe.
 *
 * <p>Facts come from feeds and people: a fact that breaks a rule by itself is left out, and if the
 * checks still find something, plainer texts are tried, down to the vehicle's name.
 */
public final class BuiltInWriter {
  private final ListingChecks checks;

  public BuiltInWriter(ListingChecks checks) {
    this.checks = checks;
  }

  /**
   * Writes a text that passes the checks.
   *
   * @throws UnwritableListingException if not even the plainest one does
   */
  public ListingText write(ListingBrief brief) {
    QuotableFacts facts = QuotableFacts.of(brief.vehicle(), checks);
    return Stream.of(Detail.values())
        .map(detail -> draft(brief, facts, detail))
        .filter(text -> checks.problems(text, brief).isEmpty())
        .findFirst()
        .orElseThrow(() ->
            new UnwritableListingException(
                checks.problems(draft(brief, facts, Detail.NAME_ONLY), brief)));
  }

  private static ListingText draft(ListingBrief brief, QuotableFacts facts, Detail detail) {
    String action = brief.dealership().callToAction();
    Paragraphs paragraphs = new Paragraphs(facts, brief);
    String title = Titles.title(facts, detail == Detail.NAME_ONLY ? null : facts.sellingPoint());
    if (detail == Detail.NAME_ONLY) {
      return new ListingText(title, paragraphs.plainOpening() + "\n\n" + action);
    }
    String opening = paragraphs.opening();
    String specification = paragraphs.specification();
    int used = opening.length() + specification.length() + action.length() + 3 * "\n\n".length();
    @Nullable String equipment =
        detail == Detail.FULL ? paragraphs.equipment(brief.maxDescriptionLength() - used) : null;
    return new ListingText(title, join(opening, specification, equipment, action));
  }

  private static String join(@Nullable String... paragraphs) {
    return String.join(
        "\n\n",
        Stream.of(paragraphs)
            .filter(paragraph -> paragraph != null && !paragraph.isEmpty())
            .map(String::valueOf)
            .toList());
  }

  private enum Detail {
    FULL,
    NO_EQUIPMENT,
    NAME_ONLY
  }

  /** The facts allow no text at all, for example a dealership's name longer than a description. */
  public static final class UnwritableListingException extends RuntimeException {
    UnwritableListingException(List<String> reasons) {
      super("No text passes the checks: " + String.join("; ", reasons), null, false, false);
    }
  }
}
