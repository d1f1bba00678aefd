package com.lotview.inventory.feed.web;

import com.lotview.inventory.feed.Difference;
import com.lotview.inventory.feed.FeedRun;
import com.lotview.inventory.feed.FeedRun.Figures;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a feed as people get it.
 *
 * @param cause {@code SCHEDULE}, {@code PERSON} or {@code ACCEPTED}
 * @param reason why it failed or is held
 * @param importId of its import, whose report has each row; null: there is none
 * @param report path of that report
 * @param figures what became of the rows
 * @param difference to the import before
 */
record StockFeedRunAnswer(
    UUID id,
    UUID feedId,
    String cause,
    String state,
    Instant dueAt,
    @Nullable Instant finishedAt,
    @Nullable String reason,
    long bytes,
    @Nullable UUID importId,
    @Nullable String report,
    @Nullable Figures figures,
    @Nullable Difference difference) {

  static StockFeedRunAnswer of(FeedRun run) {
    boolean imported = run.figures() != null;
    return new StockFeedRunAnswer(
        run.id(),
        run.feedId(),
        run.cause().name(),
        run.state().name(),
        run.dueAt(),
        run.finishedAt(),
        run.reason(),
        run.bytes(),
        imported ? run.id() : null,
        imported ? "/v1/vehicles/imports/" + run.id() + "/report" : null,
        run.figures(),
        run.difference());
  }
}
