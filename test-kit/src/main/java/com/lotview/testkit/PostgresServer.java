package com.lotview.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL 18 server: embedded, or a container. */
record PostgresServer(
    String host, int port, String database, String superuser, String superuserPassword) {

  private static final class Holder {
    static final PostgresServer RUNNING = ServerChoice.docker() ? container() : embedded();
  }

  static PostgresServer running() {
    return Holder.RUNNING;
  }

  String jdbc() {
    return "jdbc:postgresql://" + host + ":" + port + "/" + database;
  }

  String url(String user, String password) {
    return "postgresql://" + user + ":" + password + "@" + host + ":" + port + "/" + database;
  }

  /** Makes a service's schema and roles by {@code provision.sql} of the module under test. */
  void provision(Connection superuser, String schema, String password) throws SQLException {
    try (PreparedStatement settings =
            superuser.prepareStatement(
                "select set_config('lotview.schema', ?, false),"
                    + " set_config('lotview.password', ?, false)");
        Statement script = superuser.createStatement()) {
      settings.setString(1, schema);
      settings.setString(2, password);
      settings.execute();
      script.execute(script());
    }
  }

  private static String script() {
    try (InputStream in =
        Objects.requireNonNull(
            PostgresServer.class.getResourceAsStream("/lotview/provision.sql"),
            "provision.sql of service-kit is not on the class path")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PostgresServer embedded() {
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
      return new PostgresServer(
          "127.0.0.1", postgres.getPort(), "postgres", "postgres", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // The containers' own reaper stops it with the JVM.
  @SuppressWarnings("resource")
  private static PostgresServer container() {
    PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18");
    postgres.start();
    return new PostgresServer(
        postgres.getHost(),
        postgres.getMappedPort(5432),
        postgres.getDatabaseName(),
        postgres.getUsername(),
        postgres.getPassword());
  }
}
