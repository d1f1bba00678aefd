package com.lotview.bench.tables;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** SQL of measurements on the schema of the browser worker. */
public final class FleetTables {
  private final BenchDatabase database;

  public FleetTables(BenchDatabase database) {
    this.database = database;
  }

  /** When a worker first had the account's lease for each posting. */
  public Map<String, Instant> leased() throws SQLException {
    return database.times(
        "select j.posting_id, min(r.started_at) as at from fleet.run r"
            + " join fleet.job j using (dealership_id, job_id) group by 1");
  }

  /** How many jobs have no outcome yet. */
  public int open() throws SQLException {
    return (int) database.number("select count(*) from fleet.job where outcome is null");
  }

  /** Waits until every job has an outcome. */
  public void awaitDone() throws SQLException, InterruptedException {
    database.await("select not exists (select from fleet.job where outcome is null)");
  }

  /** Waits until so many jobs have an outcome that were accepted later, of other accounts. */
  public void awaitDone(int count, double acceptedAfter, String exceptAccount)
      throws SQLException, InterruptedException {
    database.await(
        "select count(*) = "
            + count
            + " from fleet.job where outcome is not null and extract(epoch from accepted_at) > "
            + acceptedAfter
            + " and account_id <> '"
            + exceptAccount
            + "'");
  }

  /** Seconds until the first attempts at these postings had ended, on average. */
  public double meanSeconds(List<String> postings, double since) throws SQLException {
    return database.number(
        "select avg(extract(epoch from finished_at)) - ? from fleet.job"
            + " where job_id = any(?::text[])",
        since,
        postings.stream().map(posting -> "posting:" + posting + ":1").toList());
  }
}
