package com.lotview.kit.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Creates the roles and the schema of a service as the database's superuser. {@code <schema>_owner}
 * owns the tables and migrates; the service logs in as {@code <schema>_app} and switches to {@code
 * <schema>_system} for work across dealerships. The container set-up runs the same {@code
 * provision.sql}. A second run changes only the passwords.
 */
public final class DatabaseProvisioner {
  private DatabaseProvisioner() {}

  /** Provisions one schema; both login roles get the password. */
  public static void provision(Connection superuser, String schema, String password)
      throws SQLException {
    setting(superuser, "lotview.schema", schema);
    setting(superuser, "lotview.password", password);
    try (Statement statement = superuser.createStatement()) {
      statement.execute(script());
    }
  }

  private static void setting(Connection connection, String name, String value)
      throws SQLException {
    try (PreparedStatement set = connection.prepareStatement("select set_config(?, ?, false)")) {
      set.setString(1, name);
      set.setString(2, value);
      set.execute();
    }
  }

  private static String script() {
    try (InputStream in = DatabaseProvisioner.class.getResourceAsStream("/lotview/provision.sql")) {
      if (in == null) {
        throw new IllegalStateException("provision.sql is missing from the service kit");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("provision.sql cannot be read", e);
    }
  }
}
