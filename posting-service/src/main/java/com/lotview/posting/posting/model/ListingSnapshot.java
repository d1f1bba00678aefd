package com.lotview.posting.posting.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.contracts.Market;
import com.lotview.posting.vehicle.Dealership;
import com.lotview.posting.vehicle.Photo;
import com.lotview.posting.vehicle.VehicleFacts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered, as it was at that time.
 *
 * @param vehicle with the price of the listing
 * @param photos at least one, in order
 * @param lotDate since when the vehicle was on the lot; null: not known, or ordered before it was
 *     kept
 * @param overrides what the order changed; null: nothing
 * @param market of the account; null in orders from before it was known: the dealership's
 */
public record ListingSnapshot(
    VehicleFacts vehicle,
    List<Photo> photos,
    Dealership dealership,
    Place place,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate lotDate,
    @Nullable Overrides overrides,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Market market) {

  /** A listing where the dealership is. */
  public ListingSnapshot(
      VehicleFacts vehicle,
      List<Photo> photos,
      Dealership dealership,
      Place place,
      @Nullable Overrides overrides) {
    this(vehicle, photos, dealership, place, null, overrides, null);
  }

  /** In which currency and unit the listing is made. */
  public Market form() {
    return market == null ? dealership.home() : market;
  }

  /** What an order changes of vehicle and dealership; a retry changes it again. */
  public record Overrides(@Nullable Long priceCents, @Nullable Place place) {}

  /** The same listing at a price of its own, which the vehicle's does not change. */
  public ListingSnapshot atOwn(long priceCents) {
    return new ListingSnapshot(
        vehicle.at(priceCents),
        photos,
        dealership,
        place,
        lotDate,
        new Overrides(priceCents, overrides == null ? null : overrides.place()),
        market);
  }

  /** The same listing in that market if the currency is the same; if not, unchanged. */
  public ListingSnapshot in(Market there) {
    return there.currency().equals(form().currency())
        ? new ListingSnapshot(vehicle, photos, dealership, place, lotDate, overrides, there)
        : this;
  }

  /** The vehicle as the listing describes it: its mileage in the account's unit. */
  public VehicleFacts said() {
    return vehicle.said(form().distanceUnit());
  }

  ListingSnapshot at(long priceCents) {
    return new ListingSnapshot(
        vehicle.at(priceCents), photos, dealership, place, lotDate, overrides, market);
  }

  /** Whether a text written for this snapshot is also true for the other; no text names a price. */
  public boolean hasFactsOf(ListingSnapshot other) {
    return form().equals(other.form())
        && vehicle.at(0).equals(other.vehicle.at(0))
        && dealership.equals(other.dealership);
  }
}
