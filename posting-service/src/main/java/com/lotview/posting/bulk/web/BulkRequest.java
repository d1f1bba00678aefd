package com.lotview.posting.bulk.web;

import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import com.lotview.posting.bulk.BulkOrder;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A bulk order as it is sent. */
record BulkRequest(
    @Nullable @ApiField(minLength = 1, maxLength = MAX_VEHICLES) List<@Nullable UUID> vehicleIds,
    @Nullable Map<String, @Nullable String> filter,
    @Nullable UUID fbAccountId,
    @Nullable Instant scheduledFor,
    @Nullable @ApiField(min = 0, max = MAX_STAGGER) Integer staggerMinutes) {
  private static final int MAX_VEHICLES = 100;
  private static final int MAX_PARAMETERS = 30;
  private static final int MAX_VALUE = 200;
  private static final Set<String> PARTS = Set.of("page", "limit", "cursor");
  private static final int MAX_STAGGER = 1440;
  private static final int STAGGER = 5;

  BulkOrder checked() {
    int stagger = staggerMinutes == null ? STAGGER : staggerMinutes;
    if (stagger < 0 || stagger > MAX_STAGGER) {
      throw RefusalException.invalid("staggerMinutes", "must be 0 to " + MAX_STAGGER);
    }
    if (filter == null) {
      return new BulkOrder(vehicles(), null, fbAccountId, scheduledFor, stagger);
    }
    if (vehicleIds != null) {
      throw RefusalException.invalid("filter", "does not go with vehicleIds");
    }
    return new BulkOrder(List.of(), parameters(filter), fbAccountId, scheduledFor, stagger);
  }

  private static Map<String, String> parameters(Map<String, @Nullable String> filter) {
    // In order: the same filter is the same request, however it is written.
    Map<String, String> checked = new TreeMap<>();
    filter.forEach((name, value) -> {
      if (value == null || value.length() > MAX_VALUE || PARTS.contains(name)) {
        throw RefusalException.invalid(
            "filter", name + " must be a text, and no part of the list but the whole of it");
      }
      checked.put(name, value);
    });
    if (checked.size() > MAX_PARAMETERS) {
      throw RefusalException.invalid("filter", "must have at most " + MAX_PARAMETERS + " fields");
    }
    return checked;
  }

  private List<UUID> vehicles() {
    if (vehicleIds == null || vehicleIds.isEmpty() || vehicleIds.size() > MAX_VEHICLES) {
      throw RefusalException.invalid("vehicleIds", "must name 1 to " + MAX_VEHICLES + " vehicles");
    }
    if (vehicleIds.stream().anyMatch(Objects::isNull)) {
      throw RefusalException.invalid("vehicleIds", "must not hold null");
    }
    List<UUID> vehicles = vehicleIds.stream().map(Objects::requireNonNull).toList();
    if (new HashSet<>(vehicles).size() < vehicles.size()) {
      throw RefusalException.invalid("vehicleIds", "names a vehicle twice");
    }
    return vehicles;
  }
}
