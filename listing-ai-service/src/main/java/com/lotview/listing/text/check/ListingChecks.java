package com.lotview.listing.text.check;

import com.lotview.listing.text.DealershipFacts;
import com.lotview.listing.text.DealershipTexts;
import com.lotview.listing.text.Fact;
import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.ListingText;
import com.lotview.listing.text.MileageRate;
import com.lotview.listing.text.Sentences;
import com.lotview.listing.text.SourcedSentence;
import com.lotview.listing.text.TextFrame;
import com.lotview.listing.text.VehicleFacts;
import com.lotview.listing.text.Wording;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules for every text, whoever wrote it and with whatever instructions: lengths, no price, no
 * banned word, the call to action, readability, and no statement without a basis in the vehicle's
 * data. Pure and thread-safe.
 *
 * <p>Required names (the dealership's, the vehicle's) are left out of the search for banned words,
 * so that a dealership called "Leverage Motors" can get texts.
 */
public final class ListingChecks {
  private final ClaimRules claims = ClaimRules.load();
  private final Clock clock;

  /** Calculates ages as of today. */
  public ListingChecks() {
    this(Clock.systemUTC());
  }

  public ListingChecks(Clock clock) {
    this.clock = clock;
  }

  /** Why the text may not be used, each reason a sentence for its writer; empty if it may. */
  public List<String> problems(ListingText text, ListingBrief brief) {
    FactSheet facts = facts(brief);
    List<String> problems = new ArrayList<>();
    form(text, brief, problems);
    content("The title", text.title(), brief, facts, problems);
    String written = TextFrame.written(brief, text.description());
    content("The description", written, brief, facts, problems);
    own("description", text.description(), brief, facts, problems);
    problems.addAll(StyleRules.problems(text, brief));
    unsourced(text, brief, facts)
        .map(sentence -> "\"" + sentence + "\" comes from nothing in the vehicle's data")
        .forEach(problems::add);
    return problems.stream().distinct().toList();
  }

  private Stream<String> unsourced(ListingText text, ListingBrief brief, FactSheet facts) {
    return sources(text, brief, facts).stream()
        .filter(sentence -> sentence.facts().isEmpty())
        .map(SourcedSentence::sentence);
  }

  /** Each sentence of the description with the facts that it comes from. */
  public List<SourcedSentence> sources(ListingText text, ListingBrief brief) {
    return sources(text, brief, facts(brief));
  }

  private List<SourcedSentence> sources(ListingText text, ListingBrief brief, FactSheet facts) {
    DealershipFacts dealership = brief.dealership();
    return Sentences.of(text.description(), dealership.name(), dealership.city()).stream()
        .map(sentence -> sourced(sentence, brief, facts))
        .toList();
  }

  private SourcedSentence sourced(String sentence, ListingBrief brief, FactSheet facts) {
    String folded = Wording.folded(sentence);
    Set<Fact> found = new LinkedHashSet<>(claims.sources(folded, brief.language(), facts));
    found.addAll(facts.namedIn(folded));
    return new SourcedSentence(sentence, List.copyOf(found));
  }

  /**
   * The text without the sentences that come from no fact, if nothing else is wrong with it; else
   * the text itself.
   */
  public ListingText mended(ListingText text, ListingBrief brief) {
    List<String> unsourced = unsourced(text, brief, facts(brief)).toList();
    if (unsourced.isEmpty() || problems(text, brief).size() > unsourced.size()) {
      return text;
    }
    String kept = text.description();
    for (String sentence : unsourced) {
      kept = kept.replace(sentence, "");
    }
    String closed = kept.replaceAll("(?m) +$|^ +", "").replaceAll("(?<=\\S) {2,}", " ");
    return new ListingText(text.title(), closed.replaceAll("\\n{3,}", "\n\n").strip());
  }

  /**
   * Why the dealership's own parts may not be used in this vehicle's text, each by name. A part
   * that may not is to be left out by {@link #usable}.
   */
  public List<String> ownProblems(ListingBrief brief) {
    DealershipTexts own = brief.dealership().own();
    FactSheet facts = facts(brief);
    List<String> problems = new ArrayList<>();
    own("opening", own.opening(), brief, facts, problems);
    own("closing", own.closing(), brief, facts, problems);
    own("disclaimer", own.disclaimer(), brief, facts, problems);
    if (own.template() != null) {
      own("template", own.template().replaceAll("\\{\\w+}", " "), brief, facts, problems);
    }
    return problems;
  }

