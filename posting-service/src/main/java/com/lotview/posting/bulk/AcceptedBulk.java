package com.lotview.posting.bulk;

import com.lotview.kit.error.RefusalException;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Posting;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to a bulk order; the same one for a repeat under the same key. */
public record AcceptedBulk(UUID bulkId, List<Item> postings, List<Refusal> refused) {

  /** A vehicle that will be posted. */
  public record Item(
      UUID id, UUID vehicleId, PostingStatus status, @Nullable Instant scheduledFor) {
    static Item of(Posting posting) {
      boolean held = posting.status() == PostingStatus.AWAITING_APPROVAL;
      return new Item(
          posting.id(),
          posting.vehicleId(),
          held ? PostingStatus.AWAITING_APPROVAL : PostingStatus.QUEUED,
          posting.scheduledFor());
    }
  }

  /** A vehicle that will not be posted, and why. */
  public record Refusal(UUID vehicleId, String code, String detail) {
    static Refusal of(UUID vehicleId, RefusalException problem) {
      return new Refusal(vehicleId, problem.code().name(), String.valueOf(problem.getMessage()));
    }
  }
}
