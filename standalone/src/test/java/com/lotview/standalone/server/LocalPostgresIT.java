package com.lotview.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("servers")
class LocalPostgresIT {
  @TempDir Path folder;

  @Test
  void everybodyIsAskedForAPassword_alsoAfterAnotherStart() throws Exception {
    int port = freePort();
    for (int start = 1; start <= 2; start++) {
      try (LocalPostgres server =
          LocalPostgres.start(
              folder.resolve("data"), folder.resolve("programs"), port, "it's secret")) {
        server.provision("auth", "auth-password");

        refused(port, "postgres", "");
        refused(port, "postgres", "postgres");
        refused(port, "auth_app", "it's secret");
        assertThat(user(port, "postgres", "it's secret")).isEqualTo("postgres");
        assertThat(user(port, "auth_app", "auth-password")).isEqualTo("auth_app");
      }
    }
  }

  @Test
  void aKilledServer_isStartedAgainOnItsDataAndPort_untilItIsClosed() throws Exception {
    int port = freePort();
    Path data = folder.resolve("data");
    try (LocalPostgres server =
        LocalPostgres.start(data, folder.resolve("programs"), port, "secret")) {
      server.keepRunning();
      execute(port, "create table kept (name text)");
      for (int kill = 1; kill <= 2; kill++) {
        execute(port, "insert into kept values ('row')");
        long killed = process(data);
        // Busy backends are the last to notice that their server is gone.
        Thread busy = Thread.startVirtualThread(() -> sleep(port));
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        int rows = kill;
        Awaitility.await()
            .atMost(Duration.ofSeconds(90))
            .ignoreExceptions()
            .untilAsserted(
                () -> assertThat(first(port, "select count(*) from kept")).isEqualTo("" + rows));
        assertThat(process(data)).isNotEqualTo(killed);
        busy.join();
      }
    }
    assertThatThrownBy(() -> user(port, "postgres", "secret")).isInstanceOf(SQLException.class);
  }

  private static long process(Path data) throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
  }

  private static void sleep(int port) {
    try {
      first(port, "select pg_sleep(600)");
    } catch (SQLException ended) {
      // Its server was killed.
    }
  }

  private static void execute(int port, String sql) throws SQLException {
    try (Connection connection = superuser(port);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String first(int port, String sql) throws SQLException {
    try (Connection connection = superuser(port);
        var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection superuser(int port) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "secret");
  }

  private static void refused(int port, String user, String password) {
    assertThatThrownBy(() -> user(port, user, password))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isIn("28P01", "08004"));
  }

  private static String user(int port, String user, String password) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", user, password);
        var rows = connection.createStatement().executeQuery("select current_user")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
