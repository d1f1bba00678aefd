package com.lotview.inventory.vehicle.store;

import com.lotview.inventory.vehicle.query.StockWords;
import com.lotview.inventory.vehicle.query.VehicleSearch.NameSource;
import com.lotview.kit.rows.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** {@link NameSource} on PostgreSQL, from the index {@code vehicle_names} alone. */
@Repository
class SqlNameSource implements NameSource {
  private final DatabaseClient database;

  SqlNameSource(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<StockWords.Name> names() {
    return database
        .sql("select distinct make, model, trim from vehicle")
        .map(row -> new Columns(row))
        .all()
        .map(row -> new StockWords.Name(row.text("make"), row.text("model"), row.findText("trim")));
  }
}
