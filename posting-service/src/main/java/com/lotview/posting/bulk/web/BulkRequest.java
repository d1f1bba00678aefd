package com.lotview.posting.bulk.web;

import com.lotview.kit.web.ApiException;
import com.lotview.posting.bulk.BulkOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A bulk order as it is sent. */
record BulkRequest(
    @Nullable List<@Nullable UUID> vehicleIds,
    @Nullable UUID fbAccountId,
    @Nullable Integer staggerMinutes) {
  private static final int MAX_VEHICLES = 100;
  private static final int MAX_STAGGER = 1440;
  private static final int STAGGER = 5;

  BulkOrder checked() {
    if (vehicleIds == null || vehicleIds.isEmpty() || vehicleIds.size() > MAX_VEHICLES) {
      throw ApiException.invalid("vehicleIds", "must name 1 to " + MAX_VEHICLES + " vehicles");
    }
    if (vehicleIds.stream().anyMatch(Objects::isNull)) {
      throw ApiException.invalid("vehicleIds", "must not hold null");
    }
    List<UUID> vehicles = vehicleIds.stream().map(Objects::requireNonNull).toList();
    if (new HashSet<>(vehicles).size() < vehicles.size()) {
      throw ApiException.invalid("vehicleIds", "names a vehicle twice");
    }
    int stagger = staggerMinutes == null ? STAGGER : staggerMinutes;
    if (stagger < 0 || stagger > MAX_STAGGER) {
      throw ApiException.invalid("staggerMinutes", "must be 0 to " + MAX_STAGGER);
    }
    return new BulkOrder(vehicles, fbAccountId, stagger);
  }
}
