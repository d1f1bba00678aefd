package com.lotview.listing.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of one brief in the form that the checks look things up in. */
final class FactSheet {
  // "no sunroof" and "sunroof: no" are not a sunroof.
  private static final Pattern DENIED_BEFORE =
      Pattern.compile(
          "(?:\\b(?:no|not|without|never|lacks|lacking|missing|needs|broken|non)|n't have|n't come with)[ -](?!only |just )(?:[a-z]+ ){0,2}$");
  // A text denies only in the words right before: "no doubt a clean title" is a claim.
  private static final Pattern DENIED_RIGHT_BEFORE =
      Pattern.compile("(?:\\b(?:no|not|without|non)|n't) ?-? ?(?:a |an )?$");
  private static final Pattern DENIED_BEHIND =
      Pattern.compile(
          "^\\w*(?:\\s+|\\s*[:=(-]\\s*)(?:no|n|none|false|not|0|missing|broken|deleted?)\\b");
  private static final Pattern DOLLARS = Pattern.compile("[$€£]\\s?[\\d.,]+\\s?k?");
  // A dealer's words about its business or its whole stock are no fact of one vehicle.
  private static final Pattern BOILERPLATE =
      Pattern.compile(
          "\\b(?:we|we're|our|us|you|your|lot|inventory|stock|selection|browse|shop|visit|call|website|dealer(?:ship)?s?|customers?|financ\\w*|every|vehicles|cars|trucks|suvs|looking for)\\b|\\?");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  // No denial is longer than this before what it denies.
  private static final int DENIAL = 40;
  private static final Set<String> COMMON =
      Set.of(
          "the", "and", "with", "for", "not", "has", "have", "from", "this", "that", "are", "all",
          "our", "you", "your", "new", "used", "one", "con", "del", "los", "las", "una", "para",
          "por", "que", "yang", "dan", "dengan", "untuk", "ini", "ada", "auto", "motors", "cars");
  private static final List<String> NUMBER_WORDS =
      List.of(
          "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve");

  /** Values of kinds in the words that texts use for them. */
  private static final Map<String, String> KIND_WORDS =
      Map.ofEntries(
          Map.entry("drive AWD", "awd all-wheel drive"),
          Map.entry("drive 4WD", "4wd 4x4 four-wheel drive"),
          Map.entry("drive FWD", "fwd front-wheel drive"),
          Map.entry("drive RWD", "rwd rear-wheel drive"),
          Map.entry("drive 2WD", "2wd two-wheel drive"),
          Map.entry("gearbox AUTOMATIC", "automatic transmission"),
          Map.entry("gearbox MANUAL", "manual transmission"),
          Map.entry("fuel GASOLINE", "gasoline"),
          Map.entry("fuel DIESEL", "diesel"),
          Map.entry("fuel HYBRID", "hybrid"),
          Map.entry("fuel PLUG_IN_HYBRID", "plug-in hybrid phev electric gasoline"),
          Map.entry("fuel ELECTRIC", "electric battery ev"),
          Map.entry("fuel FLEX", "flex-fuel gasoline e85"),
          Map.entry("body SUV", "suv sport utility"),
          Map.entry("body TRUCK", "truck pickup"),
          Map.entry("body SMALL_CAR", "small car"));

  private static final Pattern GEARBOX_WORDS = Pattern.compile("\\b(?:auto\\w*|a/t|manual|m/t)");

  /** Parts that are a source of nothing but themselves. */
  private static final Set<String> OWN_PARTS =
      Set.of(
          "dealership.opening",
          "dealership.closing",
          "dealership.disclaimer",
          "dealership.template");

  private enum Origin {
    VEHICLE,
    NOTES,
    DEALERSHIP
  }

  /** A fact in the folded form that is searched. */
  private record Stated(
      Fact fact, String folded, Origin origin, Set<String> words, Set<BigDecimal> numbers) {}

  private final VehicleFacts vehicle;
  private final @Nullable MileageRate rate;
  private final List<Stated> stated = new ArrayList<>();
  private final List<Quantity> quantities = new ArrayList<>();
  private final Set<BigDecimal> values = new HashSet<>();
  private final Set<BigDecimal> structuredValues;

