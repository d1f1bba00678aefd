package com.lotview.posting.account.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.account.formcheck.FormCheck;
import com.lotview.posting.account.formcheck.FormCheckStore;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.JobResult;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class R2dbcFormCheckStore implements FormCheckStore {
  private static final String SELECT =
      "select dealership_id, fb_account_id, id, state, attempts, asked_at, ended_at, error,"
          + " report::text as report, picture from form_check where ";

  private final DatabaseClient database;
  private final JsonMapper json;

  R2dbcFormCheckStore(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  @Override
  public Mono<FormCheck> find(UUID id) {
    return read(database.sql(SELECT + "id = :id").bind("id", id));
  }

  @Override
  public Mono<FormCheck> findLocked(UUID id) {
    return read(database.sql(SELECT + "id = :id for no key update").bind("id", id));
  }

  @Override
  public Mono<FormCheck> findOpen(UUID fbAccountId, Instant since) {
    return read(
        database
            .sql(
                SELECT
                    + "fb_account_id = :account and state in ('WAITING', 'RUNNING')"
                    + " and asked_at >= :since order by asked_at desc limit 1")
            .bind("account", fbAccountId)
            .bind("since", since));
  }

  @Override
  public Mono<FormCheck> findWithMakes(UUID fbAccountId) {
    return read(
        database
            .sql(
                SELECT
                    + "fb_account_id = :account and state = 'DONE'"
                    + " and jsonb_array_length(coalesce(nullif(report -> 'makes', 'null'), '[]')) > 0"
                    + " order by asked_at desc limit 1")
            .bind("account", fbAccountId));
  }

  @Override
  public Mono<Map<UUID, String>> languages(Collection<UUID> fbAccountIds) {
    return database
        .sql(
            """
            select distinct on (fb_account_id) fb_account_id, report ->> 'language' as language
            from form_check where fb_account_id = any(:accounts) and report ->> 'language' is not null
            order by fb_account_id, asked_at desc
            """)
        .bind("accounts", fbAccountIds.toArray(UUID[]::new))
        .map(row -> {
          Columns columns = new Columns(row);
          return Map.entry(columns.uuid("fb_account_id"), columns.text("language"));
        })
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  @Override
  public Mono<Void> save(FormCheck check) {
    JobResult.Form report = check.report();
    return database
        .sql(
            """
            insert into form_check (dealership_id, fb_account_id, id, state, attempts, asked_at,
              ended_at, error, report, picture)
            values (:dealership, :account, :id, :state, :attempts, :asked, :ended, :error,
              cast(:report as jsonb), :picture)
            on conflict (dealership_id, id) do update set state = excluded.state,
              attempts = excluded.attempts, ended_at = excluded.ended_at, error = excluded.error,
              report = excluded.report, picture = excluded.picture
            """)
        .bind("dealership", check.account().dealershipId())
        .bind("account", check.account().fbAccountId())
        .bind("id", check.id())
        .bind("state", check.state().name())
        .bind("attempts", check.attempts())
        .bind("asked", check.askedAt())
        .bind("ended", Columns.orNull(check.endedAt(), Instant.class))
        .bind("error", Columns.orNull(check.error(), String.class))
        .bind(
            "report",
            Columns.orNull(report == null ? null : json.writeValueAsString(report), String.class))
        .bind("picture", Columns.orNull(check.picture(), String.class))
        .then();
  }

  @Override
  public Mono<Void> forget(UUID fbAccountId, Instant before) {
    return database
        .sql("delete from form_check where fb_account_id = :account and asked_at < :before")
        .bind("account", fbAccountId)
        .bind("before", before)
        .then();
  }

  private Mono<FormCheck> read(GenericExecuteSpec spec) {
    return spec.map(row -> check(new Columns(row))).one();
  }

  private FormCheck check(Columns row) {
    return new FormCheck(
        account(row),
        row.uuid("id"),
        FormCheck.State.valueOf(row.text("state")),
        row.number("attempts"),
        row.instant("asked_at"),
        row.findInstant("ended_at"),
        row.findText("error"),
        report(row.findText("report")),
        row.findText("picture"));
  }

  private JobResult.@Nullable Form report(@Nullable String text) {
    return text == null ? null : json.readValue(text, JobResult.Form.class);
  }

  private static AccountRef account(Columns row) {
    return AccountRef.of(row.uuid("dealership_id"), row.uuid("fb_account_id"));
  }
}
