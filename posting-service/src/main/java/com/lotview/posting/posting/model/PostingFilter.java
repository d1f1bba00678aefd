package com.lotview.posting.posting.model;

import com.lotview.posting.posting.lifecycle.PostingStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which postings are wanted; null and empty leave nothing out.
 *
 * @param userId who ordered them
 * @param words each must stand in year, make, model, trim, stock number, VIN or title, in any case
 * @param created when they were ordered
 * @param starts the moment for which they were ordered; without one, the moment of the order
 */
public record PostingFilter(
    Set<PostingStatus> statuses,
    @Nullable UUID vehicleId,
    @Nullable UUID fbAccountId,
    @Nullable UUID bulkId,
    @Nullable UUID userId,
    List<String> words,
    Span created,
    Span starts) {

  /**
   * A stretch of time.
   *
   * @param from at or after
   * @param to before
   */
  public record Span(@Nullable Instant from, @Nullable Instant to) {
    /** All time. */
    public static final Span EVER = new Span(null, null);
  }

  /** All postings of a bulk order. */
  public static PostingFilter ofBulk(UUID bulkId) {
    return new PostingFilter(Set.of(), null, null, bulkId, null, List.of(), Span.EVER, Span.EVER);
  }

  /** The account's postings in these states. */
  public static PostingFilter ofAccount(UUID fbAccountId, Set<PostingStatus> statuses) {
    return new PostingFilter(
        statuses, null, fbAccountId, null, null, List.of(), Span.EVER, Span.EVER);
  }
}
