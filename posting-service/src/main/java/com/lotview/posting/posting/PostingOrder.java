package com.lotview.posting.posting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody orders.
 *
 * @param fbAccountId null: the dealership's only account
 * @param scheduledFor null: as soon as possible
 * @param priceOverride cents; null: the vehicle's price
 * @param locationOverride null: the dealership's place
 */
public record PostingOrder(
    UUID vehicleId,
    @Nullable UUID fbAccountId,
    @Nullable Instant scheduledFor,
    @Nullable Long priceOverride,
    @Nullable Place locationOverride) {}
