package com.lotview.inventory.feed.store;

import com.lotview.inventory.feed.Difference;
import com.lotview.inventory.feed.Feed.Content;
import com.lotview.inventory.feed.FeedRun;
import com.lotview.inventory.feed.FeedRun.State;
import com.lotview.inventory.feed.RunStore;
import com.lotview.inventory.feed.Said;
import com.lotview.kit.rows.Columns;
import io.r2dbc.postgresql.codec.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.RowsFetchSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@link RunStore} on PostgreSQL. */
@Repository
class SqlRunStore implements RunStore {
  private static final String WITH_FIGURES =
      """
      select r.*, j.row_count, j.created, j.updated, j.unchanged, j.rejected, j.vanished, j.held,
             j.returned, j.still_sold
      from stock_feed_run r left join import_job j on j.id = r.id where r.feed_id = :feed
      """;

  private static final String NEWEST = " order by r.id desc limit :limit";

  private final DatabaseClient database;
  private final JsonMapper json;
  private final Clock clock;

  SqlRunStore(DatabaseClient database, JsonMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Mono<Boolean> begin(FeedRun run) {
    return database
        .sql(
            """
            insert into stock_feed_run (id, dealership_id, feed_id, user_id, cause, due_at, state,
              brake)
            values (:id, :dealership, :feed, :user, :cause, :due, :state, :brake)
            on conflict do nothing
            """)
        .bind("id", run.id())
        .bind("dealership", run.dealershipId())
        .bind("feed", run.feedId())
        .bind("user", run.userId())
        .bind("cause", run.cause().name())
        .bind("due", run.dueAt())
        .bind("state", run.state().name())
        .bind("brake", run.brake())
        .fetch()
        .rowsUpdated()
        .map(added -> added == 1);
  }

  @Override
  public Mono<FeedRun> claim(Duration lease) {
    return database
        .sql(
            """
            update stock_feed_run set attempt = attempt + 1,
              lease_until = clock_timestamp() + :lease * interval '1 millisecond'
            where id = (
              select id from stock_feed_run
              where state = 'FETCHING' and (lease_until is null or lease_until < clock_timestamp())
              order by due_at, id limit 1 for update skip locked)
            returning *
            """)
        .bind("lease", lease.toMillis())
        .map(row -> FeedRows.run(row, json))
        .one();
  }

  @Override
  public Mono<Boolean> extend(FeedRun run, Duration lease) {
    return changed(
        run,
        database
            .sql(
                """
                update stock_feed_run
                  set lease_until = clock_timestamp() + :lease * interval '1 millisecond'
                where id = :id and attempt = :attempt and state = 'FETCHING'
                """)
            .bind("lease", lease.toMillis()));
  }

  @Override
  public Mono<Boolean> importing(FeedRun run, long bytes, Content content) {
    return changed(
        run,
        database
            .sql(
                """
                update stock_feed_run set state = 'IMPORTING', lease_until = null, bytes = :bytes,
                  etag = :etag, last_modified = :modified, sha256 = :sha256
                where id = :id and attempt = :attempt and state = 'FETCHING'
                """)
            .bind("bytes", bytes)
            .bind("etag", Columns.orNull(content.etag(), String.class))
            .bind("modified", Columns.orNull(content.lastModified(), String.class))
            .bind("sha256", content.sha256()));
  }

  @Override
  public Mono<Boolean> end(
      FeedRun run, State state, @Nullable String reason, @Nullable Difference difference) {
    return changed(
        run,
        database
            .sql(
                """
                update stock_feed_run set state = :state, reason = :reason, difference = :difference,
                  lease_until = null, finished_at = :now
                where id = :id and attempt = :attempt and state in ('FETCHING', 'IMPORTING')
                """)
            .bind("state", state.name())
            .bind("reason", Columns.orNull(reason, String.class))
            .bind(
                "difference",
                Columns.orNull(
                    difference == null ? null : Json.of(json.writeValueAsString(difference)),
                    Json.class))
            .bind("now", clock.instant()));
  }

  /** Whether the run was still in this attempt and in a state that the update asks for. */
  private static Mono<Boolean> changed(FeedRun run, GenericExecuteSpec update) {
    return update
        .bind("id", run.id())
        .bind("attempt", run.attempt())
        .fetch()
        .rowsUpdated()
        .map(updated -> updated == 1);
  }

  @Override
  public Flux<FeedRun> imported(int most) {
    return database
        .sql(
            """
            select r.* from stock_feed_run r join import_job j on j.id = r.id
            where r.state = 'IMPORTING' and j.state in ('DONE', 'REFUSED', 'CANCELLED')
            order by j.finished_at limit :most
            """)
        .bind("most", most)
        .map(row -> FeedRows.run(row, json))
        .all();
  }

  @Override
  public Mono<FeedRun> open(UUID feedId) {
    return withFigures(feedId, " and r.state in ('FETCHING', 'IMPORTING')", Map.of()).one();
  }

  @Override
  public Mono<Void> accepted(UUID runId) {
    return database
        .sql("update stock_feed_run set state = 'ACCEPTED' where id = :id")
        .bind("id", runId)
        .then();
  }

  @Override
  public Mono<Said> said(UUID importId) {
    return database
        .sql(
            """
            select distinct note ->> 'column' as name
            from import_row, jsonb_array_elements(notes) note
            where import_id = :id and note ->> 'column' <> '' order by name limit 200
            """)
        .bind("id", importId)
        .map(row -> new Columns(row).text("name"))
        .all()
        .collectList()
        .map(warned -> new Said(warned, List.of()));
  }

  @Override
  public Mono<FeedRun> find(UUID feedId, UUID id) {
    return withFigures(feedId, " and r.id = :id", Map.of("id", id)).one();
  }

  @Override
  public Flux<FeedRun> list(UUID feedId, @Nullable UUID before, int limit) {
    return before == null
        ? withFigures(feedId, NEWEST, Map.of("limit", limit)).all()
        : withFigures(
                feedId, " and r.id < :before" + NEWEST, Map.of("before", before, "limit", limit))
            .all();
  }

  private RowsFetchSpec<FeedRun> withFigures(UUID feedId, String which, Map<String, ?> values) {
    return database
        .sql(WITH_FIGURES + which)
        .bind("feed", feedId)
        .bindValues(values)
        .map(row -> FeedRows.withFigures(row, json));
  }
}
