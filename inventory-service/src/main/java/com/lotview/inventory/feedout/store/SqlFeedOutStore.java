package com.lotview.inventory.feedout.store;

import com.lotview.inventory.feedout.FeedOut;
import com.lotview.inventory.feedout.FeedOutStore;
import com.lotview.inventory.feedout.FeedSettings;
import com.lotview.inventory.feedout.format.FeedFormat;
import com.lotview.inventory.photo.Photo;
import com.lotview.inventory.photo.PhotoStore;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleStore;
import com.lotview.kit.rows.Columns;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link FeedOutStore} on PostgreSQL. */
@Repository
class SqlFeedOutStore implements FeedOutStore {
  private final DatabaseClient database;
  private final VehicleStore vehicles;
  private final PhotoStore photos;

  SqlFeedOutStore(DatabaseClient database, VehicleStore vehicles, PhotoStore photos) {
    this.database = database;
    this.vehicles = vehicles;
    this.photos = photos;
  }

  @Override
  public Mono<FeedOut> find() {
    return database.sql("select * from feed_out").map(row -> read(new Columns(row))).one();
  }

  private static FeedOut read(Columns row) {
    return new FeedOut(
        row.uuid("dealership_id"),
        row.get("secret_hash", ByteBuffer.class),
        row.get("photos_hash", ByteBuffer.class),
        new FeedSettings(row.findText("vehicle_page"), row.findText("store_code")),
        row.uuid("user_id"),
        row.instant("created_at"),
        row.instant("changed_at"),
        row.findInstant("meta_fetched_at"),
        row.findInstant("google_fetched_at"));
  }

  @Override
  public Mono<Void> put(FeedOut feeds) {
    return database
        .sql(
            """
            insert into feed_out (dealership_id, secret_hash, photos_hash, vehicle_page,
              store_code, user_id, created_at, changed_at)
            values (:dealership, :secret, :photos, :page, :code, :user, :created, :changed)
            on conflict (dealership_id) do update set secret_hash = excluded.secret_hash,
              photos_hash = excluded.photos_hash, vehicle_page = excluded.vehicle_page,
              store_code = excluded.store_code, user_id = excluded.user_id,
              created_at = excluded.created_at, changed_at = excluded.changed_at,
              meta_fetched_at = null, google_fetched_at = null
            """)
        .bind("dealership", feeds.dealershipId())
        .bind("secret", feeds.secretHash())
        .bind("photos", feeds.photosHash())
        .bind("page", Columns.orNull(feeds.settings().vehiclePage(), String.class))
        .bind("code", Columns.orNull(feeds.settings().storeCode(), String.class))
        .bind("user", feeds.userId())
        .bind("created", feeds.createdAt().atOffset(ZoneOffset.UTC))
        .bind("changed", feeds.changedAt().atOffset(ZoneOffset.UTC))
        .then();
  }

  @Override
  public Mono<Boolean> change(FeedSettings settings, Instant now) {
    return database
        .sql("update feed_out set vehicle_page = :page, store_code = :code, changed_at = :now")
        .bind("page", Columns.orNull(settings.vehiclePage(), String.class))
        .bind("code", Columns.orNull(settings.storeCode(), String.class))
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .fetch()
        .rowsUpdated()
        .map(rows -> rows > 0);
  }

  @Override
  public Mono<Boolean> remove() {
    return database.sql("delete from feed_out").fetch().rowsUpdated().map(rows -> rows > 0);
  }

  @Override
  public Mono<Void> fetched(FeedFormat format, Instant now) {
    String column =
        switch (format) {
          case META -> "meta_fetched_at";
          case GOOGLE -> "google_fetched_at";
        };
    return database
        .sql("update feed_out set " + column + " = :now")
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .then();
  }

  @Override
  public Mono<StockState> state() {
    return database
        .sql(
            """
            select count(*) as vehicles, coalesce(sum(version), 0)::bigint as versions,
              max(updated_at) as changed_at
            from vehicle
            """)
        .map(row -> {
          Columns columns = new Columns(row);
          return new StockState(
              columns.big("vehicles"), columns.big("versions"), columns.findInstant("changed_at"));
        })
        .one();
  }

  @Override
  public Flux<Offered> offered(@Nullable UUID after, int limit) {
    return vehicles
        .active(after, limit)
        .collectList()
        .flatMapMany(found ->
            photos
                .shown(found.stream().map(Vehicle::id).toList())
                .flatMapIterable(shown ->
                    found.stream()
                        .map(vehicle ->
                            new Offered(vehicle, shown.getOrDefault(vehicle.id(), List.of())))
                        .toList()));
  }

  @Override
  public Mono<Photo> photo(UUID id) {
    return photos.ofActive(id);
  }
}
