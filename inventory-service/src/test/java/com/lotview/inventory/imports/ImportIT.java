package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.inventory.imports.format.Workbooks;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.EventProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@Tag("servers")
class ImportIT extends ImportTest {
  private static final String FILE =
      """
      Stock #,VIN,Year,Make,Model,Miles,Price,Notes
      I1,5TDXZ3DC2KS015402,2019,TOYOTA,Sienna SE,29403,"$39,998 ",clean
      I2,,2020,Kia,Rio,,Not Priced,
      I1,,2020,Kia,Rio,5,100,
      I4,5TDXZ3DC2KS015402,2020,Kia,Rio,5,100,
      I5,7GZ07RF71SNO11750,2025,GMC,Savana,5,100,
      I6,,soon,GMC,Savana,5,100,
      """;

  @Test
  void every_row_has_an_outcome_and_a_second_time_nothing_changes() {
    JsonNode first = run(Order.of(FILE).as(Role.SALES_MANAGER));

    assertThat(first.get("state").asString()).isEqualTo("DONE");
    assertThat(first.get("rows").asInt()).isEqualTo(6);
    assertThat(first.get("done").asInt()).isEqualTo(6);
    assertThat(first.get("created").asInt()).isEqualTo(3);
    assertThat(first.get("rejected").asInt()).isEqualTo(3);
    JsonNode problems = first.get("problems");
    assertThat(problems.get(0).get("line").asInt()).isEqualTo(4);
    assertThat(problems.get(0).get("column").asString()).isEqualTo("Stock #");
    assertThat(problems.get(0).get("value").asString()).isEqualTo("I1");
    assertThat(problems.get(0).get("reason").asString())
        .isEqualTo("the same stock number as in line 2");
    assertThat(problems.get(0).get("suggestion").asString()).isEqualTo("Keep one of the two rows");
    assertThat(problems.get(1).get("reason").asString()).isEqualTo("the same VIN as in line 2");
    assertThat(problems.get(2).get("column").asString()).isEqualTo("Year");
    assertThat(first.get("warnings").toString()).contains("Price", "Miles", "VIN");
    JsonNode stored = vehicle("I1").get("data").get(0);
    assertThat(stored.get("price").asLong()).isEqualTo(3_999_800);
    assertThat(stored.get("make").asString()).isEqualTo("Toyota");
    assertThat(stored.get("conditionGrade").isNull()).isTrue();
    assertThat(stored.get("cleanTitle").isNull()).isTrue();

    JsonNode second = run(Order.of(FILE));

    assertThat(second.get("created").asInt()).isZero();
    assertThat(second.get("updated").asInt()).isZero();
    assertThat(second.get("unchanged").asInt()).isEqualTo(3);
    assertThat(second.get("rejected").asInt()).isEqualTo(3);
  }

  @Test
  void the_report_has_every_row_and_what_can_be_done() {
    String id = run(Order.of(FILE)).get("importId").asString();

    JsonNode whole = report(id, "");
    assertThat(whole.get("rows")).hasSize(6);
    assertThat(whole.get("next").isNull()).isTrue();
    JsonNode part = report(id, "?limit=2&after=3");
    assertThat(part.get("rows").get(0).get("row").asInt()).isEqualTo(4);
    assertThat(part.get("next").asInt()).isEqualTo(5);
    JsonNode vin = part.get("rows").get(1);
    assertThat(vin.get("outcome").asString()).isEqualTo("REJECTED");
    assertThat(whole.get("rows").get(4).get("cells").toString())
        .contains("It may be 7GZ07RF71SN011750: compare it with the vehicle");

    String file = csv(id);
    assertThat(file.lines().findFirst().orElseThrow())
        .isEqualTo("\uFEFFrow,outcome,column,value,reason,suggestion");
    assertThat(file)
        .contains("\"4\",\"REJECTED\",\"Stock #\",\"I1\",\"the same stock number as in line 2\"");
  }

  @Test
  void a_report_runs_no_formula() {
    String id =
        run(Order.of("Stock,Year,Make,Model\nF1,=1+1,Kia,Rio\n\"=HYPERLINK(1)\",@SUM(1),-2,+3\n"))
            .get("importId")
            .asString();

    assertThat(csv(id)).contains("\"'=1+1\"").doesNotContain(",\"=", ",\"@");
  }

