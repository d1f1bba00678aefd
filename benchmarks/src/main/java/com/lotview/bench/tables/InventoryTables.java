package com.lotview.bench.tables;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** SQL of measurements on the schema of inventory-service. */
public final class InventoryTables {
  private static final Map<String, String> STOCK =
      Map.of(
          "id",
          "uuidv7()",
          "dealership_id",
          "g.dealership",
          "stock_number",
          "'L' || (100000 + g.n)",
          "vin",
          "null",
          "make",
          "(array['Toyota','Ford','Honda','Chevrolet','BMW','Nissan','Kia','Mazda'])[1 + g.n % 8]",
          "model",
          "(array['Camry','F-150','Civic','Malibu','X3','Rogue','Soul','CX-5'])[1 + g.n % 8]",
          "year",
          "2012 + (g.n * 31) % 13",
          "price",
          "900000 + (g.n::bigint * 104729) % 3000000",
          "lot_date",
          "current_date - g.n % 200",
          "status",
          "case when g.n % 10 = 0 then 'SOLD' else 'ACTIVE' end");

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

  /**
   * Gives dealerships as many copies of a vehicle each, whose names, prices, ages and states
   * differ. Two of three have its photos, one of four a live posting.
   */
  public void fill(String vehicle, List<String> dealerships, int each) throws SQLException {
    database.copy(
        "inventory.vehicle",
        "t.id = '" + vehicle + "'",
        STOCK,
        "(select d::uuid as dealership, n from unnest(?::text[]) d, generate_series(1, ?) n) g",
        dealerships,
        each);
    database.copy(
        "inventory.vehicle_image",
        "t.vehicle_id = '" + vehicle + "'",
        Map.of("id", "uuidv7()", "dealership_id", "g.dealership_id", "vehicle_id", "g.id"),
        "(select id, dealership_id from inventory.vehicle where dealership_id = any(?::uuid[])"
            + " and stock_number like 'L1%' and year % 3 > 0) g",
        dealerships);
    database.change(
        """
        insert into inventory.vehicle_posting (dealership_id, vehicle_id, posting_id, status, at)
        select dealership_id, id, uuidv7(), 'POSTED', now() from inventory.vehicle
         where dealership_id = any(?::uuid[]) and stock_number like 'L1%' and year % 4 = 0
        """,
        dealerships);
    for (String table : List.of("vehicle", "vehicle_image", "vehicle_posting")) {
      database.change("vacuum analyze inventory." + table);
    }
  }

  /**
   * Replaces row-level security on the stock by a view of one dealership: the service's statements
   * stay unchanged and find the same rows.
   */
  public void openOnly(String dealership) throws SQLException {
    for (String table : List.of("vehicle", "vehicle_image", "vehicle_posting")) {
      database.change("alter table inventory." + table + " disable row level security");
    }
    database.change("alter table inventory.vehicle rename to whole_stock");
    database.change(
        "create view inventory.vehicle as select * from inventory.whole_stock"
            + " where dealership_id = '"
            + dealership
            + "'");
    database.change("grant select on inventory.vehicle to inventory_app");
  }
}
