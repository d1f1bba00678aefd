package com.lotview.listing.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every text must hold to, whoever wrote it and whatever it was told: lengths, no price, no
 * banned word, the call to action, and nothing that the vehicle's data does not say. Pure and
 * thread-safe.
 *
 * <p>Names that a text has to hold (the dealership's, the vehicle's) are left out of the search for
 * words, so that a dealership called "Leverage Motors" can be served.
 */
public final class ListingChecks {
  private final ClaimRules claims = ClaimRules.load();

  /** Why the text may not be used, each reason a sentence for its writer; empty if it may. */
  public List<String> problems(ListingText text, ListingBrief brief) {
    FactSheet facts = new FactSheet(brief.vehicle(), brief.dealership());
    List<String> problems = new ArrayList<>();
    form(text, brief, problems);
    content("The title", text.title(), brief, facts, problems);
    content("The description", text.description(), brief, facts, problems);
    return problems.stream().distinct().toList();
  }

  /** Whether a fact may be quoted: it breaks no rule by itself. */
  boolean quotable(String fact) {
    return !Wording.hidesCharacters(fact)
        && WordRules.problems("The fact", Wording.folded(fact)).isEmpty();
  }

  private static void form(ListingText text, ListingBrief brief, List<String> problems) {
    int title = text.title().length();
    int description = text.description().length();
    if (title == 0 || title > ListingBrief.MAX_TITLE) {
      problems.add(
          "The title has "
              + title
              + " characters; 1 to "
              + ListingBrief.MAX_TITLE
              + " are allowed");
    }
    if (description > brief.maxDescriptionLength()) {
      problems.add(
          "The description has "
              + description
              + " characters; at most "
              + brief.maxDescriptionLength()
              + " are allowed");
    }
    VehicleFacts vehicle = brief.vehicle();
    String shown = Wording.folded(text.title());
    if (!shown.contains(String.valueOf(vehicle.year()))
        || !shown.contains(Wording.folded(vehicle.make()))) {
      problems.add("The title does not name the vehicle's year and make");
    }
    String action = brief.dealership().callToAction();
    if (!Wording.folded(text.description()).contains(Wording.folded(action))) {
      problems.add("The call to action is missing: \"" + action + "\"");
    }
    if (text.title().contains("\n")) {
      problems.add("The title has more than one line");
    }
    if (Wording.hidesCharacters(text.title() + text.description())) {
      problems.add("The text holds invisible characters");
    }
  }

  private void content(
      String where, String text, ListingBrief brief, FactSheet facts, List<String> problems) {
    DealershipFacts dealership = brief.dealership();
    VehicleFacts vehicle = brief.vehicle();
    String said = without(Wording.plain(text), dealership.name(), dealership.phone());
    String placed = without(said, dealership.city());
    String unnamed = without(placed, vehicle.make(), vehicle.model(), vehicle.trim());
    problems.addAll(WordRules.problems(where, Wording.folded(unnamed)));
    problems.addAll(NumberRules.problems(where, Wording.folded(said), facts));
    problems.addAll(claims.problems(where, Wording.folded(placed), facts));
    problems.addAll(MakeRules.problems(where, placed, facts));
  }

  private static String without(String text, @Nullable String... names) {
    return Stream.of(names)
        .filter(name -> name != null && !name.isBlank())
        .map(name -> Wording.plain(String.valueOf(name)))
        .reduce(text, Wording::without);
  }
}
