package com.lotview.inventory.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.Role;
import com.lotview.testkit.TestIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dealership with 400 vehicles gets a file of its whole stock: 300 of them at another price, and
 * 300 new ones. The service is killed on the way and started again. Nothing is stored in part or
 * twice, and the report is complete.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrashTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Set<String> OVER = Set.of("DONE", "REFUSED", "CANCELLED");

  private ServiceProcess service;
  private final FeedPage page = new FeedPage();

  @BeforeAll
  void start(@TempDir(cleanup = CleanupMode.ALWAYS) Path home) {
    service = new ServiceProcess(home);
    Facts.noteEvents();
  }

  @AfterAll
  void stop() {
    service.close();
    page.close();
  }

  /** Where it is killed. */
  interface Point {
    /** Waits until the service is there, and kills it. */
    void strike(ServiceProcess service, FeedPage page, Runnable work) throws Exception;
  }

  /** In a transaction, at the change of such a row. */
  static Point at(String table, String change, String fits) {
    return (service, page, work) -> {
      try (Halt halt = new Halt(table, change, fits)) {
        work.run();
        halt.reached();
        service.kill();
      }
    };
  }

  /** While the feed's server answers. */
  static Point inAnswer(int afterBytes) {
    return (service, page, work) -> {
      page.haltAfter(afterBytes);
      work.run();
      page.reached();
      service.kill();
      page.release();
    };
  }

  void anImportSurvives(Point point) throws Exception {
    UUID dealership = UUID.randomUUID();
    importOf(dealership, before());
    String[] id = new String[1];
    point.strike(service, page, () -> id[0] = upload(dealership, after()));
    service.restart();
    over(dealership, id[0]);
    complete(dealership, id[0]);
  }

  void aFeedSurvives(Point point) throws Exception {
    UUID dealership = UUID.randomUUID();
    page.has(before());
    String feed = feed(dealership);
    JsonNode first = settled(dealership, feed, 1);
    assertThat(first.get("state").asString()).isEqualTo("DONE");
    page.has(after());
    // The answer to an order may never come.
    point.strike(
        service,
        page,
        () ->
            Thread.startVirtualThread(
                () -> send(dealership, "/v1/vehicles/feeds/" + feed + "/run", null)));
    service.restart();
    // At the first point the order itself is undone, and is given again.
    if (Facts.count("stock_feed_run where feed_id = '%s'", feed) == 1) {
      send(dealership, "/v1/vehicles/feeds/" + feed + "/run", null);
    }
    JsonNode run = settled(dealership, feed, 2);

    assertThat(run.get("state").asString()).isEqualTo("DONE");
    assertThat(run.get("difference").get("rows").asInt()).isEqualTo(200);
    complete(dealership, run.get("importId").asString());
    assertThat(Facts.count("stock_feed_run where feed_id = '%s'", feed)).isEqualTo(2);
    assertThat(Facts.count("import_job where dealership_id = '%s'", dealership)).isEqualTo(2);
    assertThat(Facts.one("select row_count from stock_feed where id = '%s'", feed))
        .isEqualTo("600");
  }

  private void complete(UUID dealership, String id) {
    JsonNode over = get(dealership, "/v1/vehicles/imports/" + id);
    assertThat(over.get("state").asString()).isEqualTo("DONE");
    assertThat(over.get("done").asInt()).isEqualTo(600);
    assertThat(over.get("created").asInt()).isEqualTo(300);
    assertThat(over.get("updated").asInt()).isEqualTo(300);
    assertThat(over.get("rejected").asInt()).isZero();
    assertThat(over.get("vanished").asInt()).isEqualTo(100);
    assertThat(Facts.count("import_row where import_id = '%s'", id)).isEqualTo(600);
    String mine = "vehicle where dealership_id = '%s' and ";
    assertThat(Facts.count(mine + "status = 'ACTIVE' and price = 2000000", dealership))
        .isEqualTo(600);
    assertThat(Facts.count(mine + "status = 'ARCHIVED'", dealership)).isEqualTo(100);
    assertThat(Facts.count(mine + "true", dealership)).isEqualTo(700);
    assertThat(Facts.count("vanished_vehicle where import_id = '%s'", id)).isEqualTo(100);
    // 400 vehicles came, 300 were changed, 300 came, 100 went: an event each, and one for all 100.
    String events = "appended where payload like '%%%s%%' and type = '%s'";
    assertThat(Facts.count(events, dealership, "vehicle.changed")).isEqualTo(1_100);
    assertThat(Facts.count(events, dealership, "vehicle.vanished")).isEqualTo(1);
    assertThat(Facts.count(events + " and payload like '%%DONE%%'", id, "import.progress"))
        .isEqualTo(1);
  }

  private static String before() {
    StringBuilder file = head();
    rows(file, "K", 300, 10_000);
    rows(file, "B", 100, 10_000);
    return file.toString();
  }

  private static String after() {
    StringBuilder file = head();
    rows(file, "K", 600, 20_000);
    return file.toString();
  }

  private static StringBuilder head() {
    return new StringBuilder("Stock,Year,Make,Model,Mileage,Price\n");
  }

  private static void rows(StringBuilder file, String letter, int count, int price) {
    for (int i = 1; i <= count; i++) {
      file.append("%s%04d,2020,Kia,Rio,%d,%d%n".formatted(letter, i, 1_000 + i, price));
    }
  }

  private void importOf(UUID dealership, String file) {
    over(dealership, upload(dealership, file));
  }

  private String upload(UUID dealership, String file) {
    MultipartBodyBuilder body = new MultipartBodyBuilder();
    body.part("missing", "archive");
    body.part("file", file.getBytes(java.nio.charset.StandardCharsets.UTF_8)).filename("s.csv");
    return JSON.readTree(
            client(dealership)
                .post()
                .uri("/v1/vehicles/import")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(body.build())
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody())
        .get("importId")
        .asString();
  }

  private String feed(UUID dealership) {
    Map<String, Object> feed =
        Map.of(
            "name",
            "Stock",
            "url",
            page.url(),
            "missing",
            "archive",
            "schedule",
            Map.of("everyMinutes", 10_080));
    return JSON.readTree(send(dealership, "/v1/vehicles/feeds", feed)).get("id").asString();
  }

  private String send(UUID dealership, String path, Object body) {
    WebTestClient.RequestBodySpec request = client(dealership).post().uri(path);
    // An order that is cut off by the kill has no answer.
    try {
      return (body == null ? request : request.bodyValue(body))
          .exchange()
          .expectBody(String.class)
          .returnResult()
          .getResponseBody();
    } catch (org.springframework.web.reactive.function.client.WebClientRequestException cut) {
      return "";
    }
  }

  private void over(UUID dealership, String id) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(100))
        .until(() ->
            OVER.contains(get(dealership, "/v1/vehicles/imports/" + id).get("state").asString()));
  }

  // The newest run when there are so many and it is over.
  private JsonNode settled(UUID dealership, String feed, int runs) {
    return await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> get(dealership, "/v1/vehicles/feeds/" + feed + "/runs").get("data"),
            data -> data.size() == runs && !data.get(0).get("finishedAt").isNull())
        .get(0);
  }

  private JsonNode get(UUID dealership, String path) {
    return JSON.readTree(
        client(dealership)
            .get()
            .uri(path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  private WebTestClient client(UUID dealership) {
    String token = TestIssuer.running().accessToken(UUID.randomUUID(), dealership, Role.GM);
    return WebTestClient.bindToServer()
        .baseUrl(service.url())
        .responseTimeout(Duration.ofSeconds(60))
        .defaultHeaders(headers -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token))
        .build();
  }
}
