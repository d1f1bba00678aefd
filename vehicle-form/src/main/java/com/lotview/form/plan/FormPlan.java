package com.lotview.form.plan;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Market;
import com.lotview.form.mapping.Amount;
import com.lotview.form.mapping.FormMapping;
import com.lotview.form.mapping.FormValues;
import com.lotview.form.mapping.LeftOut;
import com.lotview.form.plan.PlannedField.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the form is filled with. The browser-worker and the extension both fill by it; each has its
 * own hands.
 *
 * @param title the site's title: year, make, model
 * @param fields in the order of filling: a field may clear those after it; a field that is not in
 *     it stays as it is
 * @param leftOut the vehicle's values without a true choice in the form
 * @param counts what price and mileage count; null if nothing is known of it
 */
public record FormPlan(
    String title, List<PlannedField> fields, List<LeftOut> leftOut, @Nullable Counts counts) {

  /**
   * What the numbers count. On a form that counts otherwise they would be false, and nothing is
   * converted there.
   *
   * @param signs by which a page may show the currency
   */
  public record Counts(String currency, List<String> signs, DistanceUnit distanceUnit) {
    static @Nullable Counts of(@Nullable Market market) {
      return market == null
          ? null
          : new Counts(market.currency(), Amount.signsOf(market.currency()), market.distanceUnit());
    }
  }

  public FormPlan {
    fields = List.copyOf(fields);
    leftOut = List.copyOf(leftOut);
  }

  public static FormPlan of(FormMapping mapping, FormValues values) {
    List<PlannedField> fields = new ArrayList<>();
    fields.add(type(mapping, values));
    fields.add(PlannedField.of("year", Kind.CHOICE, List.of(String.valueOf(values.year()))));
    fields.add(PlannedField.of("location", Kind.PLACE, mapping.spellings(values.location())));
    fields.add(digits("price", values.priceDollars()));
    fields.add(make(mapping, values));
    fields.add(PlannedField.of("model", Kind.ENTRY, List.of(values.model())));
    line("trim", trimBesideTheModel(values)).ifPresent(fields::add);
    fields.add(digits("mileage", values.mileage()));
    choice("bodyStyle", values.bodyStyle()).ifPresent(fields::add);
    choice("exteriorColor", values.exteriorColor()).ifPresent(fields::add);
    choice("interiorColor", values.interiorColor()).ifPresent(fields::add);
    fields.add(title(values));
    choice("condition", values.condition()).ifPresent(fields::add);
    choice("fuelType", values.fuelType()).ifPresent(fields::add);
    fields.add(transmission(mapping, values));
    line("vin", values.vin()).ifPresent(fields::add);
    fields.add(PlannedField.of("description", Kind.LINES, List.of(values.description())));
    return new FormPlan(values.title(), fields, values.leftOut(), Counts.of(values.market()));
  }

  /** The field of this name; empty if nothing is to be entered there. */
  public Optional<PlannedField> find(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** The field of this name, which every plan has. */
  public PlannedField field(String name) {
    return find(name).orElseThrow();
  }

  private static PlannedField type(FormMapping mapping, FormValues values) {
    List<String> words = mapping.typeWords(values.vehicleType());
    return words.isEmpty()
        ? PlannedField.choice("vehicleType", values.vehicleType(), false)
        : PlannedField.of("vehicleType", Kind.CHOICE, words);
  }

  private static PlannedField make(FormMapping mapping, FormValues values) {
    String make = values.make();
    Stream<String> names = Stream.concat(Stream.of(make), mapping.otherNames(make).stream());
    return PlannedField.of("make", Kind.MAKE, names.toList());
  }

  /** A form of cars without it says automatic, like an untouched one. */
  private static PlannedField transmission(FormMapping mapping, FormValues values) {
    String known = values.transmission();
    boolean optional =
        known == null
            || known.equals("AUTOMATIC")
            || !mapping.typeWords(values.vehicleType()).isEmpty();
    return PlannedField.choice("transmission", known, optional);
  }

  private static PlannedField title(FormValues values) {
    String ticked = String.valueOf(values.cleanTitle());
    return new PlannedField("cleanTitle", Kind.TICK, List.of(ticked), null, true);
  }

  private static PlannedField digits(String name, long value) {
    return PlannedField.of(name, Kind.DIGITS, List.of(String.valueOf(value)));
  }

  private static Optional<PlannedField> choice(String name, @Nullable String option) {
    return Optional.ofNullable(option).map(known -> PlannedField.choice(name, known, true));
  }

  private static Optional<PlannedField> line(String name, @Nullable String text) {
    return Optional.ofNullable(text)
        .filter(known -> !known.isBlank())
        .map(known -> PlannedField.line(name, known));
  }

  // Most forms have no field for it; what the model already says is not left out.
  private static @Nullable String trimBesideTheModel(FormValues values) {
    String trim = values.trim();
    return trim != null && (" " + values.model() + " ").contains(" " + trim + " ") ? null : trim;
  }
}
