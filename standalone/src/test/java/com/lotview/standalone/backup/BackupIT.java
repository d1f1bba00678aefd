package com.lotview.standalone.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.standalone.Home;
import com.lotview.standalone.LocalSecrets;
import com.lotview.standalone.Ports;
import com.lotview.standalone.StartupException;
import com.lotview.standalone.server.LocalPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL that is backed up, lost, and restored to a moment. */
@Tag("servers")
class BackupIT {
  @TempDir Path folder;

  @Test
  void theDatabaseComesBackAsItWasAtTheMoment_andPhotosWithIt() throws Exception {
    Path backup = folder.resolve("backup");
    Instant moment;
    Instant first = Instant.now();
    try (Installed lost = new Installed(folder.resolve("lost"))) {
      lost.execute("create table note (text text)");
      lost.execute("insert into note values ('before the backup')");
      Files.createDirectories(lost.home.resolve("objects/lotview/a"));
      Files.writeString(lost.home.resolve("objects/lotview/a/photo.jpg"), "photo");
      Backup.take(lost.home, backup, System.out);
      lost.execute("insert into note values ('after the backup')");
      moment = lost.now();
      lost.execute("insert into note values ('after the moment')");
      String last = lost.value("select pg_walfile_name(pg_switch_wal())");
      Awaitility.await("the log is archived")
          .atMost(Duration.ofSeconds(60))
          .until(() -> Files.exists(backup.resolve("wal").resolve(last)));

      Path keys = lost.home.resolve("secrets");
      assertThatThrownBy(() -> Restore.into(folder.resolve("old"), backup, first, keys, System.out))
          .isInstanceOf(StartupException.class)
          .hasMessageContaining("no backup");
      assertThatThrownBy(
              () -> Restore.into(folder.resolve("keyless"), backup, moment, backup, System.out))
          .hasMessageContaining("--keys");
      Files.createDirectories(folder.resolve("found/postgres.part"));
      Files.writeString(folder.resolve("found/postgres.part/recovery.signal"), "cut off");
      Files.writeString(folder.resolve("found/postgres.part/left"), "cut off");
      Restore.into(folder.resolve("found"), backup, moment, keys, System.out);
      assertThat(folder.resolve("found/postgres/left")).doesNotExist();
    }

    try (Installed found = new Installed(folder.resolve("found"))) {
      assertThat(found.value("select string_agg(text, ', ' order by text desc) from note"))
          .isEqualTo("before the backup, after the backup");
      assertThat(found.value("select substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8)"))
          .as("a timeline of its own")
          .isEqualTo("00000002");
      found.execute("insert into note values ('goes on')");
      assertThat(found.home.resolve("objects/lotview/a/photo.jpg")).hasContent("photo");
      assertThat(found.home.resolve("secrets/session-open.key")).exists();
    }
    assertThatThrownBy(() ->
            Restore.into(
                folder.resolve("found"),
                backup,
                moment,
                folder.resolve("lost/secrets"),
                System.out))
        .hasMessageContaining("nothing is overwritten");
  }

  /** A home with its database, as the standalone keeps it. */
  private static final class Installed implements AutoCloseable {
    private final Path home;
    private final LocalPostgres postgres;
    private final Connection superuser;

    Installed(Path home) throws IOException, SQLException {
      this.home = home;
      try (Home open = Home.open(home)) {
        LocalSecrets secrets = new LocalSecrets(open);
        int port = new Ports(open, freePort()).stable("postgres");
        String password = secrets.password(LocalSecrets.SUPERUSER);
        postgres =
            LocalPostgres.start(
                open.path("postgres"), open.path("postgres-programs"), port, password);
        superuser =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
      }
    }

    private static int freePort() throws IOException {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      }
    }

    void execute(String sql) throws SQLException {
      try (Statement statement = superuser.createStatement()) {
        statement.execute(sql);
      }
    }

    String value(String sql) throws SQLException {
      try (Statement statement = superuser.createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return row.getString(1);
      }
    }

    Instant now() throws SQLException {
      return Instant.parse(
          value(
              "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }

    @Override
    public void close() throws SQLException {
      superuser.close();
      postgres.close();
    }
  }
}
