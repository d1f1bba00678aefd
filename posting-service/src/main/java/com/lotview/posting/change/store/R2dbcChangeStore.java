package com.lotview.posting.change.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.change.ChangeState;
import com.lotview.posting.change.ChangeStore;
import com.lotview.posting.change.ListingChange;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.posting.lifecycle.RemoveMode;
import com.lotview.posting.posting.model.PostingError;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class R2dbcChangeStore implements ChangeStore {
  private static final String SELECT =
      "select id, dealership_id, posting_id, fb_account_id, kind, how, price_cents, next_cents,"
          + " state, attempts, failures, error_code, error_message, requested_by, import_id,"
          + " created_at, updated_at from listing_change where ";

  private final DatabaseClient database;

  R2dbcChangeStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Boolean> insert(ListingChange change) {
    GenericExecuteSpec spec =
        database
            .sql(
                """
                insert into listing_change (dealership_id, id, posting_id, fb_account_id, kind, how,
                  price_cents, next_cents, state, attempts, failures, error_code, error_message,
                  requested_by, import_id, created_at, updated_at)
                values (:dealership, :id, :posting, :account, :kind, :how,
                  :price, :next, :state, :attempts, :failures, :code, :error,
                  :by, :import, :created, :updated)
                on conflict (dealership_id, posting_id, kind)
                  where state in ('WAITING', 'RUNNING', 'HELD') do nothing
                """)
            .bind("dealership", change.dealershipId())
            .bind("posting", change.postingId())
            .bind("account", change.fbAccountId())
            .bind("kind", change.kind().stored())
            .bind("import", Columns.orNull(change.importId(), UUID.class))
            .bind("created", change.createdAt());
    return bindState(spec, change).fetch().rowsUpdated().map(rows -> rows == 1);
  }

  @Override
  public Mono<ListingChange> find(UUID id) {
    return read(database.sql(SELECT + "id = :id").bind("id", id)).next();
  }

  @Override
  public Mono<ListingChange> findLocked(UUID id) {
    return read(database.sql(SELECT + "id = :id for no key update").bind("id", id)).next();
  }

  @Override
  public Flux<ListingChange> findOpen(UUID postingId) {
    return read(
        database
            .sql(
                SELECT
                    + "posting_id = :posting and state in ('WAITING', 'RUNNING', 'HELD')"
                    + " order by id for no key update")
            .bind("posting", postingId));
  }

  @Override
  public Mono<ListingChange> findLatest(UUID postingId, JobKind kind) {
    return read(database
            .sql(
                SELECT
                    + "posting_id = :posting and kind = :kind"
                    + " order by created_at desc, id desc limit 1")
            .bind("posting", postingId)
            .bind("kind", kind.stored()))
        .next();
  }

  @Override
  public Flux<ListingChange> findHeld(UUID importId) {
    return read(
        database
            .sql(SELECT + "import_id = :import and state = 'HELD' order by posting_id")
            .bind("import", importId));
  }

  @Override
  public Flux<ListingChange> findWaiting(UUID fbAccountId) {
    return read(
        database
            .sql(
                SELECT
                    + "fb_account_id = :account and state in ('WAITING', 'HELD')"
                    + " order by posting_id, id")
            .bind("account", fbAccountId));
  }

  @Override
  public Mono<Void> replace(ListingChange next) {
    return bindState(
            database.sql(
                """
                update listing_change set how = :how, price_cents = :price, next_cents = :next,
                  state = :state, attempts = :attempts, failures = :failures, error_code = :code,
                  error_message = :error, requested_by = :by, updated_at = :updated
                where id = :id
                """),
            next)
        .then();
  }

  private static GenericExecuteSpec bindState(GenericExecuteSpec spec, ListingChange change) {
    RemoveMode how = change.how();
    PostingError error = change.error();
    return spec.bind("id", change.id())
        .bind("how", text(how == null ? null : how.name()))
        .bind("price", Columns.orNull(change.priceCents(), Long.class))
        .bind("next", Columns.orNull(change.nextCents(), Long.class))
        .bind("state", change.state().name())
        .bind("attempts", change.attempts())
        .bind("failures", change.failures())
        .bind("code", text(error == null ? null : error.code()))
        .bind("error", text(error == null ? null : error.message()))
        .bind("by", Columns.orNull(change.requestedBy(), UUID.class))
        .bind("updated", change.updatedAt());
  }

  private static Object text(@Nullable String value) {
    return Columns.orNull(value, String.class);
  }

  private static Flux<ListingChange> read(GenericExecuteSpec spec) {
    return spec.map(row -> change(new Columns(row))).all();
  }

  private static ListingChange change(Columns row) {
    String how = row.findText("how");
    String error = row.findText("error_message");
    return new ListingChange(
        row.uuid("id"),
        AccountRef.of(row.uuid("dealership_id"), row.uuid("fb_account_id")),
        row.uuid("posting_id"),
        new ListingChange.Wanted(
            JobKind.ofStored(row.text("kind")),
            how == null ? null : RemoveMode.valueOf(how),
            row.row().get("price_cents", Long.class),
            row.row().get("next_cents", Long.class),
            row.findUuid("requested_by"),
            row.findUuid("import_id")),
        new ListingChange.Progress(
            ChangeState.valueOf(row.text("state")),
            row.number("attempts"),
            row.number("failures"),
            error == null ? null : new PostingError(row.findText("error_code"), error, null)),
        row.instant("created_at"),
        row.instant("updated_at"));
  }
}
