package com.lotview.inventory.photo.store;

import com.lotview.inventory.photo.Photo;
import com.lotview.inventory.photo.PhotoFile;
import com.lotview.inventory.photo.PhotoStore;
import com.lotview.kit.rows.Columns;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link PhotoStore} on PostgreSQL. */
@Repository
class SqlPhotoStore implements PhotoStore {
  private final DatabaseClient database;

  SqlPhotoStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<Photo> of(UUID vehicleId) {
    return database
        .sql("select * from vehicle_image where vehicle_id = :vehicle order by sort_order, id")
        .bind("vehicle", vehicleId)
        .map(row -> read(new Columns(row)))
        .all();
  }

  @Override
  public Mono<Map<UUID, Counted>> primaryOf(Collection<UUID> vehicleIds) {
    return database
        .sql(
            """
            select * from (
              select i.*, count(*) over (partition by vehicle_id) as photos
              from vehicle_image i where vehicle_id = any(:vehicles)
            ) counted where is_primary
            """)
        .bind("vehicles", vehicleIds.toArray(UUID[]::new))
        .map(row -> {
          Columns columns = new Columns(row);
          return new Counted(read(columns), (int) columns.big("photos"));
        })
        .all()
        .collectMap(counted -> counted.photo().vehicleId());
  }

  @Override
  public Mono<Boolean> insert(Photo photo) {
    PhotoFile file = photo.file();
    return database
        .sql(
            """
            insert into vehicle_image (id, dealership_id, vehicle_id, object_key, content_type,
              sha256, bytes, width, height, sort_order, is_primary, created_at)
            values (:id, :dealership, :vehicle, :key, :type,
              :sha256, :bytes, :width, :height, :sort, :primary, :created)
            on conflict (dealership_id, vehicle_id, sha256) do nothing
            """)
        .bind("id", photo.id())
        .bind("dealership", photo.dealershipId())
        .bind("vehicle", photo.vehicleId())
        .bind("key", photo.key())
        .bind("type", file.contentType())
        .bind("sha256", file.sha256())
        .bind("bytes", file.bytes())
        .bind("width", file.width())
        .bind("height", file.height())
        .bind("sort", photo.sortOrder())
        .bind("primary", photo.primary())
        .bind("created", photo.createdAt().atOffset(ZoneOffset.UTC))
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  @Override
  public Mono<Photo> delete(UUID vehicleId, UUID id) {
    return database
        .sql("delete from vehicle_image where vehicle_id = :vehicle and id = :id returning *")
        .bind("vehicle", vehicleId)
        .bind("id", id)
        .map(row -> read(new Columns(row)))
        .one();
  }

  @Override
  public Mono<Void> promoteFirst(UUID vehicleId) {
    return database
        .sql(
            """
            update vehicle_image set is_primary = true
            where id = (select id from vehicle_image where vehicle_id = :vehicle
                        order by sort_order, id limit 1)
              and not exists (select from vehicle_image where vehicle_id = :vehicle and is_primary)
            """)
        .bind("vehicle", vehicleId)
        .then();
  }

  @Override
  public Mono<Set<String>> recorded(Collection<String> keys) {
    return database
        .sql("select object_key from vehicle_image where object_key = any(:keys)")
        .bind("keys", keys.toArray(String[]::new))
        .map(row -> new Columns(row).text("object_key"))
        .all()
        .collect(Collectors.toSet());
  }

  private static Photo read(Columns row) {
    return new Photo(
        row.uuid("id"),
        row.uuid("dealership_id"),
        row.uuid("vehicle_id"),
        row.text("object_key"),
        new PhotoFile(
            row.text("content_type"),
            row.text("sha256"),
            row.number("bytes"),
            row.number("width"),
            row.number("height")),
        row.number("sort_order"),
        row.flag("is_primary"),
        row.instant("created_at"));
  }
}
