package com.lotview.inventory.posting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle's latest posting.
 *
 * @param status as the posting service names it
 * @param fbListingUrl null unless it has a listing
 * @param at when it came into that state
 */
public record VehiclePosting(
    UUID vehicleId,
    UUID postingId,
    String status,
    @Nullable String fbListingUrl,
    @Nullable Instant scheduledFor,
    Instant at) {}
