package com.lotview.posting.posting.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.JobResult.Difference;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.ActivePosting;
import com.lotview.posting.posting.model.Evidence;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingFilter;
import com.lotview.posting.posting.model.PostingSlice;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.model.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The table of postings in PostgreSQL. Longer than 300 lines because all statements of that table
 * are here.
 */
@Repository
class R2dbcPostingStore implements PostingStore {
  private static final String SELECT = "select " + PostingRow.COLUMNS + " from posting";
  private static final String NEW_COLUMNS =
      "id, dealership_id, vehicle_id, user_id, fb_account_id, bulk_id, marker, vin, status,"
          + " text_asked, text_since, snapshot, watch_at, scheduled_for, created_at, updated_at";
  private static final String INSERT =
      """
      with p as (
        insert into posting (%1$s)
        select %1$s from jsonb_to_recordset(cast(:postings as jsonb)) as n (
          id uuid, dealership_id uuid, vehicle_id uuid, user_id uuid, fb_account_id uuid,
          bulk_id uuid, marker text, vin text, status text, text_asked integer,
          text_since integer, snapshot jsonb, watch_at timestamptz, scheduled_for timestamptz,
          created_at timestamptz, updated_at timestamptz)
        on conflict do nothing
        returning dealership_id, id, updated_at),
      told as (
        insert into posting_event (dealership_id, posting_id, at, type, status, message, attempt)
        select p.dealership_id, p.id, p.updated_at, e.type, nullif(e.status, ''), e.message, 0
        from p cross join unnest(cast(:types as text[]), cast(:statuses as text[]),
          cast(:messages as text[])) with ordinality as e (type, status, message, place)
        order by p.id, e.place)
      select id from p
      """
          .formatted(NEW_COLUMNS);
  private static final String UPDATE =
      """
      with p as (
        update posting set status = :status, attempts = :attempts, failures = :failures,
          with_fleet = :fleet, text_asked = :asked, text_since = :since, wish_how = :wish,
          wish_by = :wisher, wish_at = :wished, title = :title, description = :description,
          writer = :writer, error_code = :code, error_message = :error, error_field = :field,
          fb_listing_id = :listing, fb_listing_url = :url, posted_at = :posted,
          deleted_at = :deleted, removed_by = :remover, watch_at = :watch,
          open_click_at = :openclick, taken_down = :takendown, by_hand = :byhand, updated_at = :updated%s
        where id = :id and status = :expected
        returning dealership_id, id)
      insert into posting_event as n
        (dealership_id, posting_id, at, type, status, message, attempt)
      select p.dealership_id, p.id, :at, :type, :reached, :message, :attempts from p
      returning coalesce((select max(e.at) from posting_event e
        where e.dealership_id = n.dealership_id and e.posting_id = n.posting_id
          and e.type = 'STATE'), n.at) as since
      """;
  private static final String UPDATE_STATE = UPDATE.formatted("");
  private static final String UPDATE_WHOLE =
      UPDATE.formatted(
          ", vin = :vin, snapshot = cast(:snapshot as jsonb), fb_account_id = :account,"
              + " scheduled_for = :scheduled");

  private final DatabaseClient database;
  private final PostingRow rows;
  private final TimelineRows timeline;
  private final DifferenceRows differences;
  private final HistoryRows history;

  R2dbcPostingStore(
      DatabaseClient database,
      PostingRow rows,
      TimelineRows timeline,
      DifferenceRows differences,
      HistoryRows history) {
    this.database = database;
    this.rows = rows;
    this.timeline = timeline;
    this.differences = differences;
    this.history = history;
  }

  @Override
  public Flux<UUID> insert(List<Posting> postings, List<TimelineEntry> entries) {
    return database
        .sql(INSERT)
        .bind("postings", rows.added(postings))
        .bind("types", entries.stream().map(e -> e.type().name()).toArray(String[]::new))
        .bind(
            "statuses",
            entries.stream()
                .map(TimelineEntry::status)
                .map(status -> status == null ? "" : status.name())
                .toArray(String[]::new))
        .bind("messages", entries.stream().map(TimelineEntry::message).toArray(String[]::new))
        .map(row -> new Columns(row).uuid("id"))
        .all();
  }

  @Override
  public Flux<ActivePosting> findActive(Collection<UUID> vehicleIds, Collection<String> vins) {
    return database
        .sql(
            "select id, vehicle_id, vin, status, fb_listing_url from posting where active"
                + " and (vehicle_id = any(:vehicles) or vin = any(:vins))")
        .bind("vehicles", vehicleIds.toArray(UUID[]::new))
        .bind("vins", vins.toArray(String[]::new))
        .map(row -> active(new Columns(row)))
        .all();
  }

  private static ActivePosting active(Columns row) {
    return new ActivePosting(
        row.uuid("id"),
        row.uuid("vehicle_id"),
        row.findText("vin"),
        PostingStatus.valueOf(row.text("status")),
        row.findText("fb_listing_url"));
  }

  @Override
  public Mono<Posting> find(UUID id) {
    return read(database.sql(SELECT + " where id = :id").bind("id", id)).next();
  }

  @Override
  public Mono<UUID> findByListing(String listingId) {
    return database
        .sql("select id from posting where fb_listing_id = :listing limit 1")
        .bind("listing", listingId)
        .map(row -> new Columns(row).uuid("id"))
        .one();
  }

