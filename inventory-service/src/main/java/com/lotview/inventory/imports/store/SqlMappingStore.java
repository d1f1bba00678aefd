package com.lotview.inventory.imports.store;

import com.lotview.inventory.imports.MappingStore;
import com.lotview.inventory.imports.row.Learned;
import com.lotview.kit.rows.Columns;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link MappingStore} on PostgreSQL. */
@Repository
class SqlMappingStore implements MappingStore {
  private final DatabaseClient database;
  private final Clock clock;

  SqlMappingStore(DatabaseClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Mono<Learned> learned() {
    return database
        .sql("select header, field from import_mapping")
        .map(row -> {
          Columns columns = new Columns(row);
          return Map.entry(columns.text("header"), columns.text("field"));
        })
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue)
        .map(Learned::new);
  }

  @Override
  public Mono<Void> replace(UUID dealershipId, UUID userId, Map<String, String> fields) {
    return database
        .sql("delete from import_mapping")
        .fetch()
        .rowsUpdated()
        .thenMany(Flux.fromIterable(fields.entrySet()))
        .concatMap(entry -> insert(dealershipId, userId, entry))
        .then();
  }

  private Mono<Void> insert(UUID dealershipId, UUID userId, Map.Entry<String, String> entry) {
    return database
        .sql(
            """
            insert into import_mapping (dealership_id, header, field, user_id, updated_at)
            values (:dealership, :header, :field, :user, :now)
            """)
        .bind("dealership", dealershipId)
        .bind("header", entry.getKey())
        .bind("field", entry.getValue())
        .bind("user", userId)
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .then();
  }
}
