package com.lotview.inventory.vehicle.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import com.lotview.inventory.imports.ImportTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What is exported is what an import takes back unchanged. */
@Tag("servers")
class ExportIT extends ImportTest {
  private static final String SECRET_TAIL = "X-Amz-Signature=abc";

  private byte[] export(Role role, String query) {
    return Objects.requireNonNull(
        as(role, dealership)
            .get()
            .uri("/v1/vehicles/export" + query)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody());
  }

  private String csv(Role role, String query) {
    return new String(export(role, query), StandardCharsets.UTF_8);
  }

  private Map<String, JsonNode> stock() {
    Map<String, JsonNode> all = new TreeMap<>();
    String cursor = "";
    do {
      JsonNode page =
          body(
              as(Role.GM, dealership)
                  .get()
                  .uri("/v1/vehicles?status=ACTIVE,PENDING,SOLD,ARCHIVED&limit=200" + cursor)
                  .exchange()
                  .expectStatus()
                  .isOk());
      page.path("data").forEach(one -> all.put(one.path("id").asString(), one));
      cursor =
          page.path("nextCursor").isNull() ? "" : "&cursor=" + page.path("nextCursor").asString();
    } while (!cursor.isEmpty());
    return all;
  }

  private Map<String, Long> versions() {
    Map<String, Long> versions = new TreeMap<>();
    stock().forEach((id, vehicle) -> versions.put(id, vehicle.path("version").asLong()));
    return versions;
  }

  private void comesBackUnchanged(String format) {
    Map<String, Long> before = versions();
    byte[] file = export(Role.GM, "?format=" + format + "&status=ACTIVE,PENDING,SOLD,ARCHIVED");

    JsonNode done =
        run(new Order(Role.GM, "", "export." + format, file, Map.of("missing", "archive")));

    assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
    assertThat(done.path("rejected").asInt()).as(done.toString()).isZero();
    assertThat(done.path("created").asInt()).isZero();
    assertThat(done.path("updated").asInt()).isZero();
    assertThat(done.path("vanished").asInt()).isZero();
    assertThat(done.path("unchanged").asInt()).isEqualTo(before.size());
    assertThat(versions()).isEqualTo(before);
  }

