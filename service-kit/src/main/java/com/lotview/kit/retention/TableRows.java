package com.lotview.kit.retention;

import com.lotview.kit.retention.Kept.OldRows;
import com.lotview.kit.tenant.TenantTransactions;
import org.springframework.r2dbc.core.DatabaseClient;

/** Deletes old rows of the service's tables, as the role for work across dealerships. */
public final class TableRows {
  private final DatabaseClient database;
  private final TenantTransactions transactions;

  public TableRows(DatabaseClient database, TenantTransactions transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  /**
   * Rows of a table that is open to the system.
   *
   * @param old a condition in SQL with {@code :before}, as {@code ended_at < :before}
   */
  public OldRows of(String table, String old) {
    String sql =
        "delete from %s where ctid = any(array(select ctid from %s where %s limit :limit))"
            .formatted(table, table, old);
    return (before, limit) ->
        transactions.inSystem(
            database.sql(sql).bind("before", before).bind("limit", limit).fetch().rowsUpdated());
  }
}
