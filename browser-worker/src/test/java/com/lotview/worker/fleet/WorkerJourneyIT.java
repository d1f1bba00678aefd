package com.lotview.worker.fleet;

import static com.lotview.worker.fleet.FleetTables.released;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.kit.storage.ObjectStore;
import com.lotview.sandbox.Sandbox;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.sandbox.ledger.Photo;
import com.lotview.testkit.TestServers;
import com.lotview.worker.WorkerApplication;
import com.lotview.worker.fleet.job.PostingOrder;
import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One posting by a real browser on a site whose own ledger judges it. */
@SpringBootTest(
    classes = {WorkerApplication.class, FleetEars.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.config.name=worker", "LOTVIEW_PACE=none"})
@DirtiesContext // Its fleet would take the jobs of other tests.
@Timeout(180)
@Tag("browser")
class WorkerJourneyIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final OtherServices OTHERS = new OtherServices();
  private static final Sandbox SITE = Sandbox.builder().seed(7).start();

  @Autowired ObjectStore objects;
  @Autowired FleetEars ears;

  @BeforeAll
  static void browser() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromedriver")), "Chromium is not installed");
  }

  @AfterAll
  static void close() {
    SITE.close();
  }

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) throws IOException {
    TestServers.register(registry, "fleet");
    TestServers.storageEnvironment().forEach((name, value) -> registry.add(name, () -> value));
    OTHERS.register(registry);
    Path home = Files.createTempDirectory("lv");
    registry.add("LOTVIEW_WORKER_HOME", home::toString);
    registry.add("MARKETPLACE_URL", SITE::url);
  }

  @Test
  void aVehicle_isListedOnce_asOrdered() throws Exception {
    List<PostingOrder.Photo> photos =
        Stream.of(Color.RED, Color.GREEN, Color.BLUE)
            .map(c -> OTHERS.photo(Pictures.of(c)))
            .toList();
    String body = Orders.body("journey", 300, photos);
    PostingOrder order = JSON.readValue(body, PostingOrder.class);
    JsonNode account = JSON.readTree(account());
    OTHERS.serve(order, account.get("cookies").toString());
    ears.order(body);

    JsonNode result = ears.result(order);
    assertThat(result.get("outcome").asString()).as(result.toString()).isEqualTo("POSTED");
    List<Listing> listings = SITE.ledger().listings();
    assertThat(listings).hasSize(1);
    Listing listing = listings.getFirst();
    assertThat(listing.id()).isEqualTo(result.get("fbListingId").asString());
    assertThat(listing.account()).isEqualTo(account.get("id").asString());
    assertThat(listing.price()).isEqualTo(24_999);
    assertThat(listing.mileage()).isEqualTo(34_500);
    assertThat(listing.condition()).as("not known, so not said").isNull();
    assertThat(listing.description()).isEqualTo(order.listing().description());
    assertThat(listing.photos())
        .hasSize(3)
        .extracting(Photo::sha256)
        .containsExactlyElementsOf(photos.stream().map(PostingOrder.Photo::sha256).toList());

    assertThat(ears.steps(order)).hasSize(7);
    for (JsonNode picture : result.get("evidence")) {
      byte[] png = objects.get(picture.get("key").asString()).block(Duration.ofSeconds(10));
      assertThat(png).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(5_000);
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> released(order));
    assertThat(OTHERS.savedCookies(order).orElseThrow()).contains("c_user");
    String folder =
        FleetTables.value("select folder from fleet.run where job_id = '%s'", order.jobId());
    assertThat(Path.of(folder)).doesNotExist();
    assertThat(processesIn(folder)).isEmpty();
  }

  @Test
  void aRunOutOfTime_leavesNoProcess() throws Exception {
    String body = Orders.body("late", 1, List.of(OTHERS.photo(Pictures.of(Color.RED))));
    PostingOrder order = JSON.readValue(body, PostingOrder.class);
    JsonNode account = JSON.readTree(account());
    OTHERS.serve(order, account.get("cookies").toString());
    // A quick machine would be done in time.
    post(
        "/__faults",
        "{\"kind\":\"upload.slow\",\"seconds\":8,\"account\":\"%s\"}"
            .formatted(account.get("id").asString()));
    ears.order(body);
    JsonNode result = ears.result(order);
    assertThat(result.get("outcome").asString()).as(result.toString()).isEqualTo("FAILED");
    assertThat(result.get("reason").asString()).containsAnyOf("nothing for 1 s", "longer than 3 s");
    String folder =
        FleetTables.value("select folder from fleet.run where job_id = '%s'", order.jobId());
    assertThat(processesIn(folder)).as("the result is told when the browser is dead").isEmpty();
  }

  private static List<String> processesIn(String folder) throws IOException {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(process -> Character.isDigit(process.getFileName().toString().charAt(0)))
          .map(WorkerJourneyIT::commandLine)
          .filter(line -> line.contains(folder))
          .toList();
    }
  }

  private static String commandLine(Path process) {
    try {
      return Files.readString(
          process.resolve("cmdline"), java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }

  private static String account() throws Exception {
    return post("/__accounts", "{\"name\":\"Sam Seller\",\"city\":\"Denver, Colorado\"}");
  }

  private static String post(String path, String body) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(SITE.url() + path))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
