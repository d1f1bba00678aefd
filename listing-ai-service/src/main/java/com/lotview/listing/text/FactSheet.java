package com.lotview.listing.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of one brief in the form that the checks look things up in. */
final class FactSheet {
  // "no sunroof" is not a sunroof.
  private static final Pattern DENIED =
      Pattern.compile(
          "(?:\\bno|\\bnot|\\bwithout|\\bnever|\\blacks|\\blacking|\\bmissing|n't have|\\bneeds|\\bbroken|\\bnon)[ -](?:[a-z]+ ){0,2}$");
  private static final Pattern DOLLARS = Pattern.compile("[$€£]\\s?[\\d.,]+\\s?k?");
  private static final List<String> NUMBER_WORDS =
      List.of(
          "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve");

  private final VehicleFacts vehicle;
  private final String structured;
  private final String all;
  private final List<Quantity> quantities;
  private final Set<BigDecimal> values = new HashSet<>();
  private final Set<BigDecimal> structuredValues;

  FactSheet(VehicleFacts vehicle, DealershipFacts dealership) {
    this.vehicle = vehicle;
    this.structured = join(structuredFacts(vehicle));
    String place =
        join(Stream.<@Nullable String>of(dealership.name(), dealership.city(), dealership.phone()));
    List<@Nullable String> free = new ArrayList<>(vehicle.features());
    free.add(vehicle.notes());
    String words = join(free.stream());
    this.all = structured + " ; " + words;
    this.quantities = new ArrayList<>(Quantity.in(structured));
    mileage(vehicle).forEach(quantities::add);
    this.structuredValues =
        quantities.stream().map(Quantity::value).collect(Collectors.toUnmodifiableSet());
    // An amount of money in the notes is not a fact of the vehicle.
    quantities.addAll(Quantity.in(DOLLARS.matcher(words).replaceAll(" ")));
    quantities.addAll(Quantity.in(place));
    spelledOut(all).forEach(quantities::add);
    quantities.forEach(quantity -> values.add(quantity.value()));
  }

  private static Stream<@Nullable String> structuredFacts(VehicleFacts v) {
    return Stream.<@Nullable String>of(
        v.name(),
        v.exteriorColor() == null ? null : v.exteriorColor() + " exterior",
        v.interiorColor() == null ? null : v.interiorColor() + " interior",
        v.bodyStyle(),
        v.drivetrain(),
        v.transmission() == null ? null : v.transmission() + " transmission",
        v.engine() == null ? null : v.engine() + " engine",
        v.fuelType(),
        conditionWords(v),
        v.conditionGrade() == null ? null : grade(v.conditionGrade()) + " condition",
        Boolean.TRUE.equals(v.cleanTitle()) ? "clean title" : null);
  }

  private static @Nullable String conditionWords(VehicleFacts v) {
    return switch (v.condition() == null ? "" : v.condition()) {
      case "NEW" -> "brand new";
      case "CPO" -> "certified pre-owned";
      case "USED" -> "used pre-owned";
      default -> null;
    };
  }

  static String grade(String conditionGrade) {
    return conditionGrade.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String join(Stream<@Nullable String> facts) {
    return facts
        .filter(fact -> fact != null && !fact.isBlank())
        .map(fact -> Wording.folded(String.valueOf(fact)))
        .collect(Collectors.joining(" ; "));
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

  private static Stream<Quantity> spelledOut(String facts) {
    return NUMBER_WORDS.stream()
        .filter(word -> Pattern.compile("\\b" + word + "\\b").matcher(facts).find())
        .map(word -> new Quantity(number(NUMBER_WORDS.indexOf(word) + 2), null, false));
  }

  private static BigDecimal number(int value) {
    return BigDecimal.valueOf(value).stripTrailingZeros();
  }

  VehicleFacts vehicle() {
    return vehicle;
  }

  /** Whether the facts say something that the pattern matches, and do not deny it. */
  boolean say(Pattern claim) {
    Matcher matcher = claim.matcher(all);
    while (matcher.find()) {
      if (!DENIED.matcher(all.substring(0, matcher.start())).find()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the words stand in the facts. */
  boolean mention(String foldedWords) {
    return Pattern.compile("(?<![a-z0-9])" + Pattern.quote(foldedWords) + "(?![a-z0-9])")
        .matcher(all)
        .find();
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
