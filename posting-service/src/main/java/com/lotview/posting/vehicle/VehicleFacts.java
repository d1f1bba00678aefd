package com.lotview.posting.vehicle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a vehicle, as the inventory service tells it. Null is "not known": nothing here
 * is ever filled in by guessing.
 *
 * @param condition NEW, USED or CPO
 * @param conditionGrade EXCELLENT, VERY_GOOD, GOOD, FAIR or POOR
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
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String priceCurrency) {

  /** The same vehicle at another price. */
  public VehicleFacts at(long price) {
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
        priceCurrency);
  }
}
