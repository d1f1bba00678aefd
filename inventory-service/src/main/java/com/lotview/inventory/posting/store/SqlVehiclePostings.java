package com.lotview.inventory.posting.store;

import com.lotview.inventory.posting.VehiclePosting;
import com.lotview.inventory.posting.VehiclePostings;
import com.lotview.kit.rows.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class SqlVehiclePostings implements VehiclePostings {
  private final DatabaseClient database;

  SqlVehiclePostings(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Boolean> keep(UUID dealershipId, VehiclePosting posting) {
    // Ids rise with time: the greater one belongs to the later posting.
    return database
        .sql(
            """
            insert into vehicle_posting as known (dealership_id, vehicle_id, posting_id, status,
              fb_listing_url, scheduled_for, at)
            values (:dealership, :vehicle, :posting, :status, :url, :scheduled, :at)
            on conflict (dealership_id, vehicle_id) do update set posting_id = excluded.posting_id,
              status = excluded.status, fb_listing_url = excluded.fb_listing_url,
              scheduled_for = excluded.scheduled_for, at = excluded.at
            where (known.posting_id, known.at) <= (excluded.posting_id, excluded.at)
            """)
        .bind("dealership", dealershipId)
        .bind("vehicle", posting.vehicleId())
        .bind("posting", posting.postingId())
        .bind("status", posting.status())
        .bind("url", Columns.orNull(posting.fbListingUrl(), String.class))
        .bind("scheduled", Columns.orNull(posting.scheduledFor(), Instant.class))
        .bind("at", posting.at())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows > 0);
  }

  @Override
  public Mono<Map<UUID, VehiclePosting>> of(Collection<UUID> vehicleIds) {
    return database
        .sql("select * from vehicle_posting where vehicle_id = any(:vehicles)")
        .bind("vehicles", vehicleIds.toArray(UUID[]::new))
        .map(row -> read(new Columns(row)))
        .all()
        .collectMap(VehiclePosting::vehicleId);
  }

  private static VehiclePosting read(Columns row) {
    return new VehiclePosting(
        row.uuid("vehicle_id"),
        row.uuid("posting_id"),
        row.text("status"),
        row.findText("fb_listing_url"),
        row.findInstant("scheduled_for"),
        row.instant("at"));
  }
}
