package com.lotview.inventory.vehicle;

import com.lotview.contracts.DistanceUnit;
import com.lotview.inventory.meaning.Meaning;
import com.lotview.inventory.meaning.Origins;
import com.lotview.kit.audit.Audited;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a vehicle. Null means not known: nothing is made up. Only values that passed
 * {@link VehicleRules} are in here.
 *
 * @param mileage miles
 * @param price hundredths of {@code priceCurrency}
 * @param priceCurrency three letters; null is US dollars
 * @param odometer the mileage as it was written, in {@code odometerUnit}; null if it was in miles
 * @param costBasis cents; what the dealer paid, not for salespersons
 * @param notes internal, not for salespersons
 * @param meaning what the other fields, and the file's columns, say about closed sets of values
 */
@Audited(except = "meaning")
public record VehicleFacts(
    String stockNumber,
    @Nullable String vin,
    int year,
    String make,
    String model,
    @Nullable String trim,
    @Nullable Integer mileage,
    @Nullable String exteriorColor,
    @Nullable String interiorColor,
    @Nullable String bodyStyle,
    @Nullable String drivetrain,
    @Nullable String transmission,
    @Nullable String engine,
    @Nullable String fuelType,
    @Nullable Long price,
    @Nullable Long costBasis,
    @Nullable Condition condition,
    @Nullable ConditionGrade conditionGrade,
    @Nullable Boolean cleanTitle,
    List<String> features,
    @Nullable String notes,
    @Nullable LocalDate lotDate,
    @Nullable String priceCurrency,
    @Nullable Integer odometer,
    @Nullable DistanceUnit odometerUnit,
    Meaning meaning) {

  /** Every field by its name in the API, in one order for store, events and comparisons. */
  public static final List<Field> FIELDS =
      List.of(
          new Field("stockNumber", String.class, VehicleFacts::stockNumber),
          new Field("vin", String.class, VehicleFacts::vin),
          new Field("year", Integer.class, VehicleFacts::year),
          new Field("make", String.class, VehicleFacts::make),
          new Field("model", String.class, VehicleFacts::model),
          new Field("trim", String.class, VehicleFacts::trim),
          new Field("mileage", Integer.class, VehicleFacts::mileage),
          new Field("exteriorColor", String.class, VehicleFacts::exteriorColor),
          new Field("interiorColor", String.class, VehicleFacts::interiorColor),
          new Field("bodyStyle", String.class, VehicleFacts::bodyStyle),
          new Field("drivetrain", String.class, VehicleFacts::drivetrain),
          new Field("transmission", String.class, VehicleFacts::transmission),
          new Field("engine", String.class, VehicleFacts::engine),
          new Field("fuelType", String.class, VehicleFacts::fuelType),
          new Field("price", Long.class, VehicleFacts::price),
          new Field("costBasis", Long.class, VehicleFacts::costBasis),
          new Field("condition", String.class, facts -> name(facts.condition)),
          new Field("conditionGrade", String.class, facts -> name(facts.conditionGrade)),
          new Field("cleanTitle", Boolean.class, VehicleFacts::cleanTitle),
          new Field("features", List.class, VehicleFacts::features),
          new Field("notes", String.class, VehicleFacts::notes),
          new Field("lotDate", LocalDate.class, VehicleFacts::lotDate),
          new Field("priceCurrency", String.class, VehicleFacts::priceCurrency),
          new Field("odometer", Integer.class, VehicleFacts::odometer),
          new Field("odometerUnit", String.class, facts -> name(facts.odometerUnit)),
          new Field("meaning", Meaning.class, VehicleFacts::meaning));

  public VehicleFacts {
    features = List.copyOf(features);
  }

  /** The same with another meaning. */
  VehicleFacts with(Meaning other) {
    return new VehicleFacts(
        stockNumber,
        vin,
        year,
        make,
        model,
        trim,
        mileage,
        exteriorColor,
        interiorColor,
        bodyStyle,
        drivetrain,
        transmission,
        engine,
        fuelType,
        price,
        costBasis,
        condition,
        conditionGrade,
        cleanTitle,
        features,
        notes,
        lotDate,
        priceCurrency,
        odometer,
        odometerUnit,
        other);
  }

  /** Where the meaning was read, for a change that keeps it. */
  public Origins origins() {
    return VehicleMeanings.origins(this);
  }

  /** These facts with a newly computed meaning. */
  public VehicleFacts understood() {
    return with(VehicleMeanings.of(this, origins()));
  }

  /** The value of a field by its name, as text, number, truth or list of texts. */
  @Nullable Object shown(String name) {
    Object value =
        FIELDS.stream()
            .filter(field -> field.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(name))
            .value()
            .apply(this);
    return value instanceof LocalDate date ? date.toString() : value;
  }

  /** Names of the fields that differ from the earlier facts; of those that are known, if none. */
  public List<String> changesSince(@Nullable VehicleFacts earlier) {
    return FIELDS.stream()
        .filter(field -> earlier == null ? field.known(this) : field.differs(earlier, this))
        .map(Field::name)
        .toList();
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  /**
   * One field of a vehicle.
   *
   * @param name as in the API
   * @param type of the value that {@code value} gives
   */
  public record Field(String name, Class<?> type, Function<VehicleFacts, @Nullable Object> value) {
    boolean known(VehicleFacts facts) {
      Object now = value.apply(facts);
      return now != null && !List.of().equals(now) && !Meaning.NONE.equals(now);
    }

    boolean differs(VehicleFacts earlier, VehicleFacts later) {
      return !Objects.equals(value.apply(earlier), value.apply(later));
    }
  }
}
