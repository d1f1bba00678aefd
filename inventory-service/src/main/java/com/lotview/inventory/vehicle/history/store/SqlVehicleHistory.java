package com.lotview.inventory.vehicle.history.store;

import com.lotview.inventory.vehicle.history.ChangedBy;
import com.lotview.inventory.vehicle.history.FieldChange;
import com.lotview.inventory.vehicle.history.VehicleChange;
import com.lotview.inventory.vehicle.history.VehicleHistory;
import com.lotview.kit.rows.Columns;
import io.r2dbc.postgresql.codec.Json;
import java.lang.reflect.Array;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@link VehicleHistory} on PostgreSQL, whose role may add rows and read them, nothing else. */
@Repository
class SqlVehicleHistory implements VehicleHistory {
  private static final JsonMapper JSON = JsonMapper.shared();
  // Looked into as text, so that a field is never compared with a part of a value.
  private static final String TOUCHES =
      " and exists (select from jsonb_array_elements(changes) c where c ->> 'field' ";

  private final DatabaseClient database;

  SqlVehicleHistory(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> append(VehicleChange change) {
    VehicleChange.Price price = change.price();
    return database
        .sql(
            """
            insert into vehicle_change (dealership_id, vehicle_id, id, version, at, actor, actor_id,
              why, changes, price_from, price_to)
            values (:dealership, :vehicle, :id, :version, :at, :actor, :actorId, :why, :changes,
              :priceFrom, :priceTo)
            """)
        .bind("dealership", change.dealershipId())
        .bind("vehicle", change.vehicleId())
        .bind("id", change.id())
        .bind("version", change.version())
        .bind("at", change.at().atOffset(ZoneOffset.UTC))
        .bind("actor", change.by().kind().name())
        .bind("actorId", Columns.orNull(change.by().id(), UUID.class))
        .bind("why", Columns.orNull(change.by().why(), String.class))
        .bind("changes", Json.of(JSON.writeValueAsString(change.changes())))
        .bind("priceFrom", Columns.orNull(price == null ? null : price.from(), Long.class))
        .bind("priceTo", Columns.orNull(price == null ? null : price.to(), Long.class))
        .then();
  }

  @Override
  public Mono<Void> appendFirst(List<VehicleChange> firsts) {
    return database
        .sql(
            """
            insert into vehicle_change
              (dealership_id, vehicle_id, id, version, at, actor, actor_id, why, changes)
            select dealership, vehicle, id, version, at, actor, actor_id, why, changes::jsonb
            from unnest(:dealerships, :vehicles, :ids, :versions, :ats, :actors, :actorIds, :whys,
                :changes)
              as one (dealership, vehicle, id, version, at, actor, actor_id, why, changes)
            """)
        .bind("dealerships", each(firsts, UUID.class, VehicleChange::dealershipId))
        .bind("vehicles", each(firsts, UUID.class, VehicleChange::vehicleId))
        .bind("ids", each(firsts, UUID.class, VehicleChange::id))
        .bind("versions", each(firsts, Long.class, VehicleChange::version))
        .bind(
            "ats", each(firsts, OffsetDateTime.class, first -> first.at().atOffset(ZoneOffset.UTC)))
        .bind("actors", each(firsts, String.class, first -> first.by().kind().name()))
        .bind("actorIds", each(firsts, UUID.class, first -> first.by().id()))
        .bind("whys", each(firsts, String.class, first -> first.by().why()))
        .bind(
            "changes",
            each(firsts, String.class, first -> JSON.writeValueAsString(first.changes())))
        .then();
  }

  @SuppressWarnings("unchecked") // an array of that type
  private static <T> @Nullable T[] each(
      List<VehicleChange> firsts, Class<T> type, Function<VehicleChange, @Nullable T> part) {
    @Nullable T[] parts = (@Nullable T[]) Array.newInstance(type, firsts.size());
    for (int i = 0; i < parts.length; i++) {
      parts[i] = part.apply(firsts.get(i));
    }
    return parts;
  }

  @Override
  public Flux<VehicleChange> of(UUID vehicleId, Wanted wanted) {
    GenericExecuteSpec rows =
        database.sql(select(wanted)).bind("vehicle", vehicleId).bind("limit", wanted.limit());
    if (!wanted.internal()) {
      rows = rows.bind("internal", FieldChange.INTERNAL.toArray(String[]::new));
    }
    if (wanted.field() != null) {
      rows = rows.bind("field", wanted.field());
    }
    if (wanted.before() != null) {
      rows = rows.bind("before", wanted.before());
    }
    return rows.map(row -> read(new Columns(row), wanted.internal())).all();
  }

  private static String select(Wanted wanted) {
    return "select * from vehicle_change where vehicle_id = :vehicle"
        + (wanted.internal() ? "" : TOUCHES + "<> all(:internal))")
        + (wanted.field() == null ? "" : TOUCHES + "= :field)")
        + (wanted.before() == null ? "" : " and id < :before")
        + " order by id desc limit :limit";
  }

  private static VehicleChange read(Columns row, boolean internal) {
    List<FieldChange> changes = List.of(JSON.readValue(row.text("changes"), FieldChange[].class));
    Long from = row.findBig("price_from");
    Long to = row.findBig("price_to");
    return new VehicleChange(
        row.uuid("id"),
        row.uuid("dealership_id"),
        row.uuid("vehicle_id"),
        row.big("version"),
        row.instant("at"),
        new ChangedBy(
            ChangedBy.Kind.valueOf(row.text("actor")),
            row.findUuid("actor_id"),
            row.findText("why")),
        internal
            ? changes
            : changes.stream()
                .filter(change -> !FieldChange.INTERNAL.contains(change.field()))
                .toList(),
        from == null || to == null ? null : new VehicleChange.Price(from, to));
  }

  @Override
  public Mono<Map<UUID, PriceChange>> latestPrices(Collection<UUID> vehicleIds) {
    return database
        .sql(
            """
            select distinct on (vehicle_id) vehicle_id, price_from, price_to, at
            from vehicle_change
            where vehicle_id = any(:vehicles) and price_from is not null
            order by vehicle_id, id desc
            """)
        .bind("vehicles", vehicleIds.toArray(UUID[]::new))
        .map(row -> {
          Columns columns = new Columns(row);
          return new PriceChange(
              columns.uuid("vehicle_id"),
              columns.big("price_from"),
              columns.big("price_to"),
              columns.instant("at"));
        })
        .all()
        .collectMap(PriceChange::vehicleId);
  }
}