  @Override
  public Mono<AccountRef> findAccount(UUID id) {
    return database
        .sql("select dealership_id, fb_account_id from posting where id = :id")
        .bind("id", id)
        .map(row -> PostingRow.account(new Columns(row)))
        .one();
  }

  @Override
  public Mono<Posting> findLocked(UUID id) {
    return read(database.sql(SELECT + " where id = :id for no key update").bind("id", id)).next();
  }

  @Override
  public Flux<Posting> findLocked(UUID fbAccountId, Set<PostingStatus> statuses) {
    return read(
        database
            .sql(
                SELECT
                    + " where fb_account_id = :account and status = any(:statuses)"
                    + " order by id for no key update")
            .bind("account", fbAccountId)
            .bind("statuses", Filtering.names(statuses)));
  }

  @Override
  public Mono<Instant> replace(PostingStatus expected, Posting next, TimelineEntry entry) {
    return update(rows.bindState(database.sql(UPDATE_STATE), next), expected, next, entry);
  }

  @Override
  public Mono<Instant> reissue(PostingStatus expected, Posting next, TimelineEntry entry) {
    GenericExecuteSpec spec = rows.bindOrder(database.sql(UPDATE_WHOLE), next);
    return update(rows.bindState(spec, next), expected, next, entry);
  }

  private static Mono<Instant> update(
      GenericExecuteSpec spec, PostingStatus expected, Posting next, TimelineEntry entry) {
    PostingStatus reached = entry.status();
    return spec.bind("expected", expected.name())
        .bind("at", entry.at())
        .bind("type", entry.type().name())
        .bind("reached", Columns.orNull(reached == null ? null : reached.name(), String.class))
        .bind("message", entry.message())
        .map(row -> new Columns(row).instant("since"))
        .one()
        .switchIfEmpty(Mono.error(() -> changed(next, expected)));
  }

  @Override
  public Mono<Void> append(UUID postingId, TimelineEntry entry) {
    return timeline.append(postingId, entry);
  }

  @Override
  public Mono<Void> keep(UUID postingId, List<Evidence> evidence, Instant oldest) {
    return timeline.keep(postingId, evidence, oldest);
  }

  @Override
  public Flux<TimelineEntry> timeline(UUID postingId) {
    return timeline.timeline(postingId);
  }

  @Override
  public Flux<Evidence> evidence(UUID postingId, Instant oldest) {
    return timeline.evidence(postingId, oldest);
  }

  @Override
  public Mono<Void> differ(UUID postingId, List<Difference> found, Instant at) {
    return differences.replace(postingId, found, at);
  }

  @Override
  public Flux<Difference> differences(UUID postingId) {
    return differences.of(postingId);
  }

  @Override
  public Flux<Posting> page(PostingFilter filter, PostingSlice slice) {
    String sql = SELECT + Filtering.where(filter) + Filtering.slice(slice);
    return read(Filtering.bind(Filtering.bind(database.sql(sql), filter), slice));
  }

  @Override
  public Mono<Map<PostingStatus, Long>> countByStatus(PostingFilter filter) {
    String sql =
        "select status, count(*) as total from posting"
            + Filtering.where(filter)
            + " group by status";
    return Filtering.bind(database.sql(sql), filter)
        .map(row -> {
          Columns columns = new Columns(row);
          return Map.entry(Filtering.status(columns), columns.big("total"));
        })
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  @Override
  public Mono<Long> count(PostingFilter filter) {
    String sql = "select count(*) as total from posting" + Filtering.where(filter);
    return Filtering.bind(database.sql(sql), filter)
        .map(row -> new Columns(row).big("total"))
        .one();
  }

  @Override
  public Mono<Void> heard(UUID postingId, Instant answerUntil, Duration slack) {
    return database
        .sql(
            "update posting set watch_at = :until"
                + " where id = :id and status = 'POSTING' and watch_at < :enough")
        .bind("until", answerUntil)
        .bind("enough", answerUntil.minus(slack))
        .bind("id", postingId)
        .then();
  }

  @Override
  public Mono<Instant> forgotten(UUID postingId) {
    return history.forgotten(postingId);
  }

  @Override
  public Mono<Void> watch(UUID postingId, Instant at) {
    return database
        .sql("update posting set watch_at = :at where id = :id and status = 'PUBLISHING'")
        .bind("at", at)
        .bind("id", postingId)
        .then();
  }

  @Override
  public Flux<Overdue> overdue(Instant now, int limit) {
    return database
        .sql(
            "select dealership_id, fb_account_id, id from posting where watch_at <= :now"
                + " order by watch_at limit :limit")
        .bind("now", now)
        .bind("limit", limit)
        .map(row -> {
          Columns columns = new Columns(row);
          return new Overdue(PostingRow.account(columns), columns.uuid("id"));
        })
        .all();
  }

  private Flux<Posting> read(GenericExecuteSpec spec) {
    return spec.map(row -> rows.read(new Columns(row))).all();
  }

  private static OptimisticLockingFailureException changed(Posting next, PostingStatus expected) {
    return new OptimisticLockingFailureException(
        "Posting " + next.id() + " is no longer " + expected);
  }
}
