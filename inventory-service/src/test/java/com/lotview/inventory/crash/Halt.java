package com.lotview.inventory.crash;

import com.lotview.testkit.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * Halts the service inside a transaction: where it changes a row that fits, a trigger waits for a
 * lock that the test holds. If the service is killed there, its whole transaction is rolled back.
 */
final class Halt implements AutoCloseable {
  private static final long LOCK = 471_147;

  private final Connection connection;
  private final String table;

  /**
   * Sets it.
   *
   * @param change {@code insert} or {@code update}
   * @param fits condition on {@code new} and {@code old}
   */
  Halt(String table, String change, String fits) {
    this.table = ServiceProcess.SCHEMA + "." + table;
    try {
      connection = TestServers.superuser();
      run(
          "create or replace function public.halt() returns trigger language plpgsql as $$ begin"
              + " perform pg_advisory_xact_lock("
              + LOCK
              + "); return new; end $$",
          "select pg_advisory_lock(" + LOCK + ")",
          "create trigger halt before "
              + change
              + " on "
              + this.table
              + " for each row when ("
              + fits
              + ") execute function public.halt()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until the service is there. */
  void reached() {
    Awaitility.await("the service is at " + table)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> waiting() > 0);
  }

  private long waiting() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                    + " and classid = 0 and objid = "
                    + LOCK)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Releases the waiting backend; the database then finds that its client is gone. */
  @Override
  public void close() throws SQLException {
    try (connection) {
      run("select pg_advisory_unlock(" + LOCK + ")", "drop trigger halt on " + table);
    }
  }

  private void run(String... sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
    }
  }
}
