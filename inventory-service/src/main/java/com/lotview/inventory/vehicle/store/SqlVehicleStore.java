package com.lotview.inventory.vehicle.store;

import com.lotview.contracts.ErrorCode;
import com.lotview.inventory.meaning.Meaning;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleFacts;
import com.lotview.inventory.vehicle.VehicleStore;
import com.lotview.inventory.vehicle.query.VehicleQuery;
import com.lotview.inventory.vehicle.query.VehicleQuery.Part;
import com.lotview.inventory.vehicle.query.VehicleQuery.Position;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.rows.Columns;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link VehicleStore} on PostgreSQL. The column of a field is its name in snake case. */
@Repository
class SqlVehicleStore implements VehicleStore {
  private static final String COLUMNS =
      VehicleFacts.FIELDS.stream().map(SqlVehicleStore::column).collect(Collectors.joining(", "));
  private static final String INSERT =
      "insert into vehicle (id, dealership_id, status, version, created_at, updated_at, "
          + COLUMNS
          + ") values (:id, :dealership, :status, :version, :created, :updated, "
          + VehicleFacts.FIELDS.stream()
              .map(field -> ":" + field.name())
              .collect(Collectors.joining(", "))
          + ") on conflict (dealership_id, stock_number) do nothing";
  private static final String UPDATE =
      "update vehicle set status = :status, version = :version, updated_at = :updated, "
          + VehicleFacts.FIELDS.stream()
              .map(field -> column(field) + " = :" + field.name())
              .collect(Collectors.joining(", "))
          + " where id = :id";
  private static final String SELECT = "select * from vehicle ";

  private final DatabaseClient database;

  SqlVehicleStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Boolean> insert(Vehicle vehicle) {
    GenericExecuteSpec sql =
        database
            .sql(INSERT)
            .bind("dealership", vehicle.dealershipId())
            .bind("created", vehicle.createdAt().atOffset(ZoneOffset.UTC));
    return bindState(sql, vehicle).fetch().rowsUpdated().map(rows -> rows == 1);
  }

  @Override
  public Mono<Set<UUID>> insertAll(List<Vehicle> all) {
    return database
        .sql(NewVehicles.INSERT)
        .bind("rows", NewVehicles.json(all))
        .map(row -> new Columns(row).uuid("id"))
        .all()
        .collect(Collectors.toSet());
  }

  @Override
  public Mono<Void> update(Vehicle vehicle) {
    return bindState(database.sql(UPDATE), vehicle)
        .fetch()
        .rowsUpdated()
        .onErrorMap(
            DuplicateKeyException.class,
            e ->
                new RefusalException(
                    ErrorCode.VEHICLE_ALREADY_EXISTS,
                    "A vehicle with stock number " + vehicle.facts().stockNumber() + " exists"))
        .then();
  }

  @Override
  public Mono<Vehicle> find(UUID id) {
    return database.sql(SELECT + "where id = :id").bind("id", id).map(VehicleRow::read).one();
  }

  @Override
  public Mono<Vehicle> lock(UUID id) {
    return database
        .sql(SELECT + "where id = :id for update")
        .bind("id", id)
        .map(VehicleRow::read)
        .one();
  }

  @Override
  public Flux<Vehicle> lockAny(Collection<String> stockNumbers, Collection<String> vins) {
    // Ordered, so that two of these cannot wait for each other.
    return database
        .sql(
            SELECT
                + "where stock_number = any(:numbers) or vin = any(:vins) order by id for update")
        .bind("numbers", stockNumbers.toArray(String[]::new))
        .bind("vins", vins.toArray(String[]::new))
        .map(VehicleRow::read)
        .all();
  }

  @Override
  public Flux<Vehicle> lockOthersOnLot(
      Collection<UUID> ids,
      Collection<String> stockNumbers,
      Collection<String> vins,
      Instant before) {
    return database
        .sql(
            SELECT
                + """
                where status in ('ACTIVE', 'PENDING') and created_at < :before
                  and id <> all(:ids) and stock_number <> all(:numbers)
                  and (vin is null or vin <> all(:vins))
                order by id for update
                """)
        .bind("before", before.atOffset(ZoneOffset.UTC))
        .bind("ids", ids.toArray(UUID[]::new))
        .bind("numbers", stockNumbers.toArray(String[]::new))
        .bind("vins", vins.toArray(String[]::new))
        .map(VehicleRow::read)
        .all();
  }

