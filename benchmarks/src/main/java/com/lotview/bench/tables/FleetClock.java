package com.lotview.bench.tables;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Times that only the database of the measured, throw-away installation knows. */
public final class FleetClock {
  private final BenchDatabase database;

  public FleetClock(BenchDatabase database) {
    this.database = database;
  }

  /** When a worker first had the account's lease for each posting. */
  public Map<String, Instant> leased() throws SQLException {
    return times(
        "select j.posting_id, min(r.started_at) as at from fleet.run r"
            + " join fleet.job j using (dealership_id, job_id) group by 1");
  }

  /** When each posting was accepted and when it was live. */
  public Map<String, Instant> accepted() throws SQLException {
    return times("select id, created_at as at from posting.posting");
  }

  /** When each posting was live. */
  public Map<String, Instant> posted() throws SQLException {
    return times("select id, posted_at as at from posting.posting where posted_at is not null");
  }

  /** Rows of the timeline per posting, on average. */
  public double timelineRows() throws SQLException {
    return database.number(
        "select count(*)::float8 / nullif(count(distinct posting_id), 0)"
            + " from posting.posting_event");
  }

  /**
   * Moves the noted posts an hour into the past: 200 postings of 20 accounts are ten each, and the
   * limit is five in an hour. The limit itself stays as it is.
   */
  public void anHourLater() throws SQLException {
    database.change("update posting.post_slot set at = at - interval '61 minutes'");
  }

  private Map<String, Instant> times(String sql) throws SQLException {
    Map<String, Instant> times = new HashMap<>();
    database
        .numbers("select id::text, extract(epoch from at) from (" + sql + ") as t (id, at)")
        .forEach((id, seconds) ->
            times.put(id, Instant.ofEpochSecond(0, Math.round(seconds * 1e6) * 1000)));
    return times;
  }
}
