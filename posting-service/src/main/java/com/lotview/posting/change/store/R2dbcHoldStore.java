package com.lotview.posting.change.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.change.RemovalHold;
import com.lotview.posting.change.stock.HoldStore;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class R2dbcHoldStore implements HoldStore {
  private static final String COLUMNS =
      "import_id, dealership_id, vehicle_ids, held, live, created_at";

  private final DatabaseClient database;

  R2dbcHoldStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> insert(RemovalHold hold) {
    return database
        .sql(
            "insert into removal_hold ("
                + COLUMNS
                + ") values (:import, :dealership, :vehicles, :held, :live, :at)")
        .bind("import", hold.importId())
        .bind("dealership", hold.dealership().value())
        .bind("vehicles", hold.vehicleIds().toArray(UUID[]::new))
        .bind("held", hold.held())
        .bind("live", hold.live())
        .bind("at", hold.at())
        .then();
  }

  @Override
  public Flux<RemovalHold> findUndecided() {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from removal_hold where decision is null order by created_at, import_id")
        .map(row -> hold(new Columns(row)))
        .all();
  }

  @Override
  public Mono<RemovalHold> decide(
      UUID importId, RemovalHold.Decision decision, UUID decidedBy, Instant at) {
    return database
        .sql(
            "update removal_hold set decision = :decision, decided_by = :by, decided_at = :at"
                + " where import_id = :import and decision is null returning "
                + COLUMNS)
        .bind("decision", decision.name())
        .bind("by", decidedBy)
        .bind("at", at)
        .bind("import", importId)
        .map(row -> hold(new Columns(row)))
        .one();
  }

  @Override
  public Flux<Occupied> findOccupied(Collection<UUID> vehicleIds) {
    return database
        .sql(
            "select id, vehicle_id, fb_account_id, status from posting"
                + " where active and vehicle_id = any(:vehicles) order by id")
        .bind("vehicles", vehicleIds.toArray(UUID[]::new))
        .map(row -> occupied(new Columns(row)))
        .all();
  }

  @Override
  public Mono<Integer> countLive() {
    return database
        .sql("select cast(count(*) as integer) as live from posting where status = 'POSTED'")
        .map(row -> new Columns(row).number("live"))
        .one();
  }

  private static Occupied occupied(Columns row) {
    return new Occupied(
        row.uuid("id"),
        row.uuid("vehicle_id"),
        row.uuid("fb_account_id"),
        PostingStatus.valueOf(row.text("status")));
  }

  private static RemovalHold hold(Columns row) {
    return new RemovalHold(
        row.uuid("import_id"),
        new DealershipId(row.uuid("dealership_id")),
        List.of(Objects.requireNonNull(row.row().get("vehicle_ids", UUID[].class))),
        row.number("held"),
        row.number("live"),
        row.instant("created_at"));
  }
}