  /**
   * @param thisYear the year that ages are counted to
   */
  FactSheet(VehicleFacts vehicle, DealershipFacts dealership, int thisYear) {
    this.vehicle = vehicle;
    this.rate = MileageRate.of(vehicle, thisYear).orElse(null);
    structuredFacts(vehicle);
    stated.forEach(fact -> quantities.addAll(Quantity.in(fact.folded())));
    mileage(vehicle).forEach(quantities::add);
    this.structuredValues =
        quantities.stream().map(Quantity::value).collect(Collectors.toUnmodifiableSet());
    if (rate != null) {
      quantities.add(new Quantity(number(rate.perYear()), "mile", false));
      quantities.add(new Quantity(number(rate.perYear()), null, false));
    }
    int structured = stated.size();
    vehicle.features().forEach(feature -> state("features", feature, Origin.VEHICLE));
    if (vehicle.notes() != null) {
      Sentences.of(vehicle.notes()).stream()
          .filter(sentence -> !BOILERPLATE.matcher(Wording.folded(sentence)).find())
          .forEach(sentence -> state("notes", sentence, Origin.NOTES));
    }
    place(dealership);
    // An amount of money in the notes is not a fact of the vehicle.
    stated
        .subList(structured, stated.size())
        .forEach(fact ->
            quantities.addAll(
                Quantity.in(
                    fact.origin() == Origin.DEALERSHIP
                        ? fact.folded()
                        : DOLLARS.matcher(fact.folded()).replaceAll(" "))));
    spelledOut().forEach(quantities::add);
    quantities.forEach(quantity -> values.add(quantity.value()));
  }

  private void structuredFacts(VehicleFacts v) {
    state("year", String.valueOf(v.year()), Origin.VEHICLE);
    state("make", v.make(), Origin.VEHICLE);
    state("model", v.model(), Origin.VEHICLE);
    state("trim", v.trim(), Origin.VEHICLE);
    state("exteriorColor", v.exteriorColor(), " exterior");
    state("interiorColor", v.interiorColor(), " interior");
    closed("bodyStyle", "body", v.bodyStyle());
    closed("drivetrain", "drive", v.drivetrain());
    closed("transmission", "gearbox", v.transmission());
    state("engine", v.engine(), " engine");
    closed("fuelType", "fuel", v.fuelType());
    switch (v.condition() == null ? "" : v.condition()) {
      case "NEW" -> add(Fact.field("condition", "NEW"), "brand new", Origin.VEHICLE);
      case "USED" -> add(Fact.field("condition", "USED"), "used pre-owned", Origin.VEHICLE);
      default -> {}
    }
    if (v.conditionGrade() != null) {
      state("conditionGrade", grade(v.conditionGrade()), " condition");
    }
  }

  /**
   * A field of a closed kind: what its meaning affirms, or the cell if nothing was read from it.
   */
  private void closed(String field, String kind, @Nullable String cell) {
    Saying saying = vehicle.saying(kind);
    if (saying == null) {
      state(field, cell, kind.equals("gearbox") ? " transmission" : "");
      return;
    }
    if (saying.value() != null) {
      String value = saying.value();
      String words =
          KIND_WORDS.getOrDefault(
              kind + " " + value, value.toLowerCase(Locale.ROOT).replace('_', ' '));
      String details =
          kind.equals("gearbox") && cell != null
              ? " " + GEARBOX_WORDS.matcher(Wording.folded(cell)).replaceAll("")
              : "";
      add(
          new Fact(field, cell == null ? value : cell, saying.column(), saying.cell()),
          words + details,
          Origin.VEHICLE);
    }
  }

