package com.lotview.standalone.doctor;

import com.lotview.kit.database.DatabaseUrl;
import com.lotview.standalone.doctor.Finding.Well;
import com.lotview.standalone.doctor.Finding.Wrong;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: the servers, and each service's login and schema. */
final class DatabaseChecks {
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);
  private static final double NEARLY_ALL = 0.85;

  private static final String CONNECTIONS =
      """
      select count(*), current_setting('max_connections')::int
          - current_setting('superuser_reserved_connections')::int
          - current_setting('reserved_connections')::int
      from pg_stat_activity where datid is not null
      """;

  private final Surroundings surroundings;
  private final Clock clock;

  DatabaseChecks(Surroundings surroundings, Clock clock) {
    this.surroundings = surroundings;
    this.clock = clock;
  }

  List<Check> all() {
    List<Check> checks = new ArrayList<>();
    servers()
        .forEach(
            (name, url) -> checks.add(new Check("PostgreSQL at " + name, () -> server(name, url))));
    new TreeMap<>(surroundings.databases())
        .forEach((schema, url) ->
            checks.add(
                new Check("schema " + schema, () -> new SchemaCheck(schema, url).findings())));
    return checks;
  }

  // By address, the login that can see most of it.
  private Map<String, DatabaseUrl> servers() {
    Map<String, DatabaseUrl> servers = new LinkedHashMap<>();
    DatabaseUrl superuser = surroundings.superuser();
    if (superuser != null) {
      servers.put(address(superuser), superuser);
    }
    new TreeMap<>(surroundings.databases())
        .values()
        .forEach(url -> servers.putIfAbsent(address(url), url));
    return servers;
  }

  static String address(DatabaseUrl url) {
    return url.host() + ":" + url.port();
  }

  private List<Finding> server(String name, DatabaseUrl url) {
    String reason = Reason.unreachable(url.host(), url.port());
    if (!reason.isEmpty()) {
      return List.of(
          new Wrong(
              "PostgreSQL at " + name + " cannot be reached: " + reason,
              "start it, or correct its address; on Kubernetes a network policy may forbid the way"));
    }
    try (Connection connection = anyLogin(name, url)) {
      // Each schema's check says why it is not let in.
      return connection == null ? List.of() : inside(name, connection);
    } catch (SQLException e) {
      return List.of(DatabaseRefusal.of(url, e));
    }
  }

  private List<Finding> inside(String name, Connection connection) throws SQLException {
    List<Finding> found = new ArrayList<>();
    connections(name, connection, found);
    clock(name, connection, found);
    logins(name).stream()
        .map(login -> SessionCheck.findings(name, login))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(found::addAll);
    return found.isEmpty()
        ? List.of(
            new Well("PostgreSQL at " + name + ": connections left, clock, settings of sessions"))
        : found;
  }

  private @Nullable Connection anyLogin(String name, DatabaseUrl first) throws SQLException {
    List<DatabaseUrl> logins = new ArrayList<>(List.of(first));
    logins.addAll(logins(name));
    for (DatabaseUrl login : logins) {
      try {
        return Sql.connect(login);
      } catch (SQLException e) {
        if (DatabaseRefusal.full(e)) {
          throw e;
        }
      }
    }
    return null;
  }

  private List<DatabaseUrl> logins(String name) {
    return new TreeMap<>(surroundings.databases())
        .values().stream().filter(url -> address(url).equals(name)).toList();
  }

  private static void connections(String name, Connection connection, List<Finding> found)
      throws SQLException {
    List<Long> counts = Sql.numbers(connection, CONNECTIONS);
    long used = counts.get(0);
    long possible = counts.get(1);
    if (used >= possible * NEARLY_ALL) {
      found.add(
          new Wrong(
              "%d of the %d connections of PostgreSQL at %s are used"
                  .formatted(used, possible, name),
              "raise max_connections, or run fewer processes: each takes up to eleven"));
    }
  }

  private void clock(String name, Connection connection, List<Finding> found) throws SQLException {
    long before = clock.millis();
    long there =
        Sql.numbers(connection, "select (extract(epoch from clock_timestamp()) * 1000)::bigint")
            .getFirst();
    long here = before + (clock.millis() - before) / 2;
    Duration difference = Duration.ofMillis(there - here);
    if (difference.abs().compareTo(CLOCK_TOLERANCE) > 0) {
      found.add(
          new Wrong(
              "the clock of PostgreSQL at %s is %d seconds %s that of this machine"
                  .formatted(
                      name,
                      difference.abs().toSeconds(),
                      difference.isNegative() ? "behind" : "before"),
              "let both machines take their time from the same source, for example chrony"));
    }
  }
}
