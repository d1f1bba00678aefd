package com.lotview.posting.bulk;

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
    UUID fbAccountId,
    int staggerMinutes,
    int total,
    Instant createdAt) {}
