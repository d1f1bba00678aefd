package com.lotview.inventory.photo.fetch.store;

import com.lotview.inventory.photo.fetch.AddressStore;
import com.lotview.inventory.photo.fetch.PhotoAddress;
import com.lotview.inventory.photo.fetch.PhotoAddress.State;
import com.lotview.inventory.photo.fetch.PhotoAddress.Version;
import com.lotview.kit.rows.Columns;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link AddressStore} on PostgreSQL. */
@Repository
class SqlAddressStore implements AddressStore {
  private final DatabaseClient database;

  SqlAddressStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<PhotoAddress> of(UUID vehicleId) {
    return database
        .sql("select * from photo_address where vehicle_id = :vehicle order by position")
        .bind("vehicle", vehicleId)
        .map(row -> read(new Columns(row)))
        .all();
  }

  @Override
  public Mono<Void> replace(UUID vehicleId, List<PhotoAddress> addresses) {
    return database
        .sql("delete from photo_address where vehicle_id = :vehicle")
        .bind("vehicle", vehicleId)
        .then()
        .then(Mono.defer(() -> insert(addresses)));
  }

  // One statement for all: a stock of 5,000 has 100,000 addresses.
  private Mono<Void> insert(List<PhotoAddress> addresses) {
    return database
        .sql(
            """
            insert into photo_address (dealership_id, vehicle_id, position, url, host, state,
              attempts, next_at, etag, last_modified, image_id, reason)
            select * from unnest(:dealerships::uuid[], :vehicles::uuid[], :positions::integer[],
              :urls::text[], :hosts::text[], :states::text[], :attempts::integer[],
              :nexts::timestamptz[], :etags::text[], :modifieds::text[], :images::uuid[],
              :reasons::text[])
            """)
        .bind("dealerships", all(addresses, PhotoAddress::dealershipId, UUID[]::new))
        .bind("vehicles", all(addresses, PhotoAddress::vehicleId, UUID[]::new))
        .bind("positions", all(addresses, PhotoAddress::position, Integer[]::new))
        .bind("urls", all(addresses, one -> one.url().toString(), String[]::new))
        .bind("hosts", all(addresses, one -> one.url().getHost(), String[]::new))
        .bind("states", all(addresses, one -> one.state().name(), String[]::new))
        .bind("attempts", all(addresses, PhotoAddress::attempts, Integer[]::new))
        .bind("nexts", all(addresses, one -> text(one.nextAt()), String[]::new))
        .bind("etags", all(addresses, one -> one.known().etag(), String[]::new))
        .bind("modifieds", all(addresses, one -> one.known().lastModified(), String[]::new))
        .bind("images", all(addresses, PhotoAddress::imageId, UUID[]::new))
        .bind("reasons", all(addresses, PhotoAddress::reason, String[]::new))
        .then();
  }

  private static <T> T[] all(
      List<PhotoAddress> addresses,
      Function<PhotoAddress, @Nullable T> part,
      IntFunction<T[]> array) {
    return addresses.stream().map(part).toArray(array);
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  // At most two per host: more at once would look like an attack on it. Rows that another process
  // takes at the same time are no longer due when this statement reaches them.
  @Override
  public Flux<PhotoAddress> takeDue(Instant now, Instant again, int count) {
    return database
        .sql(
            """
            update photo_address set attempts = attempts + 1, next_at = :again
            where next_at <= :now and (dealership_id, vehicle_id, position) in (
              select dealership_id, vehicle_id, position from (
                select due.*, row_number() over (partition by host order by next_at, position) as n
                from (select * from photo_address where next_at <= :now
                      order by next_at, vehicle_id, position limit 2000) due
              ) numbered where n <= 2 order by next_at, vehicle_id, position limit :count)
            returning *
            """)
        .bind("now", now)
        .bind("again", again)
        .bind("count", count)
        .map(row -> read(new Columns(row)))
        .all();
  }

  @Override
  public Mono<Void> update(PhotoAddress address) {
    GenericExecuteSpec sql =
        database.sql(
            """
            update photo_address set state = :state, attempts = :attempts, next_at = :next,
              etag = :etag, last_modified = :modified, image_id = :image, reason = :reason
            where vehicle_id = :vehicle and position = :position and url = :url
            """);
    return bindState(sql, address).then();
  }

  private static GenericExecuteSpec bindState(GenericExecuteSpec sql, PhotoAddress address) {
    Version known = address.known();
    return sql.bind("vehicle", address.vehicleId())
        .bind("position", address.position())
        .bind("url", address.url().toString())
        .bind("state", address.state().name())
        .bind("attempts", address.attempts())
        .bind("next", Columns.orNull(address.nextAt(), Instant.class))
        .bind("etag", Columns.orNull(known.etag(), String.class))
        .bind("modified", Columns.orNull(known.lastModified(), String.class))
        .bind("image", Columns.orNull(address.imageId(), UUID.class))
        .bind("reason", Columns.orNull(address.reason(), String.class));
  }

  private static PhotoAddress read(Columns row) {
    return new PhotoAddress(
        row.uuid("dealership_id"),
        row.uuid("vehicle_id"),
        row.number("position"),
        URI.create(row.text("url")),
        State.valueOf(row.text("state")),
        row.number("attempts"),
        row.findInstant("next_at"),
        new Version(row.findText("etag"), row.findText("last_modified")),
        row.findUuid("image_id"),
        row.findText("reason"));
  }
}
