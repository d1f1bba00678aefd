package com.lotview.posting.posting.model;

import com.lotview.posting.posting.lifecycle.PostingStatus;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which postings are wanted; null and empty leave nothing out.
 *
 * @param from ordered at or after
 * @param to ordered before
 */
public record PostingFilter(
    Set<PostingStatus> statuses,
    @Nullable UUID vehicleId,
    @Nullable UUID fbAccountId,
    @Nullable UUID bulkId,
    @Nullable Instant from,
    @Nullable Instant to) {

  /** All postings of a bulk order. */
  public static PostingFilter ofBulk(UUID bulkId) {
    return new PostingFilter(Set.of(), null, null, bulkId, null, null);
  }
}
