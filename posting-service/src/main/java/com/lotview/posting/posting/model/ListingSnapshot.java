package com.lotview.posting.posting.model;

import com.lotview.posting.vehicle.Dealership;
import com.lotview.posting.vehicle.Photo;
import com.lotview.posting.vehicle.VehicleFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered, as it was then.
 *
 * @param vehicle with the price of the listing
 * @param photos at least one, in order
 * @param overrides what the order changed; null: nothing
 */
public record ListingSnapshot(
    VehicleFacts vehicle,
    List<Photo> photos,
    Dealership dealership,
    Place place,
    @Nullable Overrides overrides) {

  /** What an order changes of vehicle and dealership; a retry changes it again. */
  public record Overrides(@Nullable Long priceCents, @Nullable Place place) {}

  /** The same listing at a price of its own, which the vehicle's does not change. */
  public ListingSnapshot atOwn(long priceCents) {
    return new ListingSnapshot(
        vehicle.at(priceCents),
        photos,
        dealership,
        place,
        new Overrides(priceCents, overrides == null ? null : overrides.place()));
  }

  ListingSnapshot at(long priceCents) {
    return new ListingSnapshot(vehicle.at(priceCents), photos, dealership, place, overrides);
  }

  /** Whether a text written for this says the right things of the other; no text names a price. */
  public boolean hasFactsOf(ListingSnapshot other) {
    return vehicle.at(0).equals(other.vehicle.at(0)) && dealership.equals(other.dealership);
  }
}
