package com.lotview.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * The servers of a test run, each started at its first use and ended with the JVM. Services get
 * them under the names of their environment variables. Thread-safe.
 */
public final class TestServers {
  private static final String PASSWORD = "test";

  private TestServers() {}

  /** Points a service's context at the servers; its schema is made if it is not there. */
  public static void register(DynamicPropertyRegistry registry, String schema) {
    environment(schema).forEach((name, value) -> registry.add(name, () -> value));
  }

  /** The environment variables of a service on the test servers. */
  public static Map<String, String> environment(String schema) {
    PostgresServer postgres = PostgresServer.running();
    provision(postgres, schema);
    Map<String, String> env = new LinkedHashMap<>();
    env.put("DATABASE_URL", postgres.url(schema + "_app", PASSWORD));
    env.put("DATABASE_MIGRATION_URL", postgres.url(schema + "_owner", PASSWORD));
    env.put("KAFKA_BOOTSTRAP_SERVERS", KafkaServer.running().bootstrapServers());
    env.put("AUTH_URL", TestIssuer.running().url());
    env.put("SERVICE_SECRET", "test-secret");
    env.put("PORT", "0");
    return env;
  }

  /** The environment variables of the object store; only for services that use it. */
  public static Map<String, String> storageEnvironment() {
    return StorageServer.running().environment();
  }

  /** A superuser's connection, which row-level security does not bind: for checks only. */
  public static Connection superuser() throws SQLException {
    PostgresServer postgres = PostgresServer.running();
    return DriverManager.getConnection(
        postgres.jdbc(), postgres.superuser(), postgres.superuserPassword());
  }

  /** A connection as the service's own login role, without a tenant. */
  public static Connection asService(String schema) throws SQLException {
    return DriverManager.getConnection(PostgresServer.running().jdbc(), schema + "_app", PASSWORD);
  }

  private static synchronized void provision(PostgresServer postgres, String schema) {
    try (Connection connection =
        DriverManager.getConnection(
            postgres.jdbc(), postgres.superuser(), postgres.superuserPassword())) {
      postgres.provision(connection, schema, PASSWORD);
    } catch (SQLException e) {
      throw new IllegalStateException("The test database could not be provisioned", e);
    }
  }
}
