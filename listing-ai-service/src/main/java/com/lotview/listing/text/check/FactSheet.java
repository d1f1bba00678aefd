package com.lotview.listing.text.check;

import com.lotview.listing.text.DealershipFacts;
import com.lotview.listing.text.Fact;
import com.lotview.listing.text.MileageRate;
import com.lotview.listing.text.VehicleFacts;
import com.lotview.listing.text.Wording;
import com.lotview.listing.text.check.StatedFact.Origin;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of one brief, in the form that the checks search. */
final class FactSheet {
  private static final Set<String> COMMON =
      Set.of(
          "the", "and", "with", "for", "not", "has", "have", "from", "this", "that", "are", "all",
          "our", "you", "your", "new", "used", "one", "con", "del", "los", "las", "una", "para",
          "por", "que", "yang", "dan", "dengan", "untuk", "ini", "ada", "auto", "motors", "cars");

  /** Parts that are a source only for themselves. */
  private static final Set<String> OWN_PARTS =
      Set.of(
          "dealership.opening",
          "dealership.closing",
          "dealership.disclaimer",
          "dealership.template");

  private final VehicleFacts vehicle;
  private final @Nullable MileageRate rate;
  private final List<StatedFact> stated;
  private final VehicleNumbers numbers;

  /**
   * @param thisYear the year that ages are counted to
   */
  FactSheet(VehicleFacts vehicle, DealershipFacts dealership, int thisYear) {
    this.vehicle = vehicle;
    this.rate = MileageRate.of(vehicle, thisYear).orElse(null);
    List<StatedFact> structured = FactReader.structured(vehicle);
    List<StatedFact> described = FactReader.described(vehicle, dealership);
    this.stated = Stream.concat(structured.stream(), described.stream()).toList();
    List<String> spelledOut = NumberWords.ALL.stream().filter(this::mention).toList();
    this.numbers = new VehicleNumbers(vehicle, rate, structured, described, spelledOut);
  }

  VehicleFacts vehicle() {
    return vehicle;
  }

  /** Distance per year of age; null if unknown. */
  @Nullable MileageRate rate() {
    return rate;
  }

  /** The numbers that a text may state. */
  VehicleNumbers numbers() {
    return numbers;
  }

  /** Whether the facts say something that the pattern matches, and do not deny it. */
  boolean say(Pattern claim, boolean notesToo) {
    return stated.stream()
        .filter(
            fact -> fact.origin() == Origin.VEHICLE || (notesToo && fact.origin() == Origin.NOTES))
        .anyMatch(fact -> Affirmation.inFact(claim, fact.folded()));
  }

  /** The facts of the vehicle that affirm the claim. */
  List<Fact> saying(Pattern claim) {
    return stated.stream()
        .filter(fact -> fact.origin() != Origin.DEALERSHIP)
        .filter(fact -> Affirmation.inFact(claim, fact.folded()))
        .map(StatedFact::fact)
        .toList();
  }

  /** The facts that a sentence names: a word of theirs, or a number. */
  Set<Fact> namedIn(String foldedSentence) {
    Set<String> words = StatedFact.words(foldedSentence);
    Set<BigDecimal> counts =
        NumberWords.ALL.stream()
            .filter(words::contains)
            .map(NumberWords::value)
            .collect(Collectors.toSet());
    Set<Fact> found = new LinkedHashSet<>();
    stated.stream()
        .filter(fact -> names(foldedSentence, words, counts, fact))
        .map(StatedFact::fact)
        .forEach(found::add);
    if (foldedSentence.contains(vehicle.features().size() + " features")) {
      found.add(Fact.field("features", String.valueOf(vehicle.features().size())));
    }
    for (Quantity said : Quantity.in(foldedSentence)) {
      if (numbers.isMileage(said)) {
        found.add(Fact.field("mileage", distance()));
      } else if (numbers.isRate(said)) {
        found.add(mileagePerYear());
      }
    }
    return found;
  }

  private static boolean names(
      String sentence, Set<String> words, Set<BigDecimal> counts, StatedFact fact) {
    return OWN_PARTS.contains(fact.fact().name())
        ? fact.folded().contains(sentence)
        : fact.words().stream().anyMatch(word -> words.contains(word) && !COMMON.contains(word))
            || fact.numbers().stream().anyMatch(counts::contains);
  }

  /** The rate as a fact, with what it is computed from. */
  Fact mileagePerYear() {
    MileageRate known = Objects.requireNonNull(rate);
    return Fact.field(
        "mileagePerYear",
        known.perYear()
            + " ("
            + (vehicle.inKilometres() ? distance() : vehicle.mileage() + " miles")
            + " in "
            + known.years()
            + " years)");
  }

  private String distance() {
    return vehicle.distance() + (vehicle.inKilometres() ? " km" : "");
  }

  /** Whether the facts contain the words. */
  boolean mention(String foldedWords) {
    Pattern words = Pattern.compile("(?<![a-z0-9])" + Pattern.quote(foldedWords) + "(?![a-z0-9])");
    // The whole name counts: feeds split "Land Rover" into make and model.
    return words.matcher(Wording.folded(vehicle.name())).find()
        || stated.stream()
            .anyMatch(
                fact -> fact.origin() != Origin.DEALERSHIP && words.matcher(fact.folded()).find());
  }
}
