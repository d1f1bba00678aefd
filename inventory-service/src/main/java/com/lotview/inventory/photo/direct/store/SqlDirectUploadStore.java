package com.lotview.inventory.photo.direct.store;

import com.lotview.inventory.photo.direct.DirectUpload;
import com.lotview.inventory.photo.direct.DirectUploadStore;
import com.lotview.kit.rows.Columns;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link DirectUploadStore} on PostgreSQL. */
@Repository
class SqlDirectUploadStore implements DirectUploadStore {
  private final DatabaseClient database;

  SqlDirectUploadStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> add(DirectUpload upload) {
    return database
        .sql(
            """
            insert into photo_upload (id, dealership_id, vehicle_id, expires_at, confirmed)
            values (:id, :dealership, :vehicle, :expires, false)
            """)
        .bind("id", upload.id())
        .bind("dealership", upload.dealershipId())
        .bind("vehicle", upload.vehicleId())
        .bind("expires", upload.expiresAt())
        .then();
  }

  @Override
  public Mono<Integer> open(UUID vehicleId, Instant now) {
    return database
        .sql(
            """
            select count(*) as uploads from photo_upload
            where vehicle_id = :vehicle and not confirmed and expires_at > :now
            """)
        .bind("vehicle", vehicleId)
        .bind("now", now)
        .map(row -> (int) new Columns(row).big("uploads"))
        .one();
  }

  @Override
  public Mono<DirectUpload> find(UUID vehicleId, UUID id) {
    return database
        .sql("select * from photo_upload where vehicle_id = :vehicle and id = :id")
        .bind("vehicle", vehicleId)
        .bind("id", id)
        .map(row -> read(new Columns(row)))
        .one();
  }

  @Override
  public Mono<Void> confirm(UUID id) {
    return database
        .sql("update photo_upload set confirmed = true where id = :id")
        .bind("id", id)
        .then();
  }

  @Override
  public Flux<DirectUpload> expired(Instant before, int count) {
    return database
        .sql(
            "select * from photo_upload where expires_at < :before order by expires_at limit :count")
        .bind("before", before)
        .bind("count", count)
        .map(row -> read(new Columns(row)))
        .all();
  }

  @Override
  public Mono<Void> remove(UUID id) {
    return database.sql("delete from photo_upload where id = :id").bind("id", id).then();
  }

  private static DirectUpload read(Columns row) {
    return new DirectUpload(
        row.uuid("id"),
        row.uuid("dealership_id"),
        row.uuid("vehicle_id"),
        row.instant("expires_at"),
        row.flag("confirmed"));
  }
}
