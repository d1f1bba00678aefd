package com.lotview.posting.change.stock;

import com.lotview.posting.id.DealershipId;
import com.lotview.posting.posting.lifecycle.RemoveMode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle as it is now.
 *
 * @param currency of the price
 * @param importId set if it left the lot because that import's file lacks it
 */
public record VehicleUpdate(
    UUID vehicleId,
    DealershipId dealership,
    String status,
    @Nullable Long priceCents,
    String currency,
    @Nullable UUID importId,
    Instant at) {

  /** How its listing is removed; empty while the vehicle is on the lot. */
  Optional<RemoveMode> removal() {
    return switch (status) {
      case "SOLD" -> Optional.of(RemoveMode.SOLD);
      case "ARCHIVED" -> Optional.of(RemoveMode.DELETE);
      default -> Optional.empty();
    };
  }
}
