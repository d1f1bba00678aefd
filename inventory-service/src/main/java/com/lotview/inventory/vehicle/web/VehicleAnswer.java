package com.lotview.inventory.vehicle.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.contracts.Role;
import com.lotview.inventory.meaning.Meaning;
import com.lotview.inventory.photo.PhotoLinks.LinkedPhoto;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle as people get it.
 *
 * @param costBasis cents; left out for salespersons
 * @param notes left out for salespersons
 * @param daysOnLot counted from the lot date; null if that is not known
 * @param meaning what the cells say about closed sets of values, and where it was read; without
 *     what stands in the notes for salespersons
 * @param images links that work for an hour; in lists only the primary one
 * @param warnings what is odd but was taken; only in answers to changes
 */
record VehicleAnswer(
    UUID id,
    UUID dealershipId,
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
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long costBasis,
    @Nullable String condition,
    @Nullable String conditionGrade,
    @Nullable Boolean cleanTitle,
    List<String> features,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String notes,
    @Nullable Long daysOnLot,
    @Nullable LocalDate lotDate,
    Meaning meaning,
    String status,
    List<LinkedPhoto> images,
    int imageCount,
    Instant createdAt,
    Instant updatedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> warnings) {

  static VehicleAnswer of(Vehicle vehicle, Images images, View view) {
    VehicleFacts f = vehicle.facts();
    boolean all = view.role() != Role.SALESPERSON;
    return new VehicleAnswer(
        vehicle.id(),
        vehicle.dealershipId(),
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
        f.price(),
        all ? f.costBasis() : null,
        f.condition() == null ? null : f.condition().name(),
        f.conditionGrade() == null ? null : f.conditionGrade().name(),
        f.cleanTitle(),
        f.features(),
        all ? f.notes() : null,
        f.lotDate() == null ? null : ChronoUnit.DAYS.between(f.lotDate(), view.today()),
        f.lotDate(),
        all ? f.meaning() : f.meaning().without("notes"),
        vehicle.status().name(),
        images.shown(),
        images.count(),
        vehicle.createdAt(),
        vehicle.updatedAt(),
        view.warnings());
  }

  /** Who looks, when, and what they are to be told beside. */
  record View(Role role, LocalDate today, @Nullable List<String> warnings) {}

  /** The photos shown, and how many there are. */
  record Images(List<LinkedPhoto> shown, int count) {}
}
