package com.lotview.inventory.posting;

import com.lotview.inventory.vehicle.history.ChangedBy;
import com.lotview.inventory.vehicle.history.FieldChange;
import com.lotview.inventory.vehicle.history.VehicleChange;
import com.lotview.inventory.vehicle.history.VehicleHistory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Keeps the latest posting of a vehicle, and what it means for the vehicle's history: that it was
 * ordered, is live, waits for a person, or ended.
 */
@Service
public class KeepPosting {
  private final VehiclePostings postings;
  private final VehicleHistory history;

  KeepPosting(VehiclePostings postings, VehicleHistory history) {
    this.postings = postings;
    this.history = history;
  }

  /** Keeps it, in the running transaction of the dealership. */
  public Mono<Void> keep(UUID dealershipId, VehiclePosting posting) {
    return postings
        .of(List.of(posting.vehicleId()))
        .flatMap(before ->
            postings
                .keep(dealershipId, posting)
                .filter(newest -> newest)
                .flatMap(newest -> note(dealershipId, before, posting)));
  }

  private Mono<Void> note(
      UUID dealershipId, Map<UUID, VehiclePosting> before, VehiclePosting posting) {
    VehiclePosting earlier = before.get(posting.vehicleId());
    PostingStage from = earlier == null ? PostingStage.NEVER : PostingStage.of(earlier.status());
    PostingStage to = PostingStage.of(posting.status());
    if (from == to) {
      return Mono.empty();
    }
    FieldChange stage = new FieldChange("posting", from.name(), to.name());
    ChangedBy by = new ChangedBy(ChangedBy.Kind.POSTING, posting.postingId(), posting.status());
    return history.append(
        VehicleChange.fresh(dealershipId, posting.vehicleId(), 0, posting.at(), List.of(stage))
            .by(by));
  }
}
