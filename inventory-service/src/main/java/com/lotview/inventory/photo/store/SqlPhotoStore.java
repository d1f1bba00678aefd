package com.lotview.inventory.photo.store;

import com.lotview.inventory.photo.Photo;
import com.lotview.inventory.photo.PhotoFile;
import com.lotview.inventory.photo.PhotoFlag;
import com.lotview.inventory.photo.PhotoStore;
import com.lotview.inventory.photo.picture.Look;
import com.lotview.kit.rows.Columns;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
  private static final String FLAGGED = "(flag is not null and not chosen)";

  private final DatabaseClient database;

  SqlPhotoStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<Photo> of(UUID vehicleId) {
    return database
        .sql(
            "select * from vehicle_image where vehicle_id = :vehicle order by "
                + FLAGGED
                + ", sort_order, id")
        .bind("vehicle", vehicleId)
        .map(row -> read(new Columns(row)))
        .all();
  }

  @Override
  public Mono<Map<UUID, Counted>> primaryOf(Collection<UUID> vehicleIds) {
    return database
        .sql(
            """
            select i.*, counted.vehicle_id as of_vehicle, counted.photos
            from (select vehicle_id, count(*) as photos from vehicle_image
                  where vehicle_id = any(:vehicles) group by vehicle_id) counted
            left join vehicle_image i on i.vehicle_id = counted.vehicle_id and i.is_primary
            """)
        .bind("vehicles", vehicleIds.toArray(UUID[]::new))
        .map(row -> {
          Columns columns = new Columns(row);
          return Map.entry(columns.uuid("of_vehicle"), counted(columns));
        })
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private static Counted counted(Columns row) {
    Photo primary = row.findUuid("id") == null ? null : read(row);
    return new Counted(primary, (int) row.big("photos"));
  }

  @Override
  public Mono<Map<UUID, List<UUID>>> shown(Collection<UUID> vehicleIds) {
    return database
        .sql(
            "select vehicle_id, array_agg(id order by sort_order, id) as ids"
                + " from vehicle_image where vehicle_id = any(:vehicles) and not "
                + FLAGGED
                + " group by vehicle_id")
        .bind("vehicles", vehicleIds.toArray(UUID[]::new))
        .map(row -> {
          Columns columns = new Columns(row);
          return Map.entry(columns.uuid("vehicle_id"), List.of(columns.get("ids", UUID[].class)));
        })
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  @Override
  public Mono<Photo> ofActive(UUID id) {
    return database
        .sql(
            """
            select i.* from vehicle_image i join vehicle v on v.id = i.vehicle_id
            where i.id = :id and v.status = 'ACTIVE'
            """)
        .bind("id", id)
        .map(row -> read(new Columns(row)))
        .one();
  }

  @Override
  public Mono<Boolean> insert(Photo photo) {
    PhotoFile file = photo.file();
    Look look = photo.look();
    return database
        .sql(
            """
            insert into vehicle_image (id, dealership_id, vehicle_id, object_key, content_type,
              sha256, bytes, width, height, look_hash, look_color, look_grid,
              look_plain, sort_order, is_primary, flag, created_at)
            values (:id, :dealership, :vehicle, :key, :type,
              :sha256, :bytes, :width, :height, :hash, :color, :grid, :plain,
              :sort, :primary, :flag, :created)
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
        .bind("hash", Columns.orNull(look == null ? null : look.hash(), Long.class))
        .bind("color", Columns.orNull(look == null ? null : look.color(), Integer.class))
        .bind("grid", Columns.orNull(look == null ? null : look.grid(), String.class))
        .bind("plain", Columns.orNull(look == null ? null : look.plain(), Boolean.class))
        .bind("sort", photo.sortOrder())
        .bind("primary", photo.primary())
        .bind(
            "flag", Columns.orNull(photo.flag() == null ? null : photo.flag().name(), String.class))
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
  public Flux<Photo> alike(Photo photo, int limit) {
    Look look = photo.look();
    return look == null
        ? Flux.empty()
        : database
            .sql(
                """
                select distinct on (vehicle_id) * from vehicle_image
                where look_hash = :hash order by vehicle_id limit :limit
                """)
            .bind("hash", look.hash())
            .bind("limit", limit)
            .map(row -> read(new Columns(row)))
            .all();
  }

  // What another transaction holds is left to the next photo that is alike: waiting for it, while
  // it may wait for this one, would be a deadlock.
  @Override
  public Flux<UUID> flagRepeated(Collection<UUID> photoIds) {
    return database
        .sql(
            """
            update vehicle_image set flag = 'REPEATED' where id in (
              select id from vehicle_image where id = any(:photos) and flag is null
              for update skip locked)
            returning vehicle_id
            """)
        .bind("photos", photoIds.toArray(UUID[]::new))
        .map(row -> new Columns(row).uuid("vehicle_id"))
        .all();
  }

  @Override
  public Mono<Void> settlePrimary(Collection<UUID> vehicleIds) {
    String first =
        "(select distinct on (vehicle_id) id from vehicle_image where vehicle_id = any(:vehicles)"
            + " and not "
            + FLAGGED
            + " order by vehicle_id, sort_order, id)";
    return onAll(
            vehicleIds,
            "update vehicle_image set is_primary = false"
                + " where vehicle_id = any(:vehicles) and is_primary and id not in "
                + first)
        .then(
            onAll(
                vehicleIds,
                "update vehicle_image set is_primary = true where not is_primary and id in "
                    + first));
  }

  private Mono<Void> onAll(Collection<UUID> vehicleIds, String sql) {
    return database.sql(sql).bind("vehicles", vehicleIds.toArray(UUID[]::new)).then();
  }

  @Override
  public Mono<Void> arrange(UUID vehicleId, List<UUID> order) {
    return database
        .sql(
            """
            update vehicle_image set sort_order = array_position(:order, id) - 1
            where vehicle_id = :vehicle
            """)
        .bind("vehicle", vehicleId)
        .bind("order", order.toArray(UUID[]::new))
        .then();
  }

  @Override
  public Mono<Void> choose(UUID vehicleId) {
    return database
        .sql("update vehicle_image set chosen = true where vehicle_id = :vehicle")
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
        look(row),
        row.number("sort_order"),
        row.flag("is_primary"),
        flag(row),
        row.instant("created_at"));
  }

  private static @Nullable Look look(Columns row) {
    String grid = row.findText("look_grid");
    return grid == null
        ? null
        : new Look(row.big("look_hash"), row.number("look_color"), grid, row.flag("look_plain"));
  }

  private static @Nullable PhotoFlag flag(Columns row) {
    String flag = row.findText("flag");
    return flag == null || row.flag("chosen") ? null : PhotoFlag.valueOf(flag);
  }
}
