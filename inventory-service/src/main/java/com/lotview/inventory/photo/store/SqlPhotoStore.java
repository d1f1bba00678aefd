package com.lotview.inventory.photo.store;

import com.lotview.inventory.photo.Photo;
import com.lotview.inventory.photo.PhotoFile;
import com.lotview.inventory.photo.PhotoStore;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        .map(SqlPhotoStore::read)
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
        .map(row -> new Counted(read(row), required(row.get("photos", Long.class)).intValue()))
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
        .map(SqlPhotoStore::read)
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
        .map(row -> required(row.get("object_key", String.class)))
        .all()
        .collect(Collectors.toSet());
  }

  private static Photo read(Readable row) {
    return new Photo(
        required(row.get("id", UUID.class)),
        required(row.get("dealership_id", UUID.class)),
        required(row.get("vehicle_id", UUID.class)),
        required(row.get("object_key", String.class)),
        new PhotoFile(
            required(row.get("content_type", String.class)),
            required(row.get("sha256", String.class)),
            number(row, "bytes"),
            number(row, "width"),
            number(row, "height")),
        number(row, "sort_order"),
        required(row.get("is_primary", Boolean.class)),
        required(row.get("created_at", OffsetDateTime.class)).toInstant());
  }

  private static int number(Readable row, String column) {
    return required(row.get(column, Integer.class));
  }

  private static <T> T required(@Nullable T value) {
    return Objects.requireNonNull(value);
  }
}
