package com.lotview.inventory.suggestion.store;

import com.lotview.inventory.suggestion.Suggestion;
import com.lotview.inventory.suggestion.Suggestion.Decision;
import com.lotview.inventory.suggestion.SuggestionStore;
import com.lotview.inventory.vehicle.VehicleDraft;
import com.lotview.kit.rows.Columns;
import io.r2dbc.postgresql.codec.Json;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SqlSuggestionStore implements SuggestionStore {
  private final DatabaseClient database;
  private final JsonMapper json;

  SqlSuggestionStore(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  @Override
  public Mono<Void> insert(Suggestion suggestion) {
    return database
        .sql(
            """
            insert into vehicle_suggestion (dealership_id, id, user_id, draft, page, note,
              created_at)
            values (:dealership, :id, :user, :draft, :page, :note, :created)
            """)
        .bind("dealership", suggestion.dealershipId())
        .bind("id", suggestion.id())
        .bind("user", suggestion.userId())
        .bind("draft", Json.of(json.writeValueAsString(suggestion.draft())))
        .bind("page", Columns.orNull(suggestion.page(), String.class))
        .bind("note", Columns.orNull(suggestion.note(), String.class))
        .bind("created", suggestion.createdAt())
        .then();
  }

  @Override
  public Mono<Suggestion> lock(UUID id) {
    return database
        .sql("select * from vehicle_suggestion where id = :id for update")
        .bind("id", id)
        .map(row -> read(new Columns(row)))
        .one();
  }

  @Override
  public Mono<Void> decide(Suggestion decided) {
    Decision decision = Objects.requireNonNull(decided.decision());
    return database
        .sql(
            """
            update vehicle_suggestion set state = :state, decided_by = :user,
              vehicle_id = :vehicle, reason = :reason, decided_at = :at
            where id = :id
            """)
        .bind("state", decided.state().name())
        .bind("user", decision.userId())
        .bind("vehicle", Columns.orNull(decision.vehicleId(), UUID.class))
        .bind("reason", Columns.orNull(decision.reason(), String.class))
        .bind("at", decision.at())
        .bind("id", decided.id())
        .then();
  }

  @Override
  public Flux<Suggestion> list(
      Suggestion.@Nullable State state, @Nullable UUID userId, @Nullable UUID before, int limit) {
    return database
        .sql(
            """
            select * from vehicle_suggestion
            where (:state::text is null or state = :state) and (:user::uuid is null or user_id = :user)
              and (:before::uuid is null or id < :before)
            order by id desc limit :limit
            """)
        .bind("state", Columns.orNull(state == null ? null : state.name(), String.class))
        .bind("user", Columns.orNull(userId, UUID.class))
        .bind("before", Columns.orNull(before, UUID.class))
        .bind("limit", limit)
        .map(row -> read(new Columns(row)))
        .all();
  }

  @Override
  public Mono<Long> open(UUID userId) {
    return database
        .sql(
            "select count(*) as open from vehicle_suggestion where user_id = :user"
                + " and state = 'OPEN'")
        .bind("user", userId)
        .map(row -> new Columns(row).big("open"))
        .one();
  }

  private Suggestion read(Columns row) {
    UUID decider = row.findUuid("decided_by");
    return new Suggestion(
        row.uuid("id"),
        row.uuid("dealership_id"),
        row.uuid("user_id"),
        json.readValue(row.text("draft"), VehicleDraft.class),
        row.findText("page"),
        row.findText("note"),
        row.instant("created_at"),
        decider == null
            ? null
            : new Decision(
                decider,
                row.findUuid("vehicle_id"),
                row.findText("reason"),
                row.instant("decided_at")));
  }
}
