package com.lotview.posting.bulk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person orders.
 *
 * @param vehicleIds 1 to 100, each once; in the order in which they are to be posted
 * @param fbAccountId null: the dealership's only account
 */
public record BulkOrder(List<UUID> vehicleIds, @Nullable UUID fbAccountId, int staggerMinutes) {}
