package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.contracts.Role;
import com.lotview.inventory.ServiceTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;

@Tag("servers")
class ImportIT extends ServiceTest {
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

  private final UUID dealership = UUID.randomUUID();

  @Test
  void every_row_has_an_outcome_and_a_second_time_nothing_changes() {
    send(Role.SALES_MANAGER, "", FILE)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.importId")
        .exists()
        .jsonPath("$.rows")
        .isEqualTo(6)
        .jsonPath("$.created")
        .isEqualTo(2)
        .jsonPath("$.rejected")
        .isEqualTo(4)
        .jsonPath("$.problems[0].line")
        .isEqualTo(4)
        .jsonPath("$.problems[0].column")
        .isEqualTo("Stock #")
        .jsonPath("$.problems[0].reason")
        .isEqualTo("the same stock number as in line 2")
        .jsonPath("$.problems[1].reason")
        .isEqualTo("the same VIN as in line 2")
        .jsonPath("$.problems[2].column")
        .isEqualTo("VIN")
        .jsonPath("$.problems[3].column")
        .isEqualTo("Year")
        .jsonPath("$.warnings[?(@.line==3 && @.column=='Price')].reason")
        .exists()
        .jsonPath("$.warnings[?(@.line==3 && @.column=='Miles')].reason")
        .exists();
    vehicle("I1")
        .jsonPath("$.data[0].price")
        .isEqualTo(3999800)
        .jsonPath("$.data[0].make")
        .isEqualTo("Toyota")
        .jsonPath("$.data[0].conditionGrade")
        .isEmpty()
        .jsonPath("$.data[0].cleanTitle")
        .isEmpty();

    send(Role.GM, "", FILE)
        .expectBody()
        .jsonPath("$.created")
        .isEqualTo(0)
        .jsonPath("$.updated")
        .isEqualTo(0)
        .jsonPath("$.unchanged")
        .isEqualTo(2)
        .jsonPath("$.rejected")
        .isEqualTo(4);
  }

  @Test
  void a_file_changes_what_it_says_and_leaves_the_rest() {
    send(Role.GM, "", FILE).expectStatus().isOk();

    send(Role.GM, "", "VIN,Stock,Make,Model,Price\n5TDXZ3DC2KS015402,NEW1,,,37000\n")
        .expectBody()
        .jsonPath("$.updated")
        .isEqualTo(1)
        .jsonPath("$.rejected")
        .isEqualTo(0);

    vehicle("NEW1")
        .jsonPath("$.data[0].price")
        .isEqualTo(3700000)
        .jsonPath("$.data[0].mileage")
        .isEqualTo(29403)
        .jsonPath("$.data[0].notes")
        .isEqualTo("clean");
  }

  @Test
  void a_dry_run_tells_and_does_nothing() {
    send(Role.GM, "?dryRun=true", FILE)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.importId")
        .isEmpty()
        .jsonPath("$.created")
        .isEqualTo(2)
        .jsonPath("$.rejected")
        .isEqualTo(4);

    vehicle("").jsonPath("$.pagination.total").isEqualTo(0);
  }

  @Test
  void people_without_the_right_and_files_that_are_none_are_refused() {
    send(Role.SALESPERSON, "", FILE).expectStatus().isForbidden();
    send(Role.GM, "", "just text")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("file");
    send(Role.GM, "", "Stock,Make,Model\n" + "x".repeat(10 * 1024 * 1024 + 1))
        .expectStatus()
        .isEqualTo(413);
    send(Role.GM, "", "Stock,Make,Model\n" + "x".repeat(10 * 1024 * 1024 - 60_000))
        .expectStatus()
        .isOk();
  }

  @ParameterizedTest
  @CsvSource({
    "marketplace-listings-us.csv, 300, 7",
    "dms-stock-gmc-us.csv, 156, 1",
    "dms-stock-chevrolet-us.csv, 195, 0",
    "aggregator-multi-dealer-us.csv, 21, 12",
    "google-vehicles-ca.tsv, 38, 0",
    "meta-flat-volvo-se.csv, 300, 0"
  })
  void real_files_are_imported_once(String name, int rows, int rejected) throws IOException {
    Optional<Path> file = feed(name);
    assumeTrue(file.isPresent(), "the shared data folder is not here");
    byte[] bytes = Files.readAllBytes(file.orElseThrow());

    Map<?, ?> first = summary(bytes);
    Map<?, ?> second = summary(bytes);

    assertThat(first.get("rows")).isEqualTo(rows);
    assertThat(first.get("rejected")).isEqualTo(rejected);
    assertThat(first.get("created")).isEqualTo(rows - rejected);
    assertThat(second.get("created")).isEqualTo(0);
    assertThat(second.get("updated")).isEqualTo(0);
    assertThat(second.get("unchanged")).isEqualTo(first.get("created"));
  }

  private Map<?, ?> summary(byte[] file) {
    return send(Role.GM, "", file)
        .expectStatus()
        .isOk()
        .expectBody(Map.class)
        .returnResult()
        .getResponseBody();
  }

  private static Optional<Path> feed(String name) {
    String shared = System.getenv().getOrDefault("LOTVIEW_SHARED", "../../shared");
    return Optional.of(Path.of(shared, "data", "feeds", name)).filter(Files::isReadable);
  }

  private WebTestClient.BodyContentSpec vehicle(String search) {
    return as(Role.GM, dealership)
        .get()
        .uri("/v1/vehicles?search={s}", search)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody();
  }

  private WebTestClient.ResponseSpec send(Role role, String query, String file) {
    return send(role, query, file.getBytes(StandardCharsets.UTF_8));
  }

  private WebTestClient.ResponseSpec send(Role role, String query, byte[] file) {
    MultipartBodyBuilder body = new MultipartBodyBuilder();
    body.part("file", file).filename("stock.csv");
    return as(role, dealership)
        .post()
        .uri("/v1/vehicles/import" + query)
        .contentType(MediaType.MULTIPART_FORM_DATA)
        .bodyValue(body.build())
        .exchange();
  }
}
