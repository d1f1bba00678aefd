package com.lotview.bench.tables;

import com.lotview.standalone.LocalSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The database of a measured, throw-away installation, as its superuser. Not thread-safe.
 *
 * <p>What a measurement needs by the thousand is copied from one row that came by the API: so it is
 * whole, whatever columns the services add.
 */
public final class BenchDatabase implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private final Connection connection;

  private BenchDatabase(Connection connection) {
    this.connection = connection;
  }

  /** Of the installation on the folder, which must run. */
  public static BenchDatabase of(Path home) throws IOException, SQLException {
    Properties ports = new Properties();
    try (var in = Files.newBufferedReader(home.resolve("run/ports.properties"))) {
      ports.load(in);
    }
    return at(
        Integer.parseInt(ports.getProperty("postgres")),
        LocalSecrets.passwordOf(home, LocalSecrets.SUPERUSER));
  }

  /** Of the server on this port of this machine, with its superuser's password. */
  public static BenchDatabase at(int port, String password) throws SQLException {
    return new BenchDatabase(
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password));
  }

  /** The first value of the first row, as a number. */
  public double number(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement question = prepared(sql, parameters);
        ResultSet answer = question.executeQuery()) {
      answer.next();
      return answer.getDouble(1);
    }
  }

  /** The first value of each row, as text. */
  List<String> texts(String sql, Object... parameters) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement question = prepared(sql, parameters);
        ResultSet rows = question.executeQuery()) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  /** Rows of a name and a number. */
  public Map<String, Double> numbers(String sql) throws SQLException {
    Map<String, Double> numbers = new HashMap<>();
    try (Statement question = connection.createStatement();
        ResultSet rows = question.executeQuery(sql)) {
      while (rows.next()) {
        numbers.put(rows.getString(1), rows.getDouble(2));
      }
    }
    return numbers;
  }

  /** Rows of a name and a moment. */
  Map<String, Instant> times(String sql) throws SQLException {
    Map<String, Instant> times = new HashMap<>();
    numbers("select id::text, extract(epoch from at) from (" + sql + ") as t (id, at)")
        .forEach((id, seconds) ->
            times.put(id, Instant.ofEpochSecond(0, Math.round(seconds * 1e6) * 1000)));
    return times;
  }

  /** The database's time, in seconds. */
  public double now() throws SQLException {
    return number("select extract(epoch from clock_timestamp())");
  }

  int change(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepared(sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  /** Waits until a condition is true, ten minutes at most. */
  void await(String condition) throws SQLException, InterruptedException {
    Instant until = Instant.now().plus(TIMEOUT);
    while (!texts("select (" + condition + ")::text").getFirst().equals("true")) {
      if (Instant.now().isAfter(until)) {
        throw new IllegalStateException("Never true: " + condition);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /**
   * Copies one row of a table many times.
   *
   * @param template condition that finds the row, as {@code t}
   * @param values SQL by column for what differs, over the rows of {@code source}
   * @param source SQL after {@code from}, one row per copy
   */
  int copy(
      String table,
      String template,
      Map<String, String> values,
      String source,
      Object... parameters)
      throws SQLException {
    List<String> columns = columns(table);
    String chosen =
        String.join(
            ", ",
            columns.stream().map(column -> values.getOrDefault(column, "t." + column)).toList());
    return change(
        "insert into %s (%s) select %s from (select * from %s t where %s limit 1) t cross join %s"
            .formatted(table, String.join(", ", columns), chosen, table, template, source),
        parameters);
  }

  /** The columns of a table that are written, not computed. */
  List<String> columns(String table) throws SQLException {
    return texts(
        "select attname from pg_attribute where attrelid = '"
            + table
            + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''"
            + " and attidentity = '' order by attnum");
  }

  private PreparedStatement prepared(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      if (value instanceof List<?> list) {
        statement.setArray(
            i + 1, connection.createArrayOf("text", list.stream().map(String::valueOf).toArray()));
      } else {
        statement.setObject(i + 1, value);
      }
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
