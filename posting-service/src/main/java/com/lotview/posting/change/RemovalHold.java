package com.lotview.posting.change;

import com.lotview.posting.id.DealershipId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Removals that wait for a manager because an import's file lacks too many vehicles.
 *
 * @param vehicleIds all that the file lacks
 * @param held how many listings were to go
 * @param live of how many
 */
public record RemovalHold(
    UUID importId, DealershipId dealership, List<UUID> vehicleIds, int held, int live, Instant at) {

  /** A manager's decision. */
  public enum Decision {
    /** The vehicles left the stock: their listings are removed. */
    REMOVE,
    /** The file was wrong: the listings stay. */
    KEEP
  }
}
