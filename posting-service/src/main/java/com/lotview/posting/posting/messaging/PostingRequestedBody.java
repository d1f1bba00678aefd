package com.lotview.posting.posting.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Market;
import com.lotview.posting.posting.model.ListingText;
import com.lotview.posting.posting.model.Place;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.submit.Reference;
import com.lotview.posting.vehicle.Photo;
import com.lotview.posting.vehicle.Reading;
import com.lotview.posting.vehicle.VehicleFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code posting.requested}. */
public record PostingRequestedBody(
    String jobId,
    String kind,
    UUID taskId,
    UUID postingId,
    UUID dealershipId,
    UUID fbAccountId,
    UUID vehicleId,
    int attempt,
    String marker,
    long deadlineSeconds,
    Form listing,
    List<Photo> photos,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant openClickAt) {

  /**
   * What the worker fills in.
   *
   * @param mileage in {@code distanceUnit}, that of the account
   * @param currency of the price and of the account
   * @param country of the account
   */
  public record Form(
      @Nullable Integer year,
      @Nullable String make,
      @Nullable String model,
      @Nullable String trim,
      @Nullable String vin,
      @Nullable Integer mileage,
      DistanceUnit distanceUnit,
      @Nullable Long priceCents,
      String currency,
      String country,
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
      Place location) {}

  static PostingRequestedBody of(Posting posting, Duration deadline) {
    return new PostingRequestedBody(
        posting.jobId(),
        posting.job().kind().published(),
        posting.id(),
        posting.id(),
        posting.dealershipId(),
        posting.fbAccountId(),
        posting.vehicleId(),
        posting.attempts(),
        posting.marker(),
        deadline.toSeconds(),
        form(posting),
        posting.snapshot().photos(),
        posting.life().openClick());
  }

  /** What the posting's listing shows. */
  public static Form form(Posting posting) {
    VehicleFacts vehicle = posting.snapshot().vehicle();
    Market market = posting.snapshot().form();
    ListingText text = Objects.requireNonNull(posting.text(), "a READY posting has a text");
    return new Form(
        vehicle.year(),
        vehicle.make(),
        vehicle.model(),
        vehicle.trim(),
        vehicle.vin(),
        vehicle.mileageIn(market.distanceUnit()),
        market.distanceUnit(),
        vehicle.priceCents(),
        market.currency(),
        market.country(),
        vehicle.bodyStyle(),
        vehicle.exteriorColor(),
        vehicle.interiorColor(),
        vehicle.conditionGrade(),
        vehicle.fuelType(),
        vehicle.transmission(),
        vehicle.cleanTitle(),
        vehicle.meaning(),
        text.title(),
        Reference.in(text.description(), posting.marker()),
        posting.snapshot().place());
  }
}
