package com.lotview.inventory.vehicle.messaging;

import com.lotview.inventory.meaning.Meaning;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleFacts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A vehicle as other services get it, by event or by internal call. */
public record VehicleBody(
    UUID id,
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
    @Nullable String condition,
    @Nullable String conditionGrade,
    @Nullable Boolean cleanTitle,
    @Nullable Long priceCents,
    List<String> features,
    @Nullable String notes,
    @Nullable String priceCurrency,
    @Nullable Integer odometer,
    @Nullable String odometerUnit,
    Meaning meaning) {

  public static VehicleBody of(Vehicle vehicle) {
    VehicleFacts f = vehicle.facts();
    return new VehicleBody(
        vehicle.id(),
        f.stockNumber(),
        f.vin(),
        f.year(),
        f.make(),
        f.model(),
        f.trim(),
        f.mileage(),
        f.exteriorColor(),
        f.interiorColor(),
        f.bodyStyle(),
        f.drivetrain(),
        f.transmission(),
        f.engine(),
        f.fuelType(),
        f.condition() == null ? null : f.condition().name(),
        f.conditionGrade() == null ? null : f.conditionGrade().name(),
        f.cleanTitle(),
        f.price(),
        f.features(),
        f.notes(),
        f.priceCurrency(),
        f.odometer(),
        f.odometerUnit() == null ? null : f.odometerUnit().name(),
        f.meaning());
  }
}
