package com.lotview.worker.fleet.job;

import com.lotview.contracts.DistanceUnit;
import com.lotview.form.mapping.FormMapping;
import com.lotview.form.mapping.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing to publish.
 *
 * @param photos in the listing's order; the first is the cover
 * @param openClickAt when the browser of an earlier attempt's click was dead whose effect is still
 *     unknown: it is verified first; null if there is none
 */
public record PostingOrder(
    String jobId,
    UUID postingId,
    UUID dealershipId,
    UUID fbAccountId,
    UUID vehicleId,
    int attempt,
    String marker,
    int deadlineSeconds,
    Listing listing,
    List<Photo> photos,
    @Nullable Instant openClickAt)
    implements ListingJob {
  @Override
  public UUID taskId() {
    return postingId;
  }

  /** A price as the site shows it, in whole dollars. */
  static long dollars(long cents) {
    return Math.floorDiv(cents + 50, 100);
  }

  /**
   * The listing's facts. Null means unknown; the worker never guesses.
   *
   * @param mileage in {@code distanceUnit}
   * @param distanceUnit what the account's form counts; null in orders from before orders named it
   * @param priceCents whole price in hundredths of {@code currency}
   * @param currency three letters (ISO 4217); null in orders from before orders named it
   * @param country two letters (ISO 3166-1) of the account; null in orders from before orders named
   *     it
   */
  public record Listing(
      int year,
      String make,
      String model,
      @Nullable String trim,
      @Nullable String vin,
      @Nullable Integer mileage,
      @Nullable DistanceUnit distanceUnit,
      long priceCents,
      @Nullable String currency,
      @Nullable String country,
      @Nullable String bodyStyle,
      @Nullable String exteriorColor,
      @Nullable String interiorColor,
      @Nullable String conditionGrade,
      @Nullable String fuelType,
      @Nullable String transmission,
      @Nullable Boolean cleanTitle,
      @Nullable Map<String, Reading> meaning,
      String title,
      String description,
      Location location) {
    private static final FormMapping MAPPING = new FormMapping();

    /** The title as the site makes it. */
    public String siteTitle() {
      return MAPPING.title(year, make, model);
    }
  }

  /** Where the vehicle is. */
  public record Location(String city, String state) {}

  /**
   * A photo in the inventory.
   *
   * @param sha256 of the bytes, hexadecimal
   */
  public record Photo(UUID id, String sha256, String contentType, long bytes) {}
}
