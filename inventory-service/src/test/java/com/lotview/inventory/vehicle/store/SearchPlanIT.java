package com.lotview.inventory.vehicle.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.inventory.ServiceTest;
import com.lotview.inventory.vehicle.query.NumberRange;
import com.lotview.inventory.vehicle.query.SearchReading;
import com.lotview.inventory.vehicle.query.VehicleFilter;
import com.lotview.inventory.vehicle.query.VehicleQuery;
import com.lotview.inventory.vehicle.query.VehicleQuery.Part;
import com.lotview.inventory.vehicle.query.VehicleSearch;
import com.lotview.inventory.vehicle.query.VehicleSort;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.testkit.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * How the database finds what a search wants among many dealerships. {@code
 * -Dlotview.search.dealerships=400} makes the table larger; the plans are printed.
 */
@Tag("servers")
class SearchPlanIT extends ServiceTest {
  private static final int OWN = 500;
  private static final int DEALERSHIPS = Integer.getInteger("lotview.search.dealerships", 40);
  private static final Pattern READ = Pattern.compile("actual time=\\S+ rows=([\\d.]+) loops");
  private static final Pattern REMOVED = Pattern.compile("Rows Removed by Filter: (\\d+)");
  private static final Pattern TIME = Pattern.compile("Execution Time: ([\\d.]+) ms");

  @Autowired DatabaseClient database;
  @Autowired TenantTransactions transactions;
  @Autowired VehicleSearch searches;

  private final UUID first = UUID.randomUUID();

  private void fill() throws SQLException {
    try (Connection connection = TestServers.superuser();
        Statement sql = connection.createStatement()) {
      sql.execute("set search_path = inventory");
      for (int i = 0; i < DEALERSHIPS; i++) {
        UUID dealership = i == 0 ? first : UUID.randomUUID();
        sql.execute(
            """
            insert into vehicle (id, dealership_id, stock_number, vin, year, make, model, trim,
              mileage, exterior_color, body_style, price, features, status, version, created_at,
              updated_at, meaning)
            select gen_random_uuid(), '%s', 'S' || n, '1FTFW1ET5DF' || lpad(n::text, 6, '0'),
              2010 + n %% 15, m.make, m.model, 'Trim ' || n %% 7, n * 37 %% 120000,
              (array['Oxford White', 'Race Red', 'Agate Black', 'Silver'])[1 + n %% 4], 'SUV',
              500000 + n * 7919 %% 6000000, array['Leather', 'Bluetooth'], 'ACTIVE', 1,
              now() - n * interval '1 hour', now(),
              '{"drive": {"value": "4WD", "column": "drivetrain", "cell": "4x4"}}'
            from generate_series(1, %d) n
            join (values (0, 'Ford', 'F-150'), (1, 'Toyota', 'Camry'), (2, 'Kia', 'Sorento'),
              (3, 'Jeep', 'Grand Cherokee'), (4, 'Honda', 'CR-V')) m (i, make, model)
              on m.i = n %% 5
            """
                .formatted(dealership, OWN));
      }
      sql.execute("analyze vehicle");
      sql.execute("vacuum vehicle");
    }
  }

  private String plan(String search) {
    SearchReading read =
        Objects.requireNonNull(searches.read(first, search, LocalDate.now()).block());
    VehicleFilter filter =
        new VehicleFilter(
            Set.of(),
            List.of(),
            List.of(),
            List.of(),
            NumberRange.ALL,
            NumberRange.ALL,
            NumberRange.ALL,
            NumberRange.ALL,
            NumberRange.ALL,
            null,
            Set.of(),
            Set.of(),
            VehicleFilter.Keys.ALL,
            read);
    VehicleConditions conditions =
        VehicleConditions.of(
            new VehicleQuery(filter, VehicleSort.NEWEST, new Part(1, 50, null), LocalDate.now()));
    return explain(
        conditions.bind(
            database.sql(
                "explain (analyze, buffers) select v.* from vehicle v"
                    + conditions.where()
                    + VehicleOrder.of(VehicleSort.NEWEST).orderBy()
                    + " limit 51")));
  }

  private String explain(DatabaseClient.GenericExecuteSpec sql) {
    return String.join(
        "\n",
        Objects.requireNonNull(
            transactions
                .inTenant(first, sql.map(row -> row.get(0, String.class)).all().collectList())
                .block()));
  }

  private static void readsOnlyItsOwn(String what, String plan) {
    assertThat(plan).as(what).doesNotContain("Seq Scan").contains("dealership_id = ");
    long rows = 0;
    Matcher read = READ.matcher(plan);
    while (read.find()) {
      rows = Math.max(rows, (long) Double.parseDouble(read.group(1)));
    }
    Matcher removed = REMOVED.matcher(plan);
    long out = removed.find() ? Long.parseLong(removed.group(1)) : 0;
    assertThat(rows).as(what + "\n" + plan).isLessThanOrEqualTo(OWN);
    assertThat(out).as(what + "\n" + plan).isLessThanOrEqualTo(OWN);
    Matcher time = TIME.matcher(plan);
    String took = time.find() ? time.group(1) : "?";
    System.out.printf("%s: %s ms of %d rows%n%s%n", what, took, OWN * DEALERSHIPS, plan);
  }

  @Test
  void a_search_reads_the_rows_of_its_dealership_only() throws SQLException {
    fill();
    for (String search :
        List.of("red f150 4x4 under 30k", "toyta camry", "000123", "leather", "suv bajo 20 mil")) {
      readsOnlyItsOwn(search, plan(search));
    }
    String names =
        explain(
            database.sql(
                "explain (analyze, buffers) select distinct make, model, trim from vehicle"));
    readsOnlyItsOwn("names", names);
    assertThat(names).contains("Index Only Scan");
  }
}