  @Test
  void a_new_vehicle_takes_the_number_that_another_gives_up_in_the_same_file() {
    run(Order.of("Stock,VIN,Year,Make,Model\nX1,5TDXZ3DC2KS015402,2019,Toyota,Sienna\n"));

    JsonNode swapped =
        run(
            Order.of(
                """
                Stock,VIN,Year,Make,Model
                Y1,5TDXZ3DC2KS015402,2019,Toyota,Sienna
                X1,1HGBH41JXMN109186,2021,Honda,Civic
                """));

    assertThat(swapped.get("updated").asInt()).isEqualTo(1);
    assertThat(swapped.get("created").asInt()).isEqualTo(1);
    assertThat(vehicle("X1").get("data").get(0).get("make").asString()).isEqualTo("Honda");
    assertThat(vehicle("Y1").get("data").get(0).get("make").asString()).isEqualTo("Toyota");
  }

  @Test
  void a_number_that_only_capitals_tell_apart_is_the_same() {
    run(
        Order.of(
            "Stock,Year,Make,Model,Price\nab-é1,2019,Toyota,Sienna,9000\nk7,2019,Kia,Rio,9000\n"));

    JsonNode again =
        run(
            Order.of(
                "Stock,Year,Make,Model,Price\nAB-É1,2019,Toyota,Sienna,9500\nK7,2019,Kia,Rio,9500\n"));

    assertThat(again.get("updated").asInt()).isEqualTo(2);
    assertThat(again.get("created").asInt()).isZero();
  }

  @Test
  void a_file_changes_what_it_says_and_leaves_the_rest() {
    run(Order.of(FILE));

    JsonNode changed =
        run(Order.of("VIN,Stock,Make,Model,Price\n5TDXZ3DC2KS015402,NEW1,,,37000\n"));

    assertThat(changed.get("updated").asInt()).isEqualTo(1);
    assertThat(changed.get("rejected").asInt()).isZero();
    JsonNode stored = vehicle("NEW1").get("data").get(0);
    assertThat(stored.get("price").asLong()).isEqualTo(3_700_000);
    assertThat(stored.get("mileage").asInt()).isEqualTo(29403);
    assertThat(stored.get("notes").asString()).isEqualTo("clean");
  }

  @Test
  void a_dry_run_tells_and_does_nothing() {
    JsonNode told = run(Order.of(FILE).query("?dryRun=true"));

    assertThat(told.get("dryRun").asBoolean()).isTrue();
    assertThat(told.get("created").asInt()).isEqualTo(3);
    assertThat(told.get("rejected").asInt()).isEqualTo(3);
    assertThat(report(told.get("importId").asString(), "").get("rows")).hasSize(6);
    assertThat(vehicle("").get("pagination").get("total").asInt()).isZero();
  }

  @Test
  void people_without_the_right_and_files_that_are_none_are_refused() {
    post(Order.of(FILE).as(Role.SALESPERSON)).expectStatus().isForbidden();

    JsonNode refused = run(Order.of("just text"));

    assertThat(refused.get("state").asString()).isEqualTo("REFUSED");
    assertThat(refused.get("refusal").asString()).startsWith("needs columns for stock number");
    assertThat(refused.get("created").asInt()).isZero();
  }

  @Test
  void an_import_is_of_its_dealership_only() {
    String id = run(Order.of(FILE)).get("importId").asString();
    WebTestClient other = as(Role.GM, UUID.randomUUID());

    for (String path : List.of("", "/report", "/report.csv")) {
      other.get().uri("/v1/vehicles/imports/" + id + path).exchange().expectStatus().isNotFound();
    }
    other
        .post()
        .uri("/v1/vehicles/imports/" + id + "/cancel")
        .exchange()
        .expectStatus()
        .isNotFound();
    other.get().uri("/v1/vehicles/imports/7").exchange().expectStatus().isNotFound();
    assertThat(body(other.get().uri("/v1/vehicles/imports").exchange()).get("data")).isEmpty();
    JsonNode own = body(as(Role.GM, dealership).get().uri("/v1/vehicles/imports").exchange());
    assertThat(own.get("data").get(0).get("importId").asString()).isEqualTo(id);
  }

