package com.lotview.standalone.doctor;

import com.lotview.kit.database.DatabaseUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Short questions to a database that may not answer. */
final class Sql {
  private Sql() {}

  /** Connects, or fails in time. */
  static Connection connect(DatabaseUrl url) throws SQLException {
    String seconds = String.valueOf(Examination.ANSWER.toSeconds());
    Properties properties = new Properties();
    properties.setProperty("user", url.user());
    properties.setProperty("password", url.password());
    properties.setProperty("connectTimeout", seconds);
    properties.setProperty("loginTimeout", seconds);
    properties.setProperty("socketTimeout", seconds);
    properties.setProperty("ApplicationName", "lotview-doctor");
    return DriverManager.getConnection(url.jdbc(), properties);
  }

  /** Runs a statement without a result. */
  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first row, as numbers. */
  static List<Long> numbers(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<Long> numbers = new ArrayList<>();
      if (rows.next()) {
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          numbers.add(rows.getLong(column));
        }
      }
      return numbers;
    }
  }

  /** The first column of all rows. */
  static List<String> texts(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
