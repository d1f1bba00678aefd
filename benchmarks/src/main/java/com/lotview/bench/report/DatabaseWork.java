package com.lotview.bench.report;

import com.lotview.bench.tables.BenchDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the database has done up to a moment.
 *
 * @param rows written (inserted, updated, deleted), by table
 */
public record DatabaseWork(Map<String, Double> rows, double commits, double walBytes) {

  public static DatabaseWork of(BenchDatabase database) throws SQLException {
    return new DatabaseWork(
        database.numbers(
            "select schemaname || '.' || relname, n_tup_ins + n_tup_upd + n_tup_del"
                + " from pg_stat_user_tables"),
        database.number(
            "select xact_commit from pg_stat_database where datname = current_database()"),
        database.number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')"));
  }

  public DatabaseWork since(DatabaseWork then) {
    Map<String, Double> written = new TreeMap<>();
    rows.forEach((table, now) -> {
      double more = now - then.rows.getOrDefault(table, 0.0);
      if (more > 0) {
        written.put(table, more);
      }
    });
    return new DatabaseWork(written, commits - then.commits, walBytes - then.walBytes);
  }

  public double rowsInAll() {
    return rows.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
