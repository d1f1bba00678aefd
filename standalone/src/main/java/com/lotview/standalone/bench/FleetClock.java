package com.lotview.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/** Times that only the database of the measured, throw-away installation knows. */
final class FleetClock implements AutoCloseable {
  private final Connection connection;

  FleetClock(Path home) throws IOException, SQLException {
    Properties ports = new Properties();
    try (var in = Files.newBufferedReader(home.resolve("run/ports.properties"))) {
      ports.load(in);
    }
    this.connection =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + ports.getProperty("postgres") + "/postgres",
            "postgres",
            "postgres");
  }

  /** When a worker first had the account's lease for each posting. */
  Map<String, Instant> leased() throws SQLException {
    return times(
        "select j.posting_id, min(r.started_at) from fleet.run r"
            + " join fleet.job j using (dealership_id, job_id) group by 1");
  }

  /** When each posting was accepted and when it was live. */
  Map<String, Instant> accepted() throws SQLException {
    return times("select id, created_at from posting.posting");
  }

  /** When each posting was live. */
  Map<String, Instant> posted() throws SQLException {
    return times("select id, posted_at from posting.posting where posted_at is not null");
  }

  /** Rows of the timeline per posting, on average. */
  double timelineRows() throws SQLException {
    try (Statement question = connection.createStatement();
        ResultSet answer =
            question.executeQuery(
                "select count(*)::float8 / nullif(count(distinct posting_id), 0)"
                    + " from posting.posting_event")) {
      answer.next();
      return answer.getDouble(1);
    }
  }

  /**
   * Moves the noted posts an hour into the past: 200 postings of 20 accounts are ten each, and the
   * limit is five in an hour. The limit itself stays as it is.
   */
  void anHourLater() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("update posting.post_slot set at = at - interval '61 minutes'");
    }
  }

  private Map<String, Instant> times(String sql) throws SQLException {
    Map<String, Instant> times = new HashMap<>();
    try (Statement question = connection.createStatement();
        ResultSet rows = question.executeQuery(sql)) {
      while (rows.next()) {
        times.put(rows.getObject(1, UUID.class).toString(), rows.getTimestamp(2).toInstant());
      }
    }
    return times;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
