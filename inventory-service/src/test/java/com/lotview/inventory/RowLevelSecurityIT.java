package com.lotview.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import com.lotview.inventory.photo.TestImages;
import com.lotview.testkit.TestServers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.MultipartBodyBuilder;

@Tag("servers")
class RowLevelSecurityIT extends ServiceTest {

  @Test
  void the_services_role_sees_no_row_of_any_table_without_a_dealership() throws SQLException {
    fillEveryTable();

    List<String> tables =
        names(
            "select table_name from information_schema.columns"
                + " where table_schema = 'inventory' and column_name = 'dealership_id'");
    assertThat(tables)
        .contains("vehicle", "vehicle_image", "import_job", "import_row", "idempotency");
    for (String table : tables) {
      assertThat(count(TestServers.superuser(), table)).as(table + " has rows").isPositive();
      assertThat(count(TestServers.asService("inventory"), table)).as(table).isZero();
    }
    assertThat(
            names(
                "select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where nspname = 'inventory' and relkind = 'r' and relforcerowsecurity"
                    + " and relrowsecurity"))
        .containsAll(tables);
  }

  private void fillEveryTable() {
    UUID dealership = UUID.randomUUID();
    String id = create(dealership, camry("RLS"));
    as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles")
        .header("Idempotency-Key", "rls")
        .bodyValue(camry("RLS2"))
        .exchange()
        .expectStatus()
        .isCreated();
    MultipartBodyBuilder photo = new MultipartBodyBuilder();
    photo.part("images", TestImages.jpeg(40, 30, 1)).filename("a.jpg");
    as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles/" + id + "/images")
        .bodyValue(photo.build())
        .exchange()
        .expectStatus()
        .isCreated();
    MultipartBodyBuilder file = new MultipartBodyBuilder();
    file.part("missing", "archive");
    file.part("file", "Stock,Year,Make,Model\nR9,2020,Kia,Rio\n".getBytes(StandardCharsets.UTF_8))
        .filename("stock.csv");
    as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles/import")
        .bodyValue(file.build())
        .exchange()
        .expectStatus()
        .isOk();
  }

  private static List<String> names(String sql) throws SQLException {
    try (Connection connection = TestServers.superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from inventory." + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
