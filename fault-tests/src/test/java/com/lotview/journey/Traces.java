package com.lotview.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Looks for a secret in everything that LotView keeps: tables, events, objects, logs. */
final class Traces {
  private final Path home;

  Traces(Path home) {
    this.home = home;
  }

  /** Where the secret was found. */
  List<String> of(String secret, Connection superuser) throws SQLException, IOException {
    List<String> found = new ArrayList<>();
    for (String table : tables(superuser)) {
      if (holds(superuser, table, secret)) {
        found.add("table " + table);
      }
    }
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    for (String folder : List.of("logs", "kafka", "objects", "run")) {
      try (Stream<Path> files = Files.walk(home.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (contains(Files.readAllBytes(file), bytes)) {
            found.add(home.relativize(file).toString());
          }
        }
      }
    }
    return found;
  }

  private static List<String> tables(Connection superuser) throws SQLException {
    try (Statement statement = superuser.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')
                """)) {
      List<String> tables = new ArrayList<>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    }
  }

  private static boolean holds(Connection superuser, String table, String secret)
      throws SQLException {
    String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
    try (var look =
        superuser.prepareStatement(
            "select exists (select from "
                + table
                + " t where strpos(t::text, ?) > 0 or strpos(t::text, ?) > 0)")) {
      look.setString(1, secret);
      look.setString(2, hex);
      try (ResultSet row = look.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static boolean contains(byte[] all, byte[] part) {
    return new String(all, StandardCharsets.ISO_8859_1)
        .contains(new String(part, StandardCharsets.ISO_8859_1));
  }
}
