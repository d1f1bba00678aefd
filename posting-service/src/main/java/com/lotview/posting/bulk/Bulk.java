package com.lotview.posting.bulk;

import com.lotview.kit.audit.Audited;
import java.time.Instant;
import java.util.UUID;

/**
 * A bulk order.
 *
 * @param total postings in it
 */
public record Bulk(
    UUID id,
    UUID dealershipId,
    UUID userId,
    @Audited UUID fbAccountId,
    @Audited int staggerMinutes,
    @Audited int total,
    Instant createdAt) {

  /** The same with so many postings. */
  Bulk of(int postings) {
    return new Bulk(id, dealershipId, userId, fbAccountId, staggerMinutes, postings, createdAt);
  }
}
