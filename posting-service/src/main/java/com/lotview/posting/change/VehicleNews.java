package com.lotview.posting.change;

import com.lotview.posting.id.DealershipId;
import com.lotview.posting.posting.lifecycle.HowRemoved;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle as it is now.
 *
 * @param importId set if it left the lot because that import's file lacks it
 */
public record VehicleNews(
    UUID vehicleId,
    DealershipId dealership,
    String status,
    @Nullable Long priceCents,
    @Nullable UUID importId,
    Instant at) {

  /** How its listing is to go; empty while it is on the lot. */
  Optional<HowRemoved> gone() {
    return switch (status) {
      case "SOLD" -> Optional.of(HowRemoved.SOLD);
      case "ARCHIVED" -> Optional.of(HowRemoved.DELETE);
      default -> Optional.empty();
    };
  }
}
