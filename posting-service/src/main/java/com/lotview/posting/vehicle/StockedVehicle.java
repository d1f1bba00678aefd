package com.lotview.posting.vehicle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle as it stands in the inventory now.
 *
 * @param status ACTIVE, PENDING, SOLD or ARCHIVED
 * @param lotDate since when it is on the lot; null: not known
 * @param photos in the order of the listing, the first is the cover
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StockedVehicle(
    String status, @Nullable LocalDate lotDate, VehicleFacts vehicle, List<Photo> photos) {}
