package com.lotview.posting.vehicle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.contracts.DistanceUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a vehicle, as the inventory service reports it. Null is "not known": nothing
 * here is ever filled in by guessing.
 *
 * @param condition NEW, USED or CPO
 * @param conditionGrade EXCELLENT, VERY_GOOD, GOOD, FAIR or POOR
 * @param mileage miles
 * @param odometer the mileage as it was written, in {@code odometerUnit}; null: in miles
 * @param priceCurrency three letters; null is US dollars
 * @param meaning by kind (body, fuel, gearbox, ...); null in orders from before it was read
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VehicleFacts(
    UUID id,
    String stockNumber,
    @Nullable String vin,
    @Nullable Integer year,
    @Nullable String make,
    @Nullable String model,
    @Nullable String trim,
    @Nullable Integer mileage,
    @Nullable String exteriorColor,
    @Nullable String interiorColor,
    @Nullable String bodyStyle,
    @Nullable String drivetrain,
    @Nullable String transmission,
    @Nullable String engine,
    @Nullable String fuelType,
    @Nullable String condition,
    @Nullable String conditionGrade,
    @Nullable Boolean cleanTitle,
    @Nullable Long priceCents,
    @Nullable List<String> features,
    @Nullable String notes,
    @Nullable Map<String, Reading> meaning,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String priceCurrency,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer odometer,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DistanceUnit odometerUnit) {

  /** The same vehicle at another price. */
  public VehicleFacts at(long price) {
    return with(price, odometer, odometerUnit);
  }

  /** The mileage in that unit; null if it is not known. */
  public @Nullable Integer mileageIn(DistanceUnit unit) {
    Integer written = odometer == null ? mileage : odometer;
    return written == null ? null : Integer.valueOf((int) writtenUnit().to(unit, written));
  }

  /** The unit in which the mileage was written. */
  public DistanceUnit writtenUnit() {
    return odometer == null || odometerUnit == null ? DistanceUnit.MI : odometerUnit;
  }

  /**
   * The same vehicle with its mileage as a listing in that unit says it: in the odometer's place
   * for kilometres, only in miles for miles.
   */
  public VehicleFacts said(DistanceUnit unit) {
    boolean miles = unit == DistanceUnit.MI || mileage == null;
    return with(priceCents, miles ? null : mileageIn(unit), miles ? null : unit);
  }

  private VehicleFacts with(
      @Nullable Long price, @Nullable Integer distance, @Nullable DistanceUnit unit) {
    return new VehicleFacts(
        id,
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
        condition,
        conditionGrade,
        cleanTitle,
        price,
        features == null ? List.of() : features,
        notes,
        meaning,
        priceCurrency,
        distance,
        unit);
  }
}
