package com.lotview.worker.fleet;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be posted, as the event {@code posting.requested} says.
 *
 * @param marker short reference in the description by which the listing can be found again
 * @param deadlineSeconds how long a run may take, from its start to a dead browser
 * @param photos in the order of the listing, the first is the cover
 */
public record PostingOrder(
    String jobId,
    Kind kind,
    UUID postingId,
    UUID dealershipId,
    UUID fbAccountId,
    UUID vehicleId,
    int attempt,
    String marker,
    int deadlineSeconds,
    Listing listing,
    List<Photo> photos) {

  /** How long a run may take. */
  public Duration deadline() {
    return Duration.ofSeconds(deadlineSeconds);
  }

  /** Kinds of job that this fleet can do. */
  public enum Kind {
    POST
  }

  /**
   * The listing's facts. What is null is not known, and never guessed.
   *
   * @param priceCents whole price in cents
   * @param mileage miles
   */
  public record Listing(
      int year,
      String make,
      String model,
      @Nullable String trim,
      @Nullable Integer mileage,
      long priceCents,
      @Nullable String bodyStyle,
      @Nullable String exteriorColor,
      @Nullable String interiorColor,
      @Nullable String conditionGrade,
      @Nullable String fuelType,
      @Nullable String transmission,
      @Nullable Boolean cleanTitle,
      String title,
      String description,
      Location location) {}

  /** Where the vehicle is. */
  public record Location(String city, String state) {}

  /**
   * A photo in the inventory.
   *
   * @param sha256 of the bytes, hexadecimal
   */
  public record Photo(UUID id, String sha256, String contentType, long bytes) {}
}
