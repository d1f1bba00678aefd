package com.lotview.bench.tables;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What measurements write in the schema of inventory-service. */
public final class InventoryTables {
  private final BenchDatabase database;

  public InventoryTables(BenchDatabase database) {
    this.database = database;
  }

  /**
   * Copies a vehicle with its photos.
   *
   * @param ids of the copies
   * @param stockNumbers what the copies' stock numbers begin with
   */
  public void copyVehicle(String vehicle, List<String> ids, String stockNumbers)
      throws SQLException {
    database.copy(
        "inventory.vehicle",
        "t.id = '" + vehicle + "'",
        Map.of("id", "g.id::uuid", "stock_number", "'" + stockNumbers + "' || g.n", "vin", "null"),
        "unnest(?::text[]) with ordinality as g (id, n)",
        ids);
    database.copy(
        "inventory.vehicle_image",
        "t.vehicle_id = '" + vehicle + "'",
        Map.of("id", "uuidv7()", "vehicle_id", "g.id::uuid"),
        "unnest(?::text[]) as g (id)",
        ids);
  }
}
