package com.lotview.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  // Ended by the containers' own reaper with the JVM.
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