  /** Checks what a dealership says about all of its vehicles, and how. */
  private void own(
      String part,
      @Nullable String text,
      ListingBrief brief,
      FactSheet facts,
      List<String> problems) {
    if (text == null || text.isBlank()) {
      return;
    }
    DealershipFacts dealership = brief.dealership();
    String where = "The dealership's " + part;
    String said = without(Wording.plain(text), dealership.name(), dealership.phone());
    String folded = Wording.folded(without(said, dealership.city()));
    problems.addAll(claims.historyProblems(where, folded, brief.language(), facts));
    problems.addAll(WordRules.wordProblems(where, named(folded, brief)));
    // The disclaimer may contain a dealer fee; the dealership is responsible for it.
    String priced = named(without(folded, dealership.own().disclaimer()), brief);
    problems.addAll(WordRules.problems(where, priced));
    if (Wording.hidesCharacters(text)) {
      problems.add(where + " holds invisible characters");
    }
  }

  /** Without the vehicle's names. */
  private static String named(String text, ListingBrief brief) {
    VehicleFacts vehicle = brief.vehicle();
    return Wording.folded(without(text, vehicle.make(), vehicle.model(), vehicle.trim()));
  }

  /** The brief without those of the dealership's own parts that break a rule. */
  public ListingBrief usable(ListingBrief brief) {
    DealershipFacts dealership = brief.dealership();
    DealershipTexts own = dealership.own();
    List<String> problems = ownProblems(brief);
    if (problems.isEmpty()) {
      return brief;
    }
    DealershipTexts kept =
        new DealershipTexts(
            own.language(),
            unless("opening", own.opening(), problems),
            unless("closing", own.closing(), problems),
            unless("disclaimer", own.disclaimer(), problems),
            unless("template", own.template(), problems));
    return new ListingBrief(
        brief.vehicle(),
        new DealershipFacts(
            dealership.name(), dealership.city(), dealership.state(), dealership.phone(), kept),
        brief.maxDescriptionLength(),
        brief.tone(),
        brief.instructions(),
        brief.accountLanguage());
  }

  private static @Nullable String unless(
      String part, @Nullable String text, List<String> problems) {
    boolean bad =
        problems.stream().anyMatch(problem -> problem.startsWith("The dealership's " + part));
    return bad ? null : text;
  }

  /** Whether a fact may be quoted: it breaks no rule by itself. */
  public boolean quotable(String fact) {
    return !Wording.hidesCharacters(fact)
        && WordRules.problems("The fact", Wording.folded(fact)).isEmpty();
  }

  /** Whether words are about a vehicle's history, for which only the stock's meaning counts. */
  public boolean speaksOfHistory(String words) {
    return claims.claimsHistory(Wording.folded(words));
  }

  /** Distance per year of age; null if unknown. */
  public @Nullable MileageRate rate(VehicleFacts vehicle) {
    return MileageRate.of(vehicle, thisYear()).orElse(null);
  }

  private int thisYear() {
    return LocalDate.now(clock).getYear();
  }

  private FactSheet facts(ListingBrief brief) {
    return new FactSheet(brief.vehicle(), brief.dealership(), thisYear());
  }

  private static void form(ListingText text, ListingBrief brief, List<String> problems) {
    lengths(text, brief, problems);
    VehicleFacts vehicle = brief.vehicle();
    String shown = Wording.folded(text.title());
    if (!shown.contains(String.valueOf(vehicle.year()))
        || !shown.contains(Wording.folded(vehicle.make()))) {
      problems.add("The title does not name the vehicle's year and make");
    }
    String action = brief.callToAction();
    if (!Wording.folded(text.description()).contains(Wording.folded(action))) {
      problems.add("The call to action is missing: \"" + action + "\"");
    }
    if (TextFrame.written(brief, text.description()).isBlank()) {
      problems.add("The description says nothing of the vehicle");
    }
    if (text.title().contains("\n")) {
      problems.add("The title has more than one line");
    }
    if (Wording.hidesCharacters(text.title() + text.description())) {
      problems.add("The text holds invisible characters");
    }
  }

  private static void lengths(ListingText text, ListingBrief brief, List<String> problems) {
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
  }

  private void content(
      String where, String text, ListingBrief brief, FactSheet facts, List<String> problems) {
    DealershipFacts dealership = brief.dealership();
    String said = without(Wording.plain(text), dealership.name(), dealership.phone());
    String placed = without(said, dealership.city());
    problems.addAll(claims.problems(where, Wording.folded(placed), brief.language(), facts));
    problems.addAll(MakeRules.problems(where, placed, facts));
    problems.addAll(WordRules.problems(where, named(placed, brief)));
    problems.addAll(NumberRules.problems(where, Wording.folded(said), facts));
  }

  private static String without(String text, @Nullable String... names) {
    return Stream.of(names)
        .filter(name -> name != null && !name.isBlank())
        .map(name -> Wording.plain(String.valueOf(name)))
        .reduce(text, Wording::without);
  }
}
