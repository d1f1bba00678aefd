package com.lotview.posting.change.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.change.VehicleStatuses;
import com.lotview.posting.id.DealershipId;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcVehicleStatuses implements VehicleStatuses {
  private static final String ON_LOT = "status in ('ACTIVE', 'PENDING')";

  private final DatabaseClient database;

  R2dbcVehicleStatuses(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> note(DealershipId dealership, UUID vehicleId, String status, Instant at) {
    return database
        .sql(
            """
            insert into heard_vehicle as known (dealership_id, vehicle_id, status, at)
            values (:dealership, :vehicle, :status, :at)
            on conflict (dealership_id, vehicle_id) do update
              set status = excluded.status, at = excluded.at
              where known.at <= excluded.at
            """)
        .bind("dealership", dealership.value())
        .bind("vehicle", vehicleId)
        .bind("status", status)
        .bind("at", at)
        .then();
  }

  @Override
  public Mono<Void> noteMissing(DealershipId dealership, Collection<UUID> vehicleIds, Instant at) {
    return database
        .sql(
            """
            insert into heard_vehicle as known (dealership_id, vehicle_id, status, at)
            select :dealership, vehicle, 'ARCHIVED', :at
            from unnest(cast(:vehicles as uuid[])) as missing (vehicle) order by vehicle
            on conflict (dealership_id, vehicle_id) do update
              set status = excluded.status, at = excluded.at
              where known.at <= excluded.at
            """)
        .bind("dealership", dealership.value())
        .bind("vehicles", vehicleIds.stream().map(UUID::toString).toArray(String[]::new))
        .bind("at", at)
        .then();
  }

  @Override
  public Mono<Boolean> isOnLot(UUID vehicleId) {
    return database
        .sql("select 1 as known from heard_vehicle where vehicle_id = :vehicle and " + ON_LOT)
        .bind("vehicle", vehicleId)
        .fetch()
        .first()
        .hasElement();
  }

  @Override
  public Mono<Set<UUID>> onLotSince(Collection<UUID> vehicleIds, Instant since) {
    return database
        .sql(
            "select vehicle_id from heard_vehicle"
                + " where vehicle_id = any(:vehicles) and at > :since and "
                + ON_LOT)
        .bind("vehicles", vehicleIds.toArray(UUID[]::new))
        .bind("since", since)
        .map(row -> new Columns(row).uuid("vehicle_id"))
        .all()
        .collect(Collectors.toSet());
  }
}
