package com.lotview.inventory.feed;

import com.lotview.inventory.feed.Feed.Content;
import com.lotview.kit.id.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a feed.
 *
 * @param id also of its import, if there is one
 * @param userId whose import it is
 * @param reason why it failed
 * @param bytes of the file
 * @param brake as in {@link com.lotview.inventory.imports.ImportJob.Options}
 * @param attempt rises with each lease holder; the work of an earlier one fails
 * @param difference to the import before; null unless it was imported
 * @param figures null unless there is an import
 */
public record FeedRun(
    UUID id,
    UUID feedId,
    UUID dealershipId,
    UUID userId,
    Cause cause,
    Instant dueAt,
    State state,
    @Nullable String reason,
    long bytes,
    int brake,
    @Nullable Content content,
    @Nullable Difference difference,
    int attempt,
    @Nullable Instant finishedAt,
    @Nullable Figures figures) {

  /** Why a run began. The name is API. */
  public enum Cause {
    SCHEDULE,
    PERSON,
    /** A person accepted a run that the brake had held. */
    ACCEPTED
  }

  /** Where a run stands. The name is API. */
  public enum State {
    FETCHING,
    IMPORTING,
    DONE,
    /** The file is the one that was imported last. */
    UNCHANGED,
    /** More than half is missing; a person must decide. */
    HELD,
    /** It was held, and a person has accepted it. */
    ACCEPTED,
    FAILED,
    /** A person stopped the import. */
    CANCELLED
  }

  /** The outcomes of the rows. */
  public record Figures(
      int rows,
      int created,
      int updated,
      int unchanged,
      int rejected,
      int vanished,
      int held,
      int returned,
      int stillSold) {}

  /** A new one. */
  static FeedRun begun(Feed feed, UUID userId, Cause cause, Instant dueAt, int brake) {
    return new FeedRun(
        Ids.next(),
        feed.id(),
        feed.dealershipId(),
        userId,
        cause,
        dueAt,
        State.FETCHING,
        null,
        0,
        brake,
        null,
        null,
        0,
        null,
        null);
  }

  /** The same with the outcomes of its rows. */
  public FeedRun with(Figures found) {
    return new FeedRun(
        id,
        feedId,
        dealershipId,
        userId,
        cause,
        dueAt,
        state,
        reason,
        bytes,
        brake,
        content,
        difference,
        attempt,
        finishedAt,
        found);
  }
}
