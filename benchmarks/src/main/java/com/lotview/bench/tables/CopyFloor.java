package com.lotview.bench.tables;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;

/** How quick the database itself takes the rows of an import: COPY into a table like its own. */
public final class CopyFloor {
  private final BenchDatabase database;

  public CopyFloor(BenchDatabase database) {
    this.database = database;
  }

  /**
   * Seconds in which COPY stores the vehicles again, all columns, with all indexes.
   *
   * @param prefix of their stock numbers
   */
  public double seconds(String prefix) throws SQLException, IOException {
    String columns = String.join(", ", database.columns("inventory.vehicle"));
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    database
        .copies()
        .copyOut(
            "copy (select %s from inventory.vehicle where stock_number like '%s%%') to stdout"
                .formatted(columns, prefix),
            rows);
    database.change("drop table if exists bench_floor");
    database.change("create table bench_floor (like inventory.vehicle including all)");
    long begun = System.nanoTime();
    database
        .copies()
        .copyIn(
            "copy bench_floor (%s) from stdin".formatted(columns),
            new ByteArrayInputStream(rows.toByteArray()));
    double seconds = (System.nanoTime() - begun) / 1e9;
    database.change("drop table bench_floor");
    return seconds;
  }
}
