package com.lotview.bench.tables;

import java.sql.SQLException;

/** How quick the database itself takes the rows of an import: COPY into a table like its own. */
public final class CopyFloor {
  private final BenchDatabase database;

  public CopyFloor(BenchDatabase database) {
    this.database = database;
  }

  /**
   * Seconds in which COPY stores the vehicles again, all columns, with all indexes, from a file of
   * the server.
   *
   * @param prefix of their stock numbers
   */
  public double seconds(String prefix) throws SQLException {
    String columns = String.join(", ", database.columns("inventory.vehicle"));
    String file = database.texts("show data_directory").getFirst() + "/bench-rows";
    database.change(
        "copy (select %s from inventory.vehicle where stock_number like '%s%%') to '%s'"
            .formatted(columns, prefix, file));
    database.change("drop table if exists bench_floor");
    database.change("create table bench_floor (like inventory.vehicle including all)");
    long begun = System.nanoTime();
    database.change("copy bench_floor (%s) from '%s'".formatted(columns, file));
    double seconds = (System.nanoTime() - begun) / 1e9;
    database.change("drop table bench_floor");
    return seconds;
  }
}
