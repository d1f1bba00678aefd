package com.lotview.notification.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stock feed has a problem, or has recovered.
 *
 * @param state {@code WELL}, {@code LATE}, {@code FAILING} or {@code HALVED}
 * @param runId the run that showed it; null: no file came
 */
public record StockFeedChanged(
    UUID feedId,
    UUID dealershipId,
    String name,
    String state,
    @Nullable UUID runId,
    String reason) {

  public News news() {
    return new News("stockfeed.state", null, new State(feedId, name, state, runId, reason));
  }

  private record State(
      UUID feedId, String name, String state, @Nullable UUID runId, String reason) {}
}
