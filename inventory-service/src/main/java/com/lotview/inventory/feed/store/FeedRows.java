package com.lotview.inventory.feed.store;

import com.lotview.inventory.feed.Difference;
import com.lotview.inventory.feed.Feed;
import com.lotview.inventory.feed.Feed.Content;
import com.lotview.inventory.feed.Feed.Login;
import com.lotview.inventory.feed.FeedRun;
import com.lotview.inventory.feed.FeedRun.Figures;
import com.lotview.inventory.feed.Health;
import com.lotview.inventory.feed.Said;
import com.lotview.inventory.feed.Schedule;
import com.lotview.inventory.imports.Missing;
import com.lotview.kit.rows.Columns;
import io.r2dbc.spi.Readable;
import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the tables {@code stock_feed} and {@code stock_feed_run}. */
final class FeedRows {
  private FeedRows() {}

  static Feed feed(Readable readable, JsonMapper json) {
    Columns row = new Columns(readable);
    String url = row.findText("url");
    String alarm = row.findText("alarm");
    return new Feed(
        row.uuid("id"),
        row.uuid("dealership_id"),
        row.uuid("user_id"),
        row.text("name"),
        url == null ? null : URI.create(url),
        login(row),
        new Schedule(
            row.findNumber("every_minutes"),
            times(row.text("at_times")),
            ZoneId.of(row.text("zone"))),
        new Feed.Rules(Missing.valueOf(row.text("missing")), row.flag("relist")),
        row.flag("active"),
        row.instant("created_at"),
        row.instant("next_at"),
        row.findText("dropped"),
        new Health(
            row.instant("came_at"),
            row.number("failures"),
            alarm == null ? null : Health.Alarm.valueOf(alarm),
            row.findInstant("alarm_at")),
        new Feed.Known(content(row), row.findNumber("row_count"), said(row, json)));
  }

  private static @Nullable Login login(Columns row) {
    String kind = row.findText("login_kind");
    return kind == null
        ? null
        : new Login(Login.Kind.valueOf(kind), row.text("login_name"), row.text("login_secret"));
  }

  private static List<LocalTime> times(String text) {
    return Stream.of(text.split(" ")).filter(one -> !one.isEmpty()).map(LocalTime::parse).toList();
  }

  private static Said said(Columns row, JsonMapper json) {
    String text = row.text("said");
    return text.equals("{}") ? new Said(List.of(), List.of()) : json.readValue(text, Said.class);
  }

  private static @Nullable Content content(Columns row) {
    String sha256 = row.findText("sha256");
    return sha256 == null
        ? null
        : new Content(row.findText("etag"), row.findText("last_modified"), sha256);
  }

  static FeedRun run(Readable readable, JsonMapper json) {
    Columns row = new Columns(readable);
    String difference = row.findText("difference");
    return new FeedRun(
        row.uuid("id"),
        row.uuid("feed_id"),
        row.uuid("dealership_id"),
        row.uuid("user_id"),
        FeedRun.Cause.valueOf(row.text("cause")),
        row.instant("due_at"),
        FeedRun.State.valueOf(row.text("state")),
        row.findText("reason"),
        row.big("bytes"),
        row.number("brake"),
        content(row),
        difference == null ? null : json.readValue(difference, Difference.class),
        row.number("attempt"),
        row.findInstant("finished_at"),
        null);
  }

  /** A run with the figures of its import. */
  static FeedRun withFigures(Readable readable, JsonMapper json) {
    Columns row = new Columns(readable);
    FeedRun run = run(readable, json);
    return row.findNumber("row_count") == null
        ? run
        : run.with(
            new Figures(
                row.number("row_count"),
                row.number("created"),
                row.number("updated"),
                row.number("unchanged"),
                row.number("rejected"),
                row.number("vanished"),
                row.number("held"),
                row.number("returned"),
                row.number("still_sold")));
  }
}
