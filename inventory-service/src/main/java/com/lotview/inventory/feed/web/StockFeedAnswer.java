package com.lotview.inventory.feed.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.inventory.feed.Feed;
import com.lotview.inventory.feed.Health;
import com.lotview.inventory.feed.Schedule;
import com.lotview.inventory.imports.Missing;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feed as the API returns it, without the secret of its login.
 *
 * @param url null: the drop folder
 * @param cameAt when it last brought a file; at first when it was made
 * @param state {@code WELL}, {@code LATE}, {@code FAILING} or {@code HALVED}
 * @param since when that began; null: it is well
 * @param rows of the last import; null: none was made yet
 */
record StockFeedAnswer(
    UUID id,
    String name,
    @Nullable URI url,
    @Nullable LoginKind login,
    Times schedule,
    String missing,
    String sold,
    boolean active,
    Instant nextAt,
    Instant cameAt,
    int failures,
    String state,
    @Nullable Instant since,
    @Nullable Integer rows,
    Instant createdAt) {

  /** The login at the feed's server. */
  record LoginKind(String kind, String name) {}

  /** When it comes. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Times(@Nullable Integer everyMinutes, @Nullable List<String> at, String zone) {
    static Times of(Schedule schedule) {
      List<String> at = schedule.at().stream().map(LocalTime::toString).toList();
      return new Times(schedule.everyMinutes(), at.isEmpty() ? null : at, schedule.zone().getId());
    }
  }

  static StockFeedAnswer of(Feed feed) {
    Feed.Login login = feed.login();
    Health.Alarm alarm = feed.health().alarm();
    return new StockFeedAnswer(
        feed.id(),
        feed.name(),
        feed.url(),
        login == null
            ? null
            : new LoginKind(login.kind().name().toLowerCase(Locale.ROOT), login.name()),
        Times.of(feed.schedule()),
        feed.rules().missing() == Missing.ARCHIVE ? "archive" : "keep",
        feed.rules().relist() ? "relist" : "keep",
        feed.active(),
        feed.nextAt(),
        feed.health().cameAt(),
        feed.health().failures(),
        alarm == null ? "WELL" : alarm.name(),
        feed.health().since(),
        feed.known().rows(),
        feed.createdAt());
  }
}
