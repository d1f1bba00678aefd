package com.lotview.posting.change.messaging;

import com.lotview.contracts.PostingNeeds;
import com.lotview.posting.change.stock.VehicleUpdate;
import com.lotview.posting.id.DealershipId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bodies of the inventory's events, as far as they are read here. */
final class VehicleEvents {
  private VehicleEvents() {}

  /** Body of {@code vehicle.changed}. */
  record VehicleChanged(
      UUID vehicleId, UUID dealershipId, String status, @Nullable UUID importId, Facts vehicle) {

    VehicleUpdate update(Instant at) {
      return new VehicleUpdate(
          vehicleId,
          new DealershipId(dealershipId),
          status,
          vehicle.priceCents(),
          vehicle.currency(),
          importId,
          at);
    }
  }

  /** The facts of the vehicle that matter to a live listing. */
  record Facts(@Nullable Long priceCents, @Nullable String priceCurrency) {
    String currency() {
      return priceCurrency == null ? PostingNeeds.NO_CURRENCY_SAID : priceCurrency;
    }
  }

  /** Body of {@code vehicle.vanished}. */
  record VehicleVanished(UUID importId, UUID dealershipId, List<UUID> vehicleIds) {}
}
