package com.lotview.posting.posting;

import com.lotview.posting.vehicle.Dealership;
import com.lotview.posting.vehicle.Photo;
import com.lotview.posting.vehicle.VehicleFacts;
import java.util.List;

/**
 * What was ordered, as it was then.
 *
 * @param vehicle with the price of the listing
 * @param photos at least one, in order
 */
public record ListingSnapshot(
    VehicleFacts vehicle, List<Photo> photos, Dealership dealership, Place place) {}
