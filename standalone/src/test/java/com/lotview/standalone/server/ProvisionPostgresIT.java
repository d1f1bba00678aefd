package com.lotview.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.standalone.ReadVariables;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that makes the roles, as Kubernetes' job and the compose file run it. */
@Tag("servers")
class ProvisionPostgresIT {
  private static final List<String> SCHEMAS =
      List.of("auth", "inventory", "posting", "listing", "fleet", "notification", "gateway");

  @TempDir Path folder;

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start(@TempDir Path data) throws IOException, SQLException {
    assumeTrue(
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "psql"))),
        "psql is not on the PATH");
    postgres = EmbeddedPostgres.builder().setDataDirectory(data.resolve("data")).start();
    // As it comes, it lets everybody in.
    Files.writeString(
        data.resolve("data/pg_hba.conf"),
        """
        host all postgres 127.0.0.1/32 trust
        host all all 127.0.0.1/32 scram-sha-256
        """);
    try (Connection superuser = DriverManager.getConnection(url(), "postgres", "");
        Statement statement = superuser.createStatement()) {
      statement.execute("select pg_reload_conf()");
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  void eachRoleLogsInWithItsPassword_alsoAfterASecondRunWithAnother() throws Exception {
    run("first", false);
    for (String schema : SCHEMAS) {
      assertThat(schemaOf(schema + "_owner", schema + " owner first")).isEqualTo(schema);
      assertThat(schemaOf(schema + "_app", schema + " app first")).isEqualTo(schema);
    }
    assertThatThrownBy(() -> schemaOf("fleet_scaler", "scaler first"))
        .as("nobody asked for a scaler")
        .isInstanceOf(SQLException.class);

    run("second", true);
    assertThat(schemaOf("auth_app", "auth app second")).isEqualTo("auth");
    assertThatThrownBy(() -> schemaOf("auth_app", "auth app first"))
        .hasMessageContaining("password authentication failed");
    assertThat(schemaOf("fleet_scaler", "scaler second")).isEqualTo("fleet");
    assertThat(show("fleet_scaler", "scaler second", "default_transaction_read_only"))
        .isEqualTo("on");
  }

  private void run(String kind, boolean scaler) throws Exception {
    Path scripts = ReadVariables.ROOT.resolve("deploy/postgres");
    for (String file : List.of("provision.sql", "scaler.sql")) {
      Files.writeString(folder.resolve(file), Files.readString(scripts.resolve(file)));
    }
    String script = Files.readString(scripts.resolve("provision.sh"));
    Path here =
        Files.writeString(
            folder.resolve("provision.sh"), script.replace("/provision/", folder + "/"));
    ProcessBuilder builder = new ProcessBuilder("sh", here.toString()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("PGHOST", "127.0.0.1");
    environment.put("PGPORT", String.valueOf(postgres.getPort()));
    environment.put("POSTGRES_USER", "postgres");
    environment.put("POSTGRES_DB", "postgres");
    for (String schema : SCHEMAS) {
      String name = schema.toUpperCase(Locale.ROOT);
      environment.put(name + "_OWNER_PASSWORD", schema + " owner " + kind);
      environment.put(name + "_APP_PASSWORD", schema + " app " + kind);
    }
    if (scaler) {
      environment.put("FLEET_SCALER_PASSWORD", "scaler " + kind);
    }
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
  }

  private static String schemaOf(String role, String password) throws SQLException {
    return show(role, password, "search_path");
  }

  private static String show(String role, String password, String setting) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), role, password);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String url() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
  }
}
