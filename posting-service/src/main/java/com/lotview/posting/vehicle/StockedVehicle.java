package com.lotview.posting.vehicle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A vehicle as it stands in the inventory now.
 *
 * @param status ACTIVE, PENDING, SOLD or ARCHIVED
 * @param photos in the order of the listing, the first is the cover
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StockedVehicle(String status, VehicleFacts vehicle, List<Photo> photos) {}
