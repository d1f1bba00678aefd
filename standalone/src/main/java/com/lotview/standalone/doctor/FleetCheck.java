package com.lotview.standalone.doctor;

import com.lotview.kit.database.DatabaseUrl;
import com.lotview.standalone.doctor.Finding.Unknown;
import com.lotview.standalone.doctor.Finding.Well;
import com.lotview.standalone.doctor.Finding.Wrong;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The workers: whether any reports, and whether accounts wait although none works. */
record FleetCheck(Map<String, DatabaseUrl> databases) {
  private static final String WORKERS =
      """
      select count(*) from posting.fleet_worker
      where seen_at > clock_timestamp() - interval '30 seconds' and browsers > 0
      """;

  // Due for a minute, and nobody holds a lease with work: a worker would have taken the first.
  private static final String WAITING =
      """
      select count(*) filter (where due < clock_timestamp() - interval '1 minute'
          and until < clock_timestamp()),
        count(*) filter (where until > clock_timestamp())
      from fleet.account_lease where turn is not null
      """;

  List<Finding> findings() {
    Long workers = asked("posting", WORKERS, 0);
    if (workers == null) {
      return List.of(new Unknown("the workers", "posting-service's table of them cannot be read"));
    }
    if (workers == 0) {
      return List.of(
          new Wrong(
              "no worker has reported for half a minute: nothing is posted",
              "start one (./lotview worker on one machine); see docs/runbooks/no-worker.md"));
    }
    Long waiting = asked("fleet", WAITING, 0);
    Long working = asked("fleet", WAITING, 1);
    if (waiting != null && working != null && waiting > 0 && working == 0) {
      return List.of(
          new Wrong(
              waiting + " accounts have waited for more than a minute, and no worker works",
              "look at the log of a worker; see docs/runbooks/jobs-wait-beside-free-browsers.md"));
    }
    return List.of(new Well(workers + " workers report; nobody waits for an idle one"));
  }

  // As the role for work across dealerships, as the service reads it.
  private @Nullable Long asked(String schema, String sql, int column) {
    DatabaseUrl url = databases.get(schema);
    if (url == null) {
      return null;
    }
    try (Connection connection = Sql.connect(url)) {
      Sql.run(connection, "set role " + schema + "_system");
      return Sql.numbers(connection, sql).get(column);
    } catch (SQLException e) {
      return null;
    }
  }
}
