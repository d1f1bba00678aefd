package com.lotview.inventory.vehicle.store;

import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.export.ExportRows;
import com.lotview.inventory.vehicle.query.VehicleQuery;
import com.lotview.inventory.vehicle.query.VehicleQuery.Position;
import com.lotview.kit.rows.Columns;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** {@link ExportRows} on PostgreSQL; counts nothing, and never skips rows that it has read. */
@Repository
class SqlExportRows implements ExportRows {
  private final DatabaseClient database;

  SqlExportRows(DatabaseClient database) {
    this.database = database;
  }

  private record Placed(Vehicle vehicle, Position position) {}

  @Override
  public Mono<Chunk> chunk(VehicleQuery query) {
    VehicleConditions conditions = VehicleConditions.of(query);
    VehicleOrder order = VehicleOrder.of(query.sort());
    Position after = query.part().after();
    String sql =
        "select v.*, "
            + order.selected()
            + " from vehicle v"
            + conditions.where()
            + (after == null ? "" : " and " + order.behind())
            + order.orderBy()
            + " limit :limit";
    int limit = query.part().limit();
    GenericExecuteSpec rows = conditions.bind(database.sql(sql)).bind("limit", limit);
    if (after != null) {
      rows = rows.bind("value", after.value()).bind("id", after.id());
    }
    return rows.map(
            row -> {
              Vehicle vehicle = VehicleRow.read(row);
              return new Placed(
                  vehicle, new Position(new Columns(row).text("sort_value"), vehicle.id()));
            })
        .all()
        .collectList()
        .flatMap(found -> photos(found).map(photos -> chunk(found, photos, limit)));
  }

  private static Chunk chunk(List<Placed> found, Map<UUID, List<String>> photos, int limit) {
    return new Chunk(
        found.stream()
            .map(one ->
                new Exported(one.vehicle(), photos.getOrDefault(one.vehicle().id(), List.of())))
            .toList(),
        found.size() < limit ? null : found.getLast().position());
  }

  private record Address(UUID vehicle, String url) {}

  // An address may contain a secret that gives access to it. Then none of the vehicle's addresses
  // is exported, because a partial list would replace the full list on import.
  private Mono<Map<UUID, List<String>>> photos(List<Placed> vehicles) {
    return database
        .sql(
            """
            select vehicle_id, url from photo_address a
            where vehicle_id = any(:vehicles) and not exists (
              select from photo_address s where s.dealership_id = a.dealership_id
                and s.vehicle_id = a.vehicle_id and s.url ~* :secret)
            order by vehicle_id, position
            """)
        .bind("vehicles", vehicles.stream().map(one -> one.vehicle().id()).toArray(UUID[]::new))
        .bind("secret", "^https?://[^/]*@|[?&](x-amz-|x-goog-|sig=|signature=|token=|key=|auth)")
        .map(row -> new Address(new Columns(row).uuid("vehicle_id"), new Columns(row).text("url")))
        .all()
        .collectMultimap(Address::vehicle, Address::url)
        .map(found ->
            found.entrySet().stream()
                .collect(
                    Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue()))));
  }
}
