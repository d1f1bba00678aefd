package com.lotview.inventory.imports.store;

import com.lotview.inventory.imports.ImportJob;
import com.lotview.inventory.imports.file.Cells;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.kit.rows.Columns;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The vehicles of a dealership as imports see them, and those that imports took off the lot. */
final class SqlImportedStock {
  private final DatabaseClient database;

  SqlImportedStock(DatabaseClient database) {
    this.database = database;
  }

  // Capitals are compared here; what else may differ occurs only in numbers that are not ASCII.
  Mono<List<String>> spellings(List<String> numbers) {
    Set<String> keys = numbers.stream().map(Cells::key).collect(Collectors.toSet());
    return database
        .sql(
            """
            select stock_number from vehicle where stock_key = any(:keys)
            union
            select stock_number from vehicle where stock_odd
            """)
        .bind("keys", keys.toArray(String[]::new))
        .map(row -> new Columns(row).text("stock_number"))
        .all()
        .filter(stored -> keys.contains(Cells.key(stored)))
        .concatWithValues(numbers.toArray(String[]::new))
        .distinct()
        .collectList();
  }

  Mono<Void> addVanished(ImportJob job, List<Vehicle> archived) {
    return database
        .sql(
            """
            insert into vanished_vehicle (dealership_id, vehicle_id, import_id, version)
            select dealership_id, id, :import, version from vehicle where id = any(:vehicles)
            on conflict (dealership_id, vehicle_id) do update
              set import_id = excluded.import_id, version = excluded.version
            """)
        .bind("import", job.id())
        .bind("vehicles", archived.stream().map(Vehicle::id).toArray(UUID[]::new))
        .then();
  }

  Mono<Set<UUID>> vanishedOf(Collection<UUID> vehicleIds) {
    return database
        .sql(
            """
            select x.vehicle_id from vanished_vehicle x
              join vehicle v on v.id = x.vehicle_id and v.version = x.version
            where x.vehicle_id = any(:vehicles)
            """)
        .bind("vehicles", vehicleIds.toArray(UUID[]::new))
        .map(row -> new Columns(row).uuid("vehicle_id"))
        .all()
        .collect(Collectors.toSet());
  }

  Mono<Integer> onLot(Instant before) {
    return database
        .sql(
            """
            select cast(count(*) as integer) as n from vehicle
            where status in ('ACTIVE', 'PENDING') and created_at < :before
            """)
        .bind("before", before.atOffset(ZoneOffset.UTC))
        .map(row -> new Columns(row).number("n"))
        .one();
  }
}
