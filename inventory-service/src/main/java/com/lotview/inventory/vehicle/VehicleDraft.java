package com.lotview.inventory.vehicle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle as someone wrote it, not yet checked: the body of a request, or a row of a file. Names
 * and units are those of the API (money in cents, mileage in miles).
 */
public record VehicleDraft(
    @Nullable String stockNumber,
    @Nullable String vin,
    @Nullable Integer year,
    @Nullable String make,
    @Nullable String model,
    @Nullable String trim,
    @Nullable Long mileage,
    @Nullable String exteriorColor,
    @Nullable String interiorColor,
    @Nullable String bodyStyle,
    @Nullable String drivetrain,
    @Nullable String transmission,
    @Nullable String engine,
    @Nullable String fuelType,
    @Nullable Long price,
    @Nullable Long costBasis,
    @Nullable String condition,
    @Nullable String conditionGrade,
    @Nullable Boolean cleanTitle,
    @Nullable List<@Nullable String> features,
    @Nullable String notes,
    @Nullable String lotDate,
    @Nullable String status) {

  /** Says nothing. */
  public static final VehicleDraft EMPTY =
      new VehicleDraft(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null, null, null, null, null);

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
        vehicle.status().name());
  }

  /** This draft, and where it says nothing, what the other one says. */
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
        first(status, other.status));
  }

  /** The same with another condition. */
  public VehicleDraft withCondition(@Nullable String given) {
    return new VehicleDraft(
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
        given,
        conditionGrade,
        cleanTitle,
        features,
        notes,
        lotDate,
        status);
  }

  /** The same with another status. */
  public VehicleDraft withStatus(@Nullable String given) {
    return new VehicleDraft(
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
        given);
  }

  /** The same with another stock number and lot date. */
  public VehicleDraft withNumberAndLotDate(@Nullable String number, @Nullable String date) {
    return new VehicleDraft(
        number,
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
        date,
        status);
  }

  private static <T> @Nullable T first(@Nullable T mine, @Nullable T others) {
    return mine == null ? others : mine;
  }
}
