package com.lotview.inventory.vehicle.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.contracts.PostingNeeds;
import com.lotview.inventory.meaning.Kind;
import com.lotview.inventory.meaning.Meaning;
import com.lotview.inventory.photo.PhotoFlag;
import com.lotview.inventory.photo.PhotoLinks.LinkedPhoto;
import com.lotview.inventory.photo.fetch.PhotoAddresses;
import com.lotview.inventory.posting.VehiclePosting;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleFacts;
import com.lotview.inventory.vehicle.VehicleStatus;
import com.lotview.inventory.vehicle.history.Badge;
import com.lotview.inventory.vehicle.history.VehicleHistory.PriceChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle as people get it.
 *
 * @param odometer the mileage as it was written, if that was not miles
 * @param price hundredths of {@code priceCurrency}
 * @param costBasis cents; left out for salespersons
 * @param notes left out for salespersons
 * @param daysOnLot counted from the lot date in the dealership's zone; null if that is not known
 * @param badges what a screen points out, such as a price that dropped
 * @param meaning what the cells say about closed sets of values, and where it was read; without
 *     what stands in the notes for salespersons
 * @param images links that work for an hour; in lists only the primary one; placeholders stand last
 * @param photos how far the photos are that a stock file names by address; only of one vehicle
 * @param missing names of what a posting needs and the vehicle lacks; empty: it can be posted
 * @param posting the latest; null if there never was one
 * @param version rises with every change; the {@code ETag} of the vehicle
 * @param warnings what is odd but was taken: of facts only in answers to changes, and of images
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
    @Nullable Integer odometer,
    @Nullable String odometerUnit,
    @Nullable Long price,
    @Nullable String priceCurrency,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long costBasis,
    @Nullable String condition,
    @Nullable String conditionGrade,
    @Nullable Boolean cleanTitle,
    List<String> features,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String notes,
    @Nullable Long daysOnLot,
    @Nullable LocalDate lotDate,
    List<Badge> badges,
    Meaning meaning,
    String status,
    List<LinkedPhoto> images,
    int imageCount,
    List<String> missing,
    @JsonInclude(JsonInclude.Include.NON_NULL) PhotoAddresses.@Nullable Progress photos,
    @Nullable PostingSummary posting,
    long version,
    Instant createdAt,
    Instant updatedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> warnings) {

  static VehicleAnswer of(Vehicle vehicle, Around around, View view) {
    VehicleFacts f = vehicle.facts();
    boolean all = view.costs();
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
        f.odometer(),
        f.odometerUnit() == null ? null : f.odometerUnit().name(),
        f.price(),
        f.price() == null
            ? null
            : f.priceCurrency() == null ? PostingNeeds.NO_CURRENCY_SAID : f.priceCurrency(),
        all ? f.costBasis() : null,
        f.condition() == null ? null : f.condition().name(),
        f.conditionGrade() == null ? null : f.conditionGrade().name(),
        f.cleanTitle(),
        f.features(),
        all ? f.notes() : null,
        f.lotDate() == null ? null : ChronoUnit.DAYS.between(f.lotDate(), view.now().toLocalDate()),
        f.lotDate(),
        badges(vehicle, around.price(), view.now()),
        all ? f.meaning() : f.meaning().without("notes"),
        vehicle.status().name(),
        around.photos(),
        around.photoCount(),
        missing(vehicle, around.photoCount(), view.currency()),
        around.byAddress(),
        PostingSummary.of(around.posting()),
        vehicle.version(),
        vehicle.createdAt(),
        vehicle.updatedAt(),
        around.warnings(view.warnings()));
  }

  /**
   * How the vehicle is shown.
   *
   * @param costs with its cost and internal notes
   * @param now at the dealership
   * @param currency of the dealership
   */
  record View(boolean costs, ZonedDateTime now, String currency, @Nullable List<String> warnings) {}

  private static List<Badge> badges(
      Vehicle vehicle, @Nullable PriceChange price, ZonedDateTime now) {
    boolean forSale =
        vehicle.status() == VehicleStatus.ACTIVE || vehicle.status() == VehicleStatus.PENDING;
    VehicleFacts f = vehicle.facts();
    return Badge.of(
        new Badge.About(forSale, f.lotDate(), vehicle.createdAt(), f.price(), price), now);
  }

  private static List<String> missing(Vehicle vehicle, int photos, String currency) {
    VehicleFacts f = vehicle.facts();
    return new PostingNeeds(
            vehicle.status().name(),
            f.meaning().value(Kind.TYPE),
            f.meaning().of(Kind.TYPE) != null,
            f.year(),
            f.make(),
            f.model(),
            f.mileage(),
            f.price(),
            f.priceCurrency(),
            currency,
            photos)
        .missing();
  }

  /**
   * What belongs to a vehicle and is not one of its facts.
   *
   * @param photos those that are shown
   * @param byAddress how far those are that come by address; null if there are none
   * @param posting the latest; null if there never was one
   * @param price its latest change; null if it never changed
   */
  record Around(
      List<LinkedPhoto> photos,
      int photoCount,
      PhotoAddresses.@Nullable Progress byAddress,
      @Nullable VehiclePosting posting,
      @Nullable PriceChange price) {
    /** Of a vehicle that was just added. */
    static final Around NEW = new Around(List.of(), 0, null, null, null);

    // Those of the vehicle's facts, and those of images.
    @Nullable List<String> warnings(@Nullable List<String> ofFacts) {
      List<String> all = new ArrayList<>(ofFacts == null ? List.of() : ofFacts);
      for (int i = 0; i < photos.size(); i++) {
        PhotoFlag flag = photos.get(i).flag();
        if (flag != null) {
          all.add("image %d %s; it is posted last".formatted(i + 1, flag.reason()));
        }
      }
      return ofFacts == null && all.isEmpty() ? null : all;
    }
  }

  /**
   * The latest posting of the vehicle.
   *
   * @param status as {@code GET /v1/postings/{id}} has it; some seconds behind it
   */
  record PostingSummary(
      UUID id,
      String status,
      @Nullable String fbListingUrl,
      @Nullable Instant scheduledFor,
      Instant since) {

    private static @Nullable PostingSummary of(@Nullable VehiclePosting posting) {
      return posting == null
          ? null
          : new PostingSummary(
              posting.postingId(),
              posting.status(),
              posting.fbListingUrl(),
              posting.scheduledFor(),
              posting.at());
    }
  }
}
