package com.lotview.inventory.crash;

import com.lotview.testkit.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the service's tables say, read beside it. */
final class Facts {
  private Facts() {}

  /** Notes each event that is appended, in the transaction of its state. */
  static void noteEvents() {
    String schema = ServiceProcess.SCHEMA;
    run("create table if not exists public.appended (type text, key text, payload text)");
    run("grant all on public.appended to public");
    run(
        "create or replace function public.note_event() returns trigger language plpgsql as $$"
            + " begin insert into public.appended values (new.type, new.key, new.payload);"
            + " return new; end $$");
    run(
        "create or replace trigger note_event after insert on "
            + schema
            + ".outbox for each row execute function public.note_event()");
  }

  private static void run(String sql) {
    try (Connection connection = TestServers.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of the first row; tables of the service by name. */
  static String one(String sql, Object... values) {
    try (Connection connection = TestServers.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path to " + ServiceProcess.SCHEMA + ", public");
      try (ResultSet rows = statement.executeQuery(sql.formatted(values))) {
        return rows.next() ? rows.getString(1) : "";
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static int count(String sql, Object... values) {
    return Integer.parseInt(one("select count(*) from " + sql, values));
  }
}
