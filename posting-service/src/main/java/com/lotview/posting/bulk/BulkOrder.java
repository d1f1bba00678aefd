package com.lotview.posting.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person orders: these vehicles, or all that match.
 *
 * @param vehicleIds 1 to 100, each once, in the order in which they are to be posted; empty with a
 *     filter
 * @param filter parameters of the list of vehicles; null: the vehicles are named
 * @param scheduledFor when the first is to start; null: now
 * @param fbAccountId null: the only account that the caller may use
 */
public record BulkOrder(
    List<UUID> vehicleIds,
    @Nullable Map<String, String> filter,
    @Nullable UUID fbAccountId,
    @Nullable Instant scheduledFor,
    int staggerMinutes) {}
