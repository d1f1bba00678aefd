package com.lotview.posting;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.testkit.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("servers")
class TenantIsolationIT extends ServiceUnderTest {

  @Test
  void everyTableOfDealershipsIsProtectedAndShowsNothingWithoutOne() throws SQLException {
    posting(account());
    try (Connection superuser = TestServers.superuser();
        Connection service = TestServers.asService("posting")) {
      List<String> tables =
          read(
              superuser,
              """
              select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attname = 'dealership_id'
              where n.nspname = 'posting' and c.relkind = 'r' order by 1
              """);
      assertThat(tables)
          .contains("posting", "posting_event", "fb_account", "dispatch", "account_slot");
      assertThat(
              read(
                  superuser,
                  """
                  select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'dealership_id'
                  where n.nspname = 'posting' and c.relkind = 'r'
                    and not (c.relrowsecurity and c.relforcerowsecurity)
                  """))
          .isEmpty();
      assertThat(read(superuser, "select count(*)::text from posting.posting").getFirst())
          .isNotEqualTo("0");
      for (String table : tables) {
        assertThat(read(service, "select count(*)::text from posting." + table))
            .as(table)
            .containsExactly("0");
      }
    }
  }

  private static List<String> read(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