  @Override
  public Flux<Vehicle> active(@Nullable UUID after, int limit) {
    return database
        .sql(
            SELECT
                + """
                where status = 'ACTIVE' and (:after::uuid is null or id > :after)
                order by id limit :limit
                """)
        .bind("after", Columns.orNull(after, UUID.class))
        .bind("limit", limit)
        .map(VehicleRow::read)
        .all();
  }

  @Override
  public Mono<Page> page(VehicleQuery query) {
    VehicleConditions conditions = VehicleConditions.of(query);
    return rows(query, conditions)
        .map(SqlVehicleStore::placed)
        .all()
        .collectList()
        .flatMap(found -> total(conditions).map(total -> page(found, query.part().limit(), total)));
  }

  private GenericExecuteSpec rows(VehicleQuery query, VehicleConditions conditions) {
    VehicleOrder order = VehicleOrder.of(query.sort());
    Part part = query.part();
    Position after = part.after();
    String sql =
        "select v.*, "
            + order.selected()
            + " from vehicle v"
            + conditions.where()
            + (after == null ? "" : " and " + order.behind())
            + order.orderBy()
            + " limit :limit offset :offset";
    // One more row shows whether anything follows.
    GenericExecuteSpec rows =
        conditions
            .bind(database.sql(sql))
            .bind("limit", part.limit() + 1)
            .bind("offset", part.offset());
    return after == null ? rows : rows.bind("value", after.value()).bind("id", after.id());
  }

  private Mono<Long> total(VehicleConditions conditions) {
    return conditions
        .bind(database.sql("select count(*) as total from vehicle v" + conditions.where()))
        .map(row -> new Columns(row).big("total"))
        .one();
  }

  private record Placed(Vehicle vehicle, Position position) {}

  private static Placed placed(Readable row) {
    Vehicle vehicle = VehicleRow.read(row);
    return new Placed(vehicle, new Position(new Columns(row).text("sort_value"), vehicle.id()));
  }

  private static Page page(List<Placed> found, int limit, long total) {
    boolean more = found.size() > limit;
    List<Placed> shown = more ? found.subList(0, limit) : found;
    return new Page(
        shown.stream().map(Placed::vehicle).toList(),
        total,
        more ? shown.getLast().position() : null);
  }

  @Override
  public Flux<UUID> ids(VehicleQuery query) {
    VehicleConditions conditions = VehicleConditions.of(query);
    String sql =
        "select v.id from vehicle v"
            + conditions.where()
            + VehicleOrder.of(query.sort()).orderBy()
            + " limit :limit";
    return conditions
        .bind(database.sql(sql))
        .bind("limit", query.part().limit())
        .map(row -> new Columns(row).uuid("id"))
        .all();
  }

  @Override
  public Flux<OnLot> onLot(LocalDate before, int most) {
    return database
        .sql(
            """
            select id, lot_date from vehicle
             where status in ('ACTIVE', 'PENDING') and coalesce(lot_date, created_at::date) < :before
             order by lot_date nulls last, id limit :most
            """)
        .bind("before", before)
        .bind("most", most)
        .map(row -> {
          Columns columns = new Columns(row);
          return new OnLot(columns.uuid("id"), columns.find("lot_date", LocalDate.class));
        })
        .all();
  }

  private static GenericExecuteSpec bindState(GenericExecuteSpec sql, Vehicle vehicle) {
    GenericExecuteSpec bound =
        sql.bind("id", vehicle.id())
            .bind("status", vehicle.status().name())
            .bind("version", vehicle.version())
            .bind("updated", vehicle.updatedAt().atOffset(ZoneOffset.UTC));
    for (VehicleFacts.Field field : VehicleFacts.FIELDS) {
      Object value = field.value().apply(vehicle.facts());
      bound = bindField(bound, field, value);
    }
    return bound;
  }

  private static GenericExecuteSpec bindField(
      GenericExecuteSpec sql, VehicleFacts.Field field, @Nullable Object value) {
    return switch (value) {
      case null -> sql.bindNull(field.name(), field.type());
      case Meaning meaning -> sql.bind(field.name(), Json.of(MeaningColumn.write(meaning)));
      case List<?> list ->
          sql.bind(field.name(), list.stream().map(String::valueOf).toArray(String[]::new));
      default -> sql.bind(field.name(), value);
    };
  }

  static String column(VehicleFacts.Field field) {
    StringBuilder column = new StringBuilder();
    for (char c : field.name().toCharArray()) {
      if (Character.isUpperCase(c)) {
        column.append('_');
      }
      column.append(Character.toLowerCase(c));
    }
    return column.toString();
  }
}