  /** Values that break spreadsheets, importers or both. */
  private int nasty() {
    String[] texts = {
      "=1+1",
      "=HYPERLINK(\"http://evil\",\"x\")",
      "+1-800",
      "-5",
      "@SUM(A1)",
      "'=quoted",
      "''",
      "'70s",
      "a \"b\" c",
      "comma, semicolon; bar|",
      "line\nbreak",
      "line\r\nbreak",
      "two  blanks",
      "&lt;b&gt; &amp;amp; <b>bold</b><br>x",
      "\uFF1D1+1",
      "caf\u00E9 \u8D64\u3044\u8ECA \uD83D\uDE97",
      "cafe\u0301 soft\u00ADhyphen \u2011",
      "N/A",
      "007",
      "1E+05",
      "5-Mar",
      "LOUD",
      "C:\\dir\\",
      "[\"a\", \"b\"]"
    };
    for (int i = 0; i < texts.length; i++) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("stockNumber", i % 3 == 0 ? "00" + i : i % 3 == 1 ? "=N" + i : "+N" + i);
      body.put("year", 2019);
      body.put("make", i % 2 == 0 ? "Chevy" : texts[i]);
      body.put("model", texts[i]);
      body.put("trim", texts[i]);
      body.put("exteriorColor", texts[i]);
      body.put("drivetrain", i % 2 == 0 ? "4x4 (part time)" : texts[i]);
      body.put("bodyStyle", i % 2 == 0 ? "pkup" : texts[i]);
      body.put("notes", texts[i] + "\n\n\n" + texts[i]);
      body.put("features", List.of(texts[i], "plain", "with | bar " + i));
      body.put("price", i == 0 ? 99 : 123_456L + i);
      body.put("costBasis", 100_001L + i);
      body.put("mileage", i == 1 ? 0 : 40_000 + i);
      body.put("cleanTitle", i % 2 == 0);
      body.put("lotDate", "2026-01-%02d".formatted(i + 1));
      if (i % 4 == 3) {
        body.put("priceCurrency", "SEK");
        body.put("odometer", 70_914);
        body.put("odometerUnit", "KM");
        body.put("mileage", 44_064);
      }
      create(dealership, body);
    }
    return texts.length;
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void values_that_break_spreadsheets_come_back_as_they_were(String format) {
    int count = nasty();
    assertThat(stock()).hasSize(count);
    comesBackUnchanged(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void what_was_changed_meanwhile_gets_its_exported_value_again(String format) {
    nasty();
    Map<String, JsonNode> before = stock();
    byte[] file = export(Role.GM, "?format=" + format);
    Map<String, Object> other = new HashMap<>();
    for (String field : List.of("make", "model", "trim", "exteriorColor", "bodyStyle", "notes")) {
      other.put(field, "other");
    }
    other.put("features", List.of("other"));
    other.put("price", 777_700);
    other.put("costBasis", 777_700);
    other.put("mileage", 77_777);
    before
        .keySet()
        .forEach(id ->
            as(Role.GM, dealership)
                .patch()
                .uri("/v1/vehicles/" + id)
                .bodyValue(other)
                .exchange()
                .expectStatus()
                .isOk());

    run(new Order(Role.GM, "", "export." + format, file, Map.of()));

    Map<String, JsonNode> after = stock();
    before.forEach((id, vehicle) -> {
      for (String field :
          List.of(
              "stockNumber",
              "make",
              "model",
              "trim",
              "exteriorColor",
              "bodyStyle",
              "notes",
              "features",
              "price",
              "priceCurrency",
              "costBasis",
              "mileage",
              "odometer",
              "odometerUnit")) {
        assertThat(after.get(id).path(field))
            .as(field + " of " + vehicle.path("stockNumber"))
            .isEqualTo(vehicle.path(field));
      }
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aggregator-multi-dealer-us.csv",
        "dealer-site-us.json",
        "dms-stock-chevrolet-us.csv",
        "dms-stock-gmc-us.csv",
        "google-rss-trucks-us.xml",
        "google-vehicles-ca.tsv",
        "marketplace-listings-us.csv",
        "meta-flat-volvo-se.csv",
        "meta-items-volvo-se.xml",
        "meta-listings-us.xml"
      })
  void a_real_feed_comes_back_unchanged(String name) throws IOException {
    Path feed =
        Path.of(
            System.getenv().getOrDefault("LOTVIEW_SHARED", "../../shared"), "data", "feeds", name);
    Assumptions.assumeTrue(Files.exists(feed));
    JsonNode first = run(new Order(Role.GM, "", name, Files.readAllBytes(feed), Map.of()));
    Assumptions.assumeTrue(first.path("state").asString().equals("DONE"), first.toString());
    assertThat(stock()).isNotEmpty();
    comesBackUnchanged("csv");
    comesBackUnchanged("xlsx");
  }

  @Test
  void an_own_stock_with_photos_comes_back_unchanged() {
    String file =
        "Stock,Year,Make,Model,Body,Trans,Drivetrain,Odometer,Price,Title,Owners,Photos\n"
            + "R1,2020,KIA,RIO,pkup,6 Spd A/T,4x4,10500,$9500,Clean,One,"
            + "http://10.0.0.1/a.jpg|http://10.0.0.1/b.jpg\n"
            + "R2,2020,KIA,SOUL,SUV,M/T,AWD,11500,$9600,Rebuilt,2,"
            + "http://10.0.0.1/c.jpg?"
            + SECRET_TAIL
            + "\n";
    assertThat(run(Order.of(file)).path("created").asInt()).isEqualTo(2);
    String exported = csv(Role.GM, "");
    assertThat(exported).contains("http://10.0.0.1/a.jpg|http://10.0.0.1/b.jpg");
    assertThat(exported).doesNotContain(SECRET_TAIL);
    comesBackUnchanged("csv");
    comesBackUnchanged("xlsx");
  }

  @Test
  void a_person_may_change_cells_of_an_export_as_spreadsheets_write_them() {
    Map<String, Object> body = camry("00777");
    body.put("lotDate", "2026-01-31");
    String id = create(dealership, body);
    String edited =
        csv(Role.GM, "")
            .replace("\"24999.00\"", "\"$23,500\"")
            .replace("\"2026-01-31\"", "\"1/31/2026\"");
    JsonNode done = run(Order.of(edited));
    assertThat(done.path("updated").asInt()).as(done.toString()).isEqualTo(1);
    JsonNode vehicle = stock().get(id);
    assertThat(vehicle.path("price").asLong()).isEqualTo(2_350_000);
    assertThat(vehicle.path("lotDate").asString()).isEqualTo("2026-01-31");
    assertThat(vehicle.path("stockNumber").asString()).isEqualTo("00777");
  }

  @Test
  void a_salesperson_gets_no_cost_and_no_notes() {
    Map<String, Object> body = camry("E1");
    body.put("costBasis", 1_234_567);
    body.put("notes", "bought cheap");
    create(dealership, body);
    assertThat(csv(Role.GM, "")).contains("Cost Basis", "12345.67", "bought cheap");
    assertThat(csv(Role.SALESPERSON, ""))
        .doesNotContain("Cost Basis", "12345.67", "Notes", "bought cheap");
  }

  @Test
  void the_lists_filters_and_order_hold() {
    create(dealership, camry("B2"));
    create(dealership, camry("A1"));
    Map<String, Object> kia = camry("C3");
    kia.put("make", "Kia");
    create(dealership, kia);
    String sorted = csv(Role.GM, "?make=Toyota&sort=stockNumber");
    assertThat(sorted.indexOf("\"A1\"")).isPositive().isLessThan(sorted.indexOf("\"B2\""));
    assertThat(sorted).doesNotContain("C3");
    assertThat(csv(Role.GM, "?q=kia")).contains("C3").doesNotContain("\"A1\"");
    // The part of the list that is asked for does not matter.
    assertThat(csv(Role.GM, "?limit=1")).contains("\"A1\"", "\"B2\"", "\"C3\"");
  }

  @ParameterizedTest
  @CsvSource({"csv, text/csv", "xlsx, application/vnd.openxmlformats"})
  void the_file_is_an_attachment_that_no_browser_runs(String format, String type) {
    as(Role.GM, dealership)
        .get()
        .uri("/v1/vehicles/export?format=" + format)
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .value(HttpHeaders.CONTENT_TYPE, value -> assertThat(value).startsWith(type))
        .expectHeader()
        .value(
            HttpHeaders.CONTENT_DISPOSITION,
            value -> assertThat(value).startsWith("attachment").contains("." + format))
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff");
    as(Role.GM, dealership)
        .get()
        .uri("/v1/vehicles/export?format=pdf")
        .exchange()
        .expectStatus()
        .isBadRequest();
  }
}