  private void place(DealershipFacts dealership) {
    DealershipTexts own = dealership.own();
    state("dealership.name", dealership.name(), Origin.DEALERSHIP);
    state("dealership.city", dealership.city(), Origin.DEALERSHIP);
    state("dealership.state", dealership.state(), Origin.DEALERSHIP);
    state("dealership.phone", dealership.phone(), Origin.DEALERSHIP);
    state("dealership.opening", own.opening(), Origin.DEALERSHIP);
    state("dealership.closing", own.closing(), Origin.DEALERSHIP);
    state("dealership.disclaimer", own.disclaimer(), Origin.DEALERSHIP);
    state("dealership.template", own.template(), Origin.DEALERSHIP);
  }

  private void state(String name, @Nullable String value, Origin origin) {
    if (value != null && !value.isBlank()) {
      add(Fact.field(name, value.strip()), Wording.folded(value), origin);
    }
  }

  private void state(String name, @Nullable String value, String context) {
    if (value != null && !value.isBlank()) {
      add(Fact.field(name, value.strip()), Wording.folded(value) + context, Origin.VEHICLE);
    }
  }

  private void add(Fact fact, String folded, Origin origin) {
    Set<BigDecimal> numbers =
        Quantity.in(folded).stream().map(Quantity::value).collect(Collectors.toSet());
    stated.add(new Stated(fact, folded, origin, words(folded), numbers));
  }

