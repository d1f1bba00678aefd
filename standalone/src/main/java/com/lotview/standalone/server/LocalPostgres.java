package com.lotview.standalone.server;

import com.lotview.kit.database.DatabaseProvisioner;
import com.lotview.standalone.StartupException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * PostgreSQL with its data kept, every commit on disk. A server that outlived a killed JVM is taken
 * over, on the same port and folder.
 */
public final class LocalPostgres implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);

  private final EmbeddedPostgres postgres;

  private LocalPostgres(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts on a folder; the program's own files go beside it. */
  public static LocalPostgres start(Path data, Path programs, int port) {
    try {
      return new LocalPostgres(
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(programs.toFile())
              .setPort(port)
              .setPGStartupWait(START)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("max_connections", "200")
              .start());
    } catch (IOException | IllegalStateException e) {
      throw new StartupException(
          "PostgreSQL did not start ("
              + e.getMessage()
              + "). If this machine forbids user namespaces to root, run LotView as an ordinary"
              + " user; ./lotview doctor tells more",
          e);
    }
  }

  /** Makes the roles and schema of a service. */
  public void provision(String schema, String password) {
    try (Connection superuser = postgres.getPostgresDatabase().getConnection()) {
      DatabaseProvisioner.provision(superuser, schema, password);
    } catch (SQLException e) {
      throw new StartupException("The schema " + schema + " could not be made", e);
    }
  }

  /** Address for a role of a schema, for example its {@code app} role. */
  public String url(String schema, String role, String password) {
    return "postgresql://%s_%s:%s@127.0.0.1:%d/postgres"
        .formatted(schema, role, password, postgres.getPort());
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new StartupException("PostgreSQL did not stop", e);
    }
  }
}
