package com.lotview.standalone.server;

import com.lotview.kit.database.DatabaseProvisioner;
import com.lotview.standalone.StartupException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL that keeps its data, writes every commit to disk, and requires a password from
 * everyone. A server that outlived a killed JVM is taken over, on the same port and folder.
 */
public final class LocalPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
  private static final Duration START = Duration.ofSeconds(90);

  // Every user of the machine can reach the port; "trust" would make each of them superuser.
  private static final String WHO_MAY_CONNECT =
      """
      local all all              scram-sha-256
      host  all all 127.0.0.1/32 scram-sha-256
      host  all all ::1/128      scram-sha-256
      """;

  private final Supplier<EmbeddedPostgres> launch;
  private final Path data;
  private final String password;
  private volatile EmbeddedPostgres postgres;
  private volatile @Nullable PostgresWatch watch;

  private LocalPostgres(Supplier<EmbeddedPostgres> launch, Path data, String password) {
    this.launch = launch;
    this.data = data;
    this.password = password;
    this.postgres = launch.get();
  }

  /**
   * Starts on a folder; the program's own files go beside it.
   *
   * @param password of the superuser {@code postgres}; a new folder gets it, an old one has it
   */
  public static LocalPostgres start(Path data, Path programs, int port, String password) {
    LocalPostgres started =
        new LocalPostgres(() -> launch(data, programs, port, password), data, password);
    started.askForPasswords(data.resolve("pg_hba.conf"));
    started.keepNoLogWithoutBackup();
    return started;
  }

  private static EmbeddedPostgres launch(Path data, Path programs, int port, String password) {
    try {
      return EmbeddedPostgres.builder()
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
          // Cannot be changed while it runs; the command is set by ./lotview backup.
          .setServerConfig("archive_mode", "on")
          .setConnectConfig("password", password)
          .start();
    } catch (IOException | IllegalStateException e) {
      throw new StartupException(
          "PostgreSQL did not start ("
              + e.getMessage()
              + "). If this machine forbids user namespaces to root, run LotView as an ordinary"
              + " user; ./lotview doctor tells more",
          e);
    }
  }

  /**
   * From now on, a server that ends without being closed is started again on the same data and
   * port, within seconds. Each time is logged.
   */
  public void keepRunning() {
    PostgresWatch watching = new PostgresWatch(postgres.getPort(), this::startAgain);
    watch = watching;
    // The library stops the server when the JVM ends; then it must not be started again.
    Runtime.getRuntime().addShutdownHook(new Thread(watching::stop, "postgres-watch-end"));
  }

  // Closing the old one releases the folder; the processes of a killed server end when they notice.
  private void startAgain() {
    try {
      postgres.close();
    } catch (IOException | RuntimeException e) {
      LOG.debug("Nothing is left to be stopped", e);
    }
    LeftProcesses.awaitEndOfThoseIn(data);
    postgres = launch.get();
  }

  // The folder is created with "trust", because the program that creates it knows no password.
  private void askForPasswords(Path whoMayConnect) {
    try {
      if (Files.readString(whoMayConnect).equals(WHO_MAY_CONNECT)) {
        return;
      }
      try (Connection superuser = superuser();
          Statement change = superuser.createStatement()) {
        change.execute("alter role postgres password " + quoted(password));
        Files.writeString(whoMayConnect, WHO_MAY_CONNECT);
        change.execute("select pg_reload_conf()");
      }
    } catch (IOException | SQLException e) {
      throw new StartupException("PostgreSQL could not be closed to strangers", e);
    }
  }

  // Without a command, PostgreSQL would keep every log file until there is one.
  private void keepNoLogWithoutBackup() {
    try (Connection superuser = superuser();
        Statement change = superuser.createStatement();
        ResultSet command = change.executeQuery("select current_setting('archive_command')")) {
      command.next();
      if (command.getString(1).isBlank()) {
        change.execute("alter system set archive_command = 'true'");
        change.execute("select pg_reload_conf()");
      }
    } catch (SQLException e) {
      throw new StartupException("PostgreSQL's log could not be set up", e);
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres", "postgres", password);
  }

  /** Makes the roles and schema of a service. */
  public void provision(String schema, String password) {
    try (Connection superuser = superuser()) {
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
    PostgresWatch watching = watch;
    if (watching != null) {
      watching.close();
    }
    try {
      postgres.close();
    } catch (IOException e) {
      throw new StartupException("PostgreSQL did not stop", e);
    }
  }
}