  @Test
  void sockets_hear_how_far_it_is() {
    String id = run(Order.of(stock(450))).get("importId").asString();

    List<EventProbe.Heard> heard =
        EventProbe.onTestServers()
            .awaitAll(
                event -> event.type().equals(EventTypes.IMPORT_PROGRESS) && event.key().equals(id),
                3);
    assertThat(heard)
        .allSatisfy(event ->
            assertThat(
                    EventContract.of(Topics.VEHICLE_CHANGED, event.type()).violations(event.text()))
                .isEmpty());
    assertThat(heard.getFirst().body().get("state").asString()).isEqualTo("WAITING");
    assertThat(heard.getLast().body().get("state").asString()).isEqualTo("DONE");
    assertThat(heard.getLast().body().get("done").asInt()).isEqualTo(450);
  }

  @Test
  void a_cancelled_import_stops() {
    String id = body(post(Order.of(stock(2_000)))).get("importId").asString();

    as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles/imports/" + id + "/cancel")
        .exchange()
        .expectStatus()
        .isOk();

    JsonNode over = over(id);
    int stored = vehicle("").get("pagination").get("total").asInt();
    assertThat(over.get("state").asString()).isIn("CANCELLED", "DONE");
    assertThat(stored).isEqualTo(over.get("created").asInt());
  }

  @Test
  void a_workbook_is_imported_like_a_text() {
    JsonNode result =
        run(
            Order.of(
                Workbooks.xls(
                    new Object[] {"Stock", "Year", "Make", "Model", "Price"},
                    new Object[] {"X1", 2019, "Kia", "Rio", 9995.5})));

    assertThat(result.get("created").asInt()).isEqualTo(1);
    assertThat(vehicle("X1").get("data").get(0).get("price").asLong()).isEqualTo(999_550);
  }

  @ParameterizedTest
  @CsvSource({
    "marketplace-listings-us.csv, 300, 7",
    "dms-stock-gmc-us.csv, 156, 0",
    "dms-stock-chevrolet-us.csv, 195, 0",
    "aggregator-multi-dealer-us.csv, 21, 12",
    "google-vehicles-ca.tsv, 38, 0",
    "meta-flat-volvo-se.csv, 300, 0",
    "meta-items-volvo-se.xml, 85, 0",
    "meta-listings-us.xml, 31, 0",
    "google-rss-trucks-us.xml, 26, 1",
    "dealer-site-us.json, 38, 0"
  })
  void real_files_are_imported_once(String name, int rows, int rejected) throws IOException {
    Optional<Path> file = feed(name);
    assumeTrue(file.isPresent(), "the shared data folder is not here");
    byte[] bytes = Files.readAllBytes(file.orElseThrow());

    JsonNode first = run(Order.of(bytes));
    JsonNode second = run(Order.of(bytes));

    assertThat(first.get("rows").asInt()).isEqualTo(rows);
    assertThat(first.get("rejected").asInt()).isEqualTo(rejected);
    assertThat(first.get("created").asInt()).isEqualTo(rows - rejected);
    assertThat(second.get("created").asInt()).isZero();
    assertThat(second.get("updated").asInt()).isZero();
    assertThat(second.get("unchanged")).isEqualTo(first.get("created"));
  }

  /** A file of so many vehicles. */
  static String stock(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(i -> "S%d,2020,Kia,Rio,1234%d,9995\n".formatted(i, i % 10))
        .collect(Collectors.joining("", "Stock,Year,Make,Model,Miles,Price\n", ""));
  }

  private static Optional<Path> feed(String name) {
    String shared = System.getenv().getOrDefault("LOTVIEW_SHARED", "../../shared");
    return Optional.of(Path.of(shared, "data", "feeds", name)).filter(Files::isReadable);
  }

  private JsonNode report(String id, String query) {
    return body(
        as(Role.GM, dealership)
            .get()
            .uri("/v1/vehicles/imports/" + id + "/report" + query)
            .exchange()
            .expectStatus()
            .isOk());
  }

  private String csv(String id) {
    return as(Role.GM, dealership)
        .get()
        .uri("/v1/vehicles/imports/" + id + "/report.csv")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .returnResult()
        .getResponseBody();
  }

  private JsonNode vehicle(String search) {
    return body(as(Role.GM, dealership).get().uri("/v1/vehicles?search={s}", search).exchange());
  }
}
