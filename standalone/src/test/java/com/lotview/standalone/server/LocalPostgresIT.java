package com.lotview.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
