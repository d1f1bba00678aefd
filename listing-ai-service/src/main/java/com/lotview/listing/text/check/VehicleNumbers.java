package com.lotview.listing.text.check;

import com.lotview.listing.text.MileageRate;
import com.lotview.listing.text.VehicleFacts;
import com.lotview.listing.text.check.StatedFact.Origin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The numbers that a text may state of one vehicle. */
final class VehicleNumbers {
  private static final Pattern DOLLARS = Pattern.compile("[$€£]\\s?[\\d.,]+\\s?k?");

  private final VehicleFacts vehicle;
  private final String unit;
  private final @Nullable MileageRate rate;
  private final List<Quantity> quantities = new ArrayList<>();
  private final Set<BigDecimal> values;
  private final Set<BigDecimal> structuredValues;

  /**
   * @param structured facts of the vehicle's fields
   * @param described facts in words
   * @param spelledOut number words of the facts
   */
  VehicleNumbers(
      VehicleFacts vehicle,
      @Nullable MileageRate rate,
      List<StatedFact> structured,
      List<StatedFact> described,
      List<String> spelledOut) {
    this.vehicle = vehicle;
    this.unit = vehicle.inKilometres() ? "km" : "mile";
    this.rate = rate;
    structured.forEach(fact -> quantities.addAll(Quantity.in(fact.folded())));
    mileage().forEach(quantities::add);
    this.structuredValues = values(quantities);
    if (rate != null) {
      quantities.add(new Quantity(number(rate.perYear()), unit, false));
      quantities.add(new Quantity(number(rate.perYear()), null, false));
    }
    described.forEach(fact -> quantities.addAll(Quantity.in(withoutMoney(fact))));
    spelledOut.forEach(word -> quantities.add(new Quantity(NumberWords.value(word), null, false)));
    this.values = values(quantities);
  }

  // An amount of money in the notes is not a fact of the vehicle.
  private static String withoutMoney(StatedFact fact) {
    return fact.origin() == Origin.DEALERSHIP
        ? fact.folded()
        : DOLLARS.matcher(fact.folded()).replaceAll(" ");
  }

  private static Set<BigDecimal> values(List<Quantity> quantities) {
    return quantities.stream().map(Quantity::value).collect(Collectors.toUnmodifiableSet());
  }

  /** The odometer as people write it: 34,500, 34K, 35K, 34.5K. */
  private Stream<Quantity> mileage() {
    Integer miles = vehicle.distance();
    if (miles == null) {
      return Stream.empty();
    }
    Stream<Integer> thousands =
        miles < 1000 ? Stream.empty() : Stream.of(miles / 1000, (miles + 500) / 1000);
    return Stream.concat(
        Stream.of(
            new Quantity(number(miles), unit, false), new Quantity(number(miles), unit, true)),
        thousands.map(k -> new Quantity(number(k * 1000), unit, true)));
  }

  private static BigDecimal number(int value) {
    return BigDecimal.valueOf(value).stripTrailingZeros();
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

  /** Whether a number is one of the vehicle's, with any unit. */
  boolean hold(BigDecimal value) {
    return values.contains(value) || value.compareTo(number(vehicle.features().size())) == 0;
  }

  /** Whether a number is the price, and not another number of the vehicle with the same value. */
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

  /** Whether a number is the mileage. */
  boolean isMileage(Quantity said) {
    return mileage().anyMatch(miles -> miles.value().compareTo(said.value()) == 0);
  }

  /** Whether a number is the distance per year of age. */
  boolean isRate(Quantity said) {
    return rate != null && number(rate.perYear()).compareTo(said.value()) == 0;
  }
}
