package com.lotview.standalone.doctor;

import com.lotview.kit.database.DatabaseUrl;
import com.lotview.standalone.doctor.Finding.Well;
import com.lotview.standalone.doctor.Finding.Wrong;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One service's login and schema: the role, the migrations, the outbox. */
record SchemaCheck(String schema, DatabaseUrl url) {
  private static final long OUTBOX_SECONDS = 60;
  private static final String NO_SUCH_TABLE = "42P01";

  List<Finding> findings() throws IOException {
    // The check of the server says so.
    if (!Reason.unreachable(url.host(), url.port()).isEmpty()) {
      return List.of();
    }
    try (Connection connection = Sql.connect(url)) {
      List<Finding> wrong = new ArrayList<>();
      role(connection, wrong);
      if (migrated(connection, wrong)) {
        outbox(connection, wrong);
      }
      return wrong.isEmpty()
          ? List.of(new Well("schema " + schema + ": login, rights, migrations, outbox"))
          : wrong;
    } catch (SQLException e) {
      return List.of(DatabaseRefusal.of(url, e));
    }
  }

  private void role(Connection connection, List<Finding> wrong) throws SQLException {
    boolean above =
        Sql.numbers(
                    connection,
                    "select count(*) from pg_roles"
                        + " where rolname = current_user and (rolsuper or rolbypassrls)")
                .getFirst()
            > 0;
    if (above) {
      wrong.add(
          new Wrong(
              "the login "
                  + url.user()
                  + " is above row-level security: one dealership sees others",
              "alter role %s nosuperuser nobypassrls; and log in as %s_app"
                  .formatted(url.user(), schema)));
    }
  }

  private boolean migrated(Connection connection, List<Finding> wrong)
      throws SQLException, IOException {
    Set<String> missing = MigrationFiles.versions(schema);
    missing.removeAll(applied(connection));
    if (missing.isEmpty()) {
      return true;
    }
    wrong.add(
        new Wrong(
            "schema %s is older than this program: %s"
                .formatted(
                    schema,
                    missing.size() == MigrationFiles.versions(schema).size()
                        ? "no migration has run"
                        : "these migrations have not run: " + String.join(", ", missing)),
            "run MigrateSchema "
                + schema
                + " (/app/migrate in the images), or start the service with DATABASE_MIGRATION_URL"));
    return false;
  }

  private Set<String> applied(Connection connection) throws SQLException {
    try {
      return new HashSet<>(
          Sql.texts(
              connection,
              "select version from " + schema + ".flyway_schema_history where success"));
    } catch (SQLException e) {
      if (NO_SUCH_TABLE.equals(e.getSQLState())) {
        return Set.of();
      }
      throw e;
    }
  }

  private void outbox(Connection connection, List<Finding> wrong) throws SQLException {
    List<Long> age =
        Sql.numbers(
            connection,
            "select extract(epoch from clock_timestamp() - created_at)::bigint from "
                + schema
                + ".outbox order by seq limit 1");
    if (!age.isEmpty() && age.getFirst() > OUTBOX_SECONDS) {
      wrong.add(
          new Wrong(
              "the outbox of %s stands: its oldest event is %d seconds old"
                  .formatted(schema, age.getFirst()),
              "see docs/runbooks/outbox-stands.md; the service's log names the cause"));
    }
  }
}
