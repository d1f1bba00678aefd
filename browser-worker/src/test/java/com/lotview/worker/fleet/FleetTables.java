package com.lotview.worker.fleet;

import com.lotview.testkit.TestServers;
import com.lotview.worker.fleet.job.JobOrder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads and changes the fleet's tables without row-level security. */
public final class FleetTables {
  private FleetTables() {}

  /** The first column of the first row as text; empty if there is none. */
  public static String value(String sql, Object... parameters) {
    try (Connection connection = TestServers.superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.formatted(parameters))) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes something. */
  public static void change(String sql, Object... parameters) {
    try (Connection connection = TestServers.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(parameters));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static String endings(JobOrder order) {
    return value(
        "select string_agg(ending, ',' order by number) from fleet.run where job_id = '%s'",
        order.jobId());
  }

  static boolean released(JobOrder order) {
    return "t"
        .equals(
            value(
                "select until <= clock_timestamp() from fleet.account_lease where account_id = '%s'",
                order.fbAccountId()));
  }
}
