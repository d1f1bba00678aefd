package com.lotview.inventory.vehicle;

import com.lotview.kit.openapi.ApiField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle as someone wrote it, not yet checked: the body of a request, or a row of a file. Names
 * and units are those of the API (money in hundredths of its currency, mileage in miles).
 *
 * @param mileage miles, whatever the dealership's odometers count
 * @param priceCurrency three letters (ISO 4217); null: the dealership's
 * @param odometer the distance as the vehicle shows it
 * @param odometerUnit {@code MI} or {@code KM}; null: the dealership's
 */
public record VehicleDraft(
    @Nullable @ApiField(required = true, minLength = 1, maxLength = VehicleRules.SHORT_TEXT)
        String stockNumber,
    @Nullable @ApiField(maxLength = VehicleRules.SHORT_TEXT) String vin,
    @Nullable @ApiField(required = true, min = VehicleRules.FIRST_YEAR) Integer year,
    @Nullable @ApiField(required = true, minLength = 1, maxLength = VehicleRules.SHORT_TEXT)
        String make,
    @Nullable @ApiField(required = true, minLength = 1, maxLength = VehicleRules.SHORT_TEXT)
        String model,
    @Nullable @ApiField(maxLength = VehicleRules.SHORT_TEXT * 2) String trim,
    @Nullable @ApiField(min = 0, max = VehicleRules.MAX_MILEAGE) Long mileage,
    @Nullable @ApiField(maxLength = VehicleRules.SHORT_TEXT) String exteriorColor,
    @Nullable @ApiField(maxLength = VehicleRules.SHORT_TEXT) String interiorColor,
    @Nullable @ApiField(maxLength = VehicleRules.SHORT_TEXT) String bodyStyle,
    @Nullable @ApiField(maxLength = VehicleRules.SHORT_TEXT) String drivetrain,
    @Nullable @ApiField(maxLength = VehicleRules.SHORT_TEXT) String transmission,
    @Nullable @ApiField(maxLength = VehicleRules.SHORT_TEXT * 2) String engine,
    @Nullable @ApiField(maxLength = VehicleRules.SHORT_TEXT) String fuelType,
    @Nullable @ApiField(min = 0, max = VehicleRules.MAX_CENTS) Long price,
    @Nullable @ApiField(min = 0, max = VehicleRules.MAX_CENTS) Long costBasis,
    @Nullable @ApiField(wordsOf = Condition.class) String condition,
    @Nullable @ApiField(wordsOf = ConditionGrade.class) String conditionGrade,
    @Nullable Boolean cleanTitle,
    @Nullable @ApiField(maxLength = VehicleRules.MAX_FEATURES) List<@Nullable String> features,
    @Nullable @ApiField(maxLength = VehicleRules.LONG_TEXT) String notes,
    @Nullable @ApiField(format = "date") String lotDate,
    @Nullable @ApiField(wordsOf = VehicleStatus.class) String status,
    @Nullable @ApiField(minLength = 3, maxLength = 3) String priceCurrency,
    @Nullable @ApiField(min = 0, max = VehicleRules.MAX_MILEAGE) Long odometer,
    @Nullable String odometerUnit) {

  /** An empty draft. */
  public static final VehicleDraft EMPTY =
      new VehicleDraft(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null, null, null, null, null, null, null, null);

  /** A vehicle that exists, as a draft: what a change starts from. */
  public static VehicleDraft of(Vehicle vehicle) {
    VehicleFacts f = vehicle.facts();
    return new VehicleDraft(
        f.stockNumber(),
        f.vin(),
        f.year(),
        f.make(),
        f.model(),
        f.trim(),
        f.mileage() == null ? null : f.mileage().longValue(),
        f.exteriorColor(),
        f.interiorColor(),
        f.bodyStyle(),
        f.drivetrain(),
        f.transmission(),
        f.engine(),
        f.fuelType(),
        f.price(),
        f.costBasis(),
        f.condition() == null ? null : f.condition().name(),
        f.conditionGrade() == null ? null : f.conditionGrade().name(),
        f.cleanTitle(),
        List.copyOf(f.features()),
        f.notes(),
        f.lotDate() == null ? null : f.lotDate().toString(),
        vehicle.status().name(),
        f.priceCurrency(),
        f.odometer() == null ? null : f.odometer().longValue(),
        f.odometerUnit() == null ? null : f.odometerUnit().name());
  }

  /** This draft, with its empty fields taken from the other one. */
  public VehicleDraft orElse(VehicleDraft other) {
    return new VehicleDraft(
        first(stockNumber, other.stockNumber),
        first(vin, other.vin),
        first(year, other.year),
        first(make, other.make),
        first(model, other.model),
        first(trim, other.trim),
        first(mileage, other.mileage),
        first(exteriorColor, other.exteriorColor),
        first(interiorColor, other.interiorColor),
        first(bodyStyle, other.bodyStyle),
        first(drivetrain, other.drivetrain),
        first(transmission, other.transmission),
        first(engine, other.engine),
        first(fuelType, other.fuelType),
        first(price, other.price),
        first(costBasis, other.costBasis),
        first(condition, other.condition),
        first(conditionGrade, other.conditionGrade),
        first(cleanTitle, other.cleanTitle),
        first(features, other.features),
        first(notes, other.notes),
        first(lotDate, other.lotDate),
        first(status, other.status),
        price != null ? priceCurrency : first(priceCurrency, other.priceCurrency),
        mileage != null ? odometer : first(odometer, other.odometer),
        mileage != null ? odometerUnit : first(odometerUnit, other.odometerUnit));
  }

  /** The same with another condition. */
  public VehicleDraft withCondition(@Nullable String given) {
    return with(stockNumber, given, lotDate, status);
  }

  /** The same with another status. */
  public VehicleDraft withStatus(@Nullable String given) {
    return with(stockNumber, condition, lotDate, given);
  }

  /** The same with another stock number and lot date. */
  public VehicleDraft withNumberAndLotDate(@Nullable String number, @Nullable String date) {
    return with(number, condition, date, status);
  }

  /** The same with its price in this currency, and its distance in these miles. */
  VehicleDraft in(@Nullable String currency, @Nullable Long miles, @Nullable String unit) {
    return with(stockNumber, condition, lotDate, status, new Said(currency, miles, unit));
  }

  private record Said(@Nullable String currency, @Nullable Long miles, @Nullable String unit) {}

  private VehicleDraft with(
      @Nullable String newNumber,
      @Nullable String newCondition,
      @Nullable String newDate,
      @Nullable String newStatus) {
    return with(
        newNumber,
        newCondition,
        newDate,
        newStatus,
        new Said(priceCurrency, mileage, odometerUnit));
  }

  private VehicleDraft with(
      @Nullable String newNumber,
      @Nullable String newCondition,
      @Nullable String newDate,
      @Nullable String newStatus,
      Said said) {
    return new VehicleDraft(
        newNumber,
        vin,
        year,
        make,
        model,
        trim,
        said.miles,
        exteriorColor,
        interiorColor,
        bodyStyle,
        drivetrain,
        transmission,
        engine,
        fuelType,
        price,
        costBasis,
        newCondition,
        conditionGrade,
        cleanTitle,
        features,
        notes,
        newDate,
        newStatus,
        said.currency,
        odometer,
        said.unit);
  }

  private static <T> @Nullable T first(@Nullable T mine, @Nullable T others) {
    return mine == null ? others : mine;
  }
}
