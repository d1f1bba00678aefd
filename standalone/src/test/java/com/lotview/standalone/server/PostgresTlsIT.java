package com.lotview.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.kit.database.DatabaseUrl;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** TLS by the database's address, with both drivers, on a real server. */
@Tag("servers")
class PostgresTlsIT {
  private static final String ENCRYPTED =
      "select ssl from pg_stat_ssl where pid = pg_backend_pid()";

  @TempDir static Path folder;

  private static OwnCertificate own;
  private static OwnCertificate stranger;
  private static LocalPostgres server;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    own = OwnCertificate.make(folder, "database");
    stranger = OwnCertificate.make(folder, "stranger");
    port = GuardedKafka.freePort();
    server =
        LocalPostgres.start(folder.resolve("data"), folder.resolve("programs"), port, "secret");
    try (Connection superuser =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "secret");
        Statement change = superuser.createStatement()) {
      change.execute("alter system set ssl_cert_file = '" + own.certificate() + "'");
      change.execute("alter system set ssl_key_file = '" + own.key() + "'");
      change.execute("alter system set ssl = on");
      change.execute("select pg_reload_conf()");
    }
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> byJdbc("?sslmode=require"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static DatabaseUrl url(String query) {
    return DatabaseUrl.parse(
        "DATABASE_URL", "postgresql://postgres:secret@127.0.0.1:" + port + "/postgres" + query);
  }

  private static String verified(OwnCertificate certificate) {
    return "?sslmode=verify-full&sslrootcert=" + certificate.certificate();
  }

  private static boolean byJdbc(String query) throws SQLException {
    DatabaseUrl url = url(query);
    try (Connection connection =
            DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        var rows = connection.createStatement().executeQuery(ENCRYPTED)) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  private static Boolean byR2dbc(String query) {
    PostgresqlConnectionFactory connections =
        new PostgresqlConnectionFactory(
            url(query).connection().connectTimeout(Duration.ofSeconds(20)).build());
    return Mono.usingWhen(
            connections.create(),
            connection ->
                connection
                    .createStatement(ENCRYPTED)
                    .execute()
                    .flatMap(result -> result.map(row -> row.get(0, Boolean.class)))
                    .next(),
            PostgresqlConnection::close)
        .block(Duration.ofSeconds(60));
  }

  @Test
  void aServerWithATrustedCertificateIsSpokenToInTls() throws Exception {
    assertThat(byJdbc(verified(own))).isTrue();
    assertThat(byR2dbc(verified(own))).isTrue();
  }

  @Test
  void aServerWithAnotherCertificateIsRefused() {
    assertThatThrownBy(() -> byJdbc(verified(stranger))).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> byR2dbc(verified(stranger))).isInstanceOf(RuntimeException.class);
  }

  @Test
  void withTlsOffNothingIsEncrypted() throws Exception {
    assertThat(byJdbc("?sslmode=disable")).isFalse();
    assertThat(byR2dbc("?sslmode=disable")).isFalse();
  }
}
