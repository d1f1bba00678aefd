package com.lotview.posting.posting.store;

import com.lotview.posting.posting.Evidence;
import com.lotview.posting.posting.Posting;
import com.lotview.posting.posting.PostingStatus;
import com.lotview.posting.posting.PostingStore;
import com.lotview.posting.posting.TimelineEntry;
import com.lotview.posting.rows.Columns;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class R2dbcPostingStore implements PostingStore {
  private static final String SELECT = "select " + PostingRow.COLUMNS + " from posting";

  private final DatabaseClient database;
  private final PostingRow rows;
  private final TimelineRows timeline;

  R2dbcPostingStore(DatabaseClient database, PostingRow rows, TimelineRows timeline) {
    this.database = database;
    this.rows = rows;
    this.timeline = timeline;
  }

  @Override
  public Mono<Boolean> insert(Posting posting, List<TimelineEntry> entries) {
    GenericExecuteSpec spec =
        database.sql(
            """
            with p as (
              insert into posting (dealership_id, id, vehicle_id, user_id, fb_account_id, marker,
                status, attempts, failures, snapshot, title, description, writer, error_code,
                error_message, error_field, fb_listing_id, fb_listing_url, posted_at, scheduled_for,
                created_at, updated_at)
              values (:dealership, :id, :vehicle, :user, :account, :marker,
                :status, :attempts, :failures, cast(:snapshot as jsonb), :title, :description,
                :writer, :code, :error, :field, :listing, :url, :posted, :scheduled,
                :created, :updated)
              on conflict (dealership_id, vehicle_id, platform) where active do nothing
              returning dealership_id, id)
            insert into posting_event (dealership_id, posting_id, at, type, status, message, attempt)
            select p.dealership_id, p.id, :updated, e.type, e.status, e.message, 0
            from p cross join unnest(cast(:types as text[]), cast(:statuses as text[]),
              cast(:messages as text[])) with ordinality as e (type, status, message, place)
            order by e.place
            """);
    return rows.bindState(rows.bindOrder(spec, posting), posting)
        .bind("types", entries.stream().map(e -> e.type().name()).toArray(String[]::new))
        .bind(
            "statuses",
            entries.stream().map(e -> String.valueOf(e.status())).toArray(String[]::new))
        .bind("messages", entries.stream().map(TimelineEntry::message).toArray(String[]::new))
        .fetch()
        .rowsUpdated()
        .map(written -> written > 0);
  }

  @Override
  public Mono<UUID> findActive(UUID vehicleId) {
    return database
        .sql("select id from posting where vehicle_id = :vehicle and active")
        .bind("vehicle", vehicleId)
        .map(row -> new Columns(row).uuid("id"))
        .first();
  }

  @Override
  public Mono<Posting> find(UUID id) {
    return read(database.sql(SELECT + " where id = :id").bind("id", id)).next();
  }

  @Override
  public Mono<Posting> findLocked(UUID id) {
    return read(database.sql(SELECT + " where id = :id for no key update").bind("id", id)).next();
  }

  @Override
  public Flux<Posting> findLocked(UUID fbAccountId, PostingStatus status) {
    return read(
        database
            .sql(
                SELECT
                    + " where fb_account_id = :account and status = :status"
                    + " order by id for no key update")
            .bind("account", fbAccountId)
            .bind("status", status.name()));
  }

  @Override
  public Mono<Void> replace(PostingStatus expected, Posting next, TimelineEntry entry) {
    GenericExecuteSpec spec =
        database.sql(
            """
            with p as (
              update posting set status = :status, attempts = :attempts, failures = :failures,
                title = :title, description = :description, writer = :writer, error_code = :code,
                error_message = :error, error_field = :field, fb_listing_id = :listing,
                fb_listing_url = :url, posted_at = :posted, updated_at = :updated
              where id = :id and status = :expected
              returning dealership_id, id)
            insert into posting_event (dealership_id, posting_id, at, type, status, message, attempt)
            select p.dealership_id, p.id, :at, :type, :reached, :message, :attempts from p
            """);
    return rows.bindState(spec, next)
        .bind("expected", expected.name())
        .bind("at", entry.at())
        .bind("type", entry.type().name())
        .bind("reached", next.status().name())
        .bind("message", entry.message())
        .fetch()
        .rowsUpdated()
        .flatMap(
            written -> written == 1 ? Mono.empty() : Mono.error(() -> changed(next, expected)));
  }

  @Override
  public Mono<Void> append(UUID postingId, TimelineEntry entry) {
    return timeline.append(postingId, entry);
  }

  @Override
  public Mono<Void> keep(UUID postingId, List<Evidence> evidence) {
    return timeline.keep(postingId, evidence);
  }

  @Override
  public Flux<TimelineEntry> timeline(UUID postingId) {
    return timeline.timeline(postingId);
  }

  @Override
  public Flux<Evidence> evidence(UUID postingId) {
    return timeline.evidence(postingId);
  }

  @Override
  public Flux<Posting> page(
      @Nullable PostingStatus status, @Nullable UUID vehicleId, int limit, long offset) {
    String sql =
        SELECT + where(status, vehicleId) + " order by id desc limit :limit offset :offset";
    return read(
        filtered(database.sql(sql), status, vehicleId).bind("limit", limit).bind("offset", offset));
  }

  @Override
  public Mono<Long> count(@Nullable PostingStatus status, @Nullable UUID vehicleId) {
    String sql = "select count(*) as total from posting" + where(status, vehicleId);
    return filtered(database.sql(sql), status, vehicleId)
        .map(row -> new Columns(row).big("total"))
        .one();
  }

  private static String where(@Nullable PostingStatus status, @Nullable UUID vehicleId) {
    return " where true"
        + (status == null ? "" : " and status = :status")
        + (vehicleId == null ? "" : " and vehicle_id = :vehicle");
  }

  private static GenericExecuteSpec filtered(
      GenericExecuteSpec spec, @Nullable PostingStatus status, @Nullable UUID vehicleId) {
    GenericExecuteSpec byStatus = status == null ? spec : spec.bind("status", status.name());
    return vehicleId == null ? byStatus : byStatus.bind("vehicle", vehicleId);
  }

  private Flux<Posting> read(GenericExecuteSpec spec) {
    return spec.map(row -> rows.read(new Columns(row))).all();
  }

  private static OptimisticLockingFailureException changed(Posting next, PostingStatus expected) {
    return new OptimisticLockingFailureException(
        "Posting " + next.id() + " is no longer " + expected);
  }
}