  static String grade(String conditionGrade) {
    return conditionGrade.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The odometer as people write it: 34,500, 34K, 35K, 34.5K. */
  private static Stream<Quantity> mileage(VehicleFacts vehicle) {
    Integer miles = vehicle.mileage();
    if (miles == null) {
      return Stream.empty();
    }
    Stream<Integer> thousands =
        miles < 1000 ? Stream.empty() : Stream.of(miles / 1000, (miles + 500) / 1000);
    return Stream.concat(
        Stream.of(
            new Quantity(number(miles), "mile", false), new Quantity(number(miles), "mile", true)),
        thousands.map(k -> new Quantity(number(k * 1000), "mile", true)));
  }

  private Stream<Quantity> spelledOut() {
    return NUMBER_WORDS.stream()
        .filter(word -> mention(word))
        .map(word -> new Quantity(number(NUMBER_WORDS.indexOf(word) + 2), null, false));
  }

  private static BigDecimal number(int value) {
    return BigDecimal.valueOf(value).stripTrailingZeros();
  }

  VehicleFacts vehicle() {
    return vehicle;
  }

  /** Miles per year of age; null if unknown. */
  @Nullable MileageRate rate() {
    return rate;
  }

  /** Whether the facts say something that the pattern matches, and do not deny it. */
  boolean say(Pattern claim, boolean notesToo) {
    return stated.stream()
        .filter(
            fact -> fact.origin() == Origin.VEHICLE || (notesToo && fact.origin() == Origin.NOTES))
        .anyMatch(fact -> affirms(claim, fact.folded()));
  }

  /** Whether a text makes the claim. */
  static boolean claims(Pattern claim, String foldedText) {
    return affirms(claim, foldedText, DENIED_RIGHT_BEFORE);
  }

  private static boolean affirms(Pattern claim, String folded) {
    return affirms(claim, folded, DENIED_BEFORE);
  }

  /** Whether the words hold the claim in at least one place that does not deny it. */
  private static boolean affirms(Pattern claim, String folded, Pattern before) {
    Matcher matcher = claim.matcher(folded);
    while (matcher.find()) {
      int start = matcher.start();
      if (!before.matcher(folded.substring(Math.max(0, start - DENIAL), start)).find()
          && !DENIED_BEHIND.matcher(folded.substring(matcher.end())).find()) {
        return true;
      }
    }
    return false;
  }

  /** The facts of the vehicle that affirm the claim. */
  List<Fact> saying(Pattern claim) {
    return stated.stream()
        .filter(fact -> fact.origin() != Origin.DEALERSHIP)
        .filter(fact -> affirms(claim, fact.folded()))
        .map(Stated::fact)
        .toList();
  }

  /** The facts that a sentence names: a word of theirs, or a number. */
  Set<Fact> namedIn(String foldedSentence) {
    Set<String> words = words(foldedSentence);
    Set<BigDecimal> counts =
        NUMBER_WORDS.stream()
            .filter(words::contains)
            .map(FactSheet::meaning)
            .collect(Collectors.toSet());
    Set<Fact> found = new LinkedHashSet<>();
    for (Stated fact : stated) {
      if (OWN_PARTS.contains(fact.fact().name())) {
        if (fact.folded().contains(foldedSentence)) {
          found.add(fact.fact());
        }
      } else if (fact.words().stream()
              .anyMatch(word -> words.contains(word) && !COMMON.contains(word))
          || fact.numbers().stream().anyMatch(counts::contains)) {
        found.add(fact.fact());
      }
    }
    if (foldedSentence.contains(vehicle.features().size() + " features")) {
      found.add(Fact.field("features", String.valueOf(vehicle.features().size())));
    }
    for (Quantity said : Quantity.in(foldedSentence)) {
      if (mileage(vehicle).anyMatch(miles -> miles.value().compareTo(said.value()) == 0)) {
        found.add(Fact.field("mileage", String.valueOf(vehicle.mileage())));
      } else if (rate != null && number(rate.perYear()).compareTo(said.value()) == 0) {
        found.add(mileagePerYear());
      }
    }
    return found;
  }

  /** The rate as a fact, with what it is computed from. */
  Fact mileagePerYear() {
    MileageRate known = Objects.requireNonNull(rate);
    return Fact.field(
        "mileagePerYear",
        known.perYear() + " (" + vehicle.mileage() + " miles in " + known.years() + " years)");
  }

  private static Set<String> words(String folded) {
    return NO_WORD
        .splitAsStream(folded)
        .filter(word -> word.length() > 2 || word.chars().anyMatch(Character::isDigit))
        .collect(Collectors.toSet());
  }

  /** Whether the words stand in the facts. */
  boolean mention(String foldedWords) {
    Pattern words = Pattern.compile("(?<![a-z0-9])" + Pattern.quote(foldedWords) + "(?![a-z0-9])");
    // The whole name counts: feeds split "Land Rover" into make and model.
    return words.matcher(Wording.folded(vehicle.name())).find()
        || stated.stream()
            .anyMatch(
                fact -> fact.origin() != Origin.DEALERSHIP && words.matcher(fact.folded()).find());
  }

  /** Whether a number with its unit is one of the vehicle's. */
  boolean hold(Quantity said) {
    if ("feature".equals(said.unit())) {
      return said.value().compareTo(number(vehicle.features().size())) == 0;
    }
    return quantities.stream().anyMatch(fact -> same(fact, said))
        || (said.unit() == null && !said.thousands() && values.contains(said.value()));
  }

  private static boolean same(Quantity fact, Quantity said) {
    boolean unit =
        said.unit() == null
            || said.unit().equals(fact.unit())
            // "2.5 I4" and "2.5L" are one engine; "four" may stand for 4 of anything.
            || ("liter".equals(said.unit()) && fact.unit() == null);
    return unit
        && fact.value().compareTo(said.value()) == 0
        && fact.thousands() == said.thousands();
  }

  /** Whether a number is the price, and not by chance a number of the vehicle's own. */
  boolean isPrice(Quantity said) {
    Long cents = vehicle.priceCents();
    if (cents == null || cents <= 0) {
      return false;
    }
    BigDecimal dollars = BigDecimal.valueOf(cents, 2);
    boolean exact = dollars.compareTo(said.value()) == 0;
    boolean whole = BigDecimal.valueOf(cents / 100).compareTo(said.value()) == 0;
    boolean rounded =
        said.thousands()
            && said.value().subtract(dollars).abs().compareTo(BigDecimal.valueOf(1000)) < 0;
    return (exact || whole || rounded) && !structuredValues.contains(said.value());
  }

  /** Number words from two to twelve. */
  static List<String> numberWords() {
    return NUMBER_WORDS;
  }

  /** The number that a word of {@link #numberWords} means. */
  static BigDecimal meaning(String word) {
    return number(NUMBER_WORDS.indexOf(word) + 2);
  }

  boolean holdValue(BigDecimal value) {
    return values.contains(value) || value.compareTo(number(vehicle.features().size())) == 0;
  }
}
