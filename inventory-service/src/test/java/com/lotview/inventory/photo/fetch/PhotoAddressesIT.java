package com.lotview.inventory.photo.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.Role;
import com.lotview.inventory.photo.PhotoTest;
import com.lotview.inventory.photo.heif.HeifTool;
import com.lotview.inventory.photo.picture.HeifFiles;
import com.lotview.inventory.photo.picture.TestImages;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.testkit.TestServers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Photos by address from the stock file to the vehicle; the test decides when the poller runs. */
@Tag("servers")
@TestPropertySource(
    properties = {"lotview.outside.allowed-networks=127.0.0.0/8", "lotview.photos.poll=1h"})
class PhotoAddressesIT extends PhotoTest {
  @Autowired private AddressPoller poller;
  @Autowired private AddressStore store;
  @Autowired private TenantTransactions transactions;
  @Autowired private DatabaseClient database;

  private final PhotoServer server = new PhotoServer();

  @AfterEach
  void stop() {
    server.close();
  }

  /** Other tests import real files: a poll would try each of their addresses first. */
  @BeforeEach
  void leaveTheAddressesOfOthers() throws SQLException {
    try (Connection superuser = TestServers.superuser();
        Statement statement = superuser.createStatement()) {
      statement.executeUpdate(
          "update inventory.photo_address set next_at = next_at + interval '1 year'");
    }
  }

  @Test
  void photos_come_in_the_order_of_the_file_and_an_equal_file_asks_for_nothing() {
    String[] urls = new String[5];
    for (int i = 0; i < urls.length; i++) {
      urls[i] =
          server.photo("/" + i + ".jpg", TestImages.jpeg(60 + i, 48, i + 1), "\"v" + i + "\"");
    }

    load(urls);
    assertThat(progress()).isEqualTo(Map.of("wanted", 5, "fetched", 0, "failed", List.of()));
    poll();

    assertThat(widths()).containsExactly(60, 61, 62, 63, 64);
    assertThat(images().getFirst().get("isPrimary")).isEqualTo(true);
    assertThat(progress()).isEqualTo(Map.of("wanted", 5, "fetched", 5, "failed", List.of()));
    assertThat(server.asked()).hasSize(5);

    load(urls);
    poll();
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void of_another_list_known_photos_are_asked_whether_they_changed() {
    String first = server.photo("/1.jpg", TestImages.jpeg(61, 48, 1), "\"one\"");
    String second = server.photo("/2.jpg", TestImages.jpeg(62, 48, 2), "\"two\"");
    load(first, second);
    poll();
    server.asked();
    server.photo("/2.jpg", TestImages.jpeg(72, 48, 12), "\"other\"");
    String third = server.photo("/3.jpg", TestImages.jpeg(63, 48, 3), "\"three\"");

    load(first, second, third);
    poll();

    assertThat(server.asked())
        .containsExactlyInAnyOrder("/1.jpg unless \"one\"", "/2.jpg unless \"two\"", "/3.jpg");
    assertThat(widths()).containsExactly(61, 72, 63);
  }

  @Test
  void a_photo_that_comes_late_gets_its_place() {
    String first = server.text("/1.jpg", 503, "busy");
    String second = server.photo("/2.jpg", TestImages.jpeg(62, 48, 2), "\"two\"");
    load(first, second);
    poll();
    assertThat(widths()).containsExactly(62);
    assertThat(progress())
        .isEqualTo(failed(2, 1, Map.of("url", first, "reason", "the server answers 503")));

    server.photo("/1.jpg", TestImages.jpeg(61, 48, 1), "\"one\"");
    poll();
    assertThat(widths()).as("it is not yet time to try again").containsExactly(62);
    makeDue();
    poll();

    assertThat(widths()).containsExactly(61, 62);
    assertThat(images().getFirst().get("isPrimary")).isEqualTo(true);
    assertThat(progress()).isEqualTo(Map.of("wanted", 2, "fetched", 2, "failed", List.of()));
  }

  @Test
  void an_address_that_never_answers_is_given_up_after_six_attempts() {
    load(server.text("/1.jpg", 500, "broken"));

    for (int attempt = 1; attempt <= 8; attempt++) {
      makeDue();
      poll();
    }

    assertThat(server.asked()).hasSize(6);
    assertThat(states()).containsExactly("FAILED");
  }

  @Test
  void what_is_no_picture_or_is_not_public_fails_alone_and_at_once() {
    String page = server.text("/page.jpg", 200, "<html>not found</html>");
    String metadata = "http://169.254.169.254/latest/meta-data/";
    String inside = server.redirect("/inside.jpg", "http://10.0.0.1/secret.jpg");
    String huge = server.text("/huge.jpg", 200, "x".repeat(15 * 1024 * 1024 + 1));
    String good = server.photo("/good.jpg", TestImages.jpeg(61, 48, 1), "\"one\"");

    load(page, metadata, inside, huge, good);
    poll();

    assertThat(widths()).containsExactly(61);
    assertThat(states()).containsExactly("FAILED", "FAILED", "FAILED", "FAILED", "FETCHED");
    List<?> failures = (List<?>) progress().get("failed");
    assertThat(failures).hasSize(4);
    assertThat(failures.get(0))
        .isEqualTo(Map.of("url", page, "reason", "is no JPEG, PNG or WebP image"));
    assertThat(failures.get(3)).isEqualTo(Map.of("url", huge, "reason", "is larger than 15 MB"));
    makeDue();
    server.asked();
    poll();
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void photos_of_an_iphone_come_by_address() {
    HeifTool.assumeInstalled();
    String heic = server.photo("/1.jpg", TestImages.file("turned.heic"), "\"one\"");
    String huge =
        server.photo(
            "/2.heic", HeifFiles.withSize(TestImages.file("corners.heic"), 9000, 9000), "\"two\"");
    load(heic, huge);
    poll();

    assertThat(widths()).containsExactly(32);
    assertThat(progress())
        .isEqualTo(
            failed(
                2,
                1,
                Map.of(
                    "url",
                    huge,
                    "reason",
                    "has 9000 x 9000 pixels; at most 50 megapixels are taken")));
  }

  @Test
  void a_photo_that_a_person_removed_does_not_come_back() {
    String first = server.photo("/1.jpg", TestImages.jpeg(61, 48, 1), "\"one\"");
    String second = server.photo("/2.jpg", TestImages.jpeg(62, 48, 2), "\"two\"");
    load(first, second);
    poll();
    as(Role.GM, dealership)
        .delete()
        .uri("/v1/vehicles/" + vehicle + "/images/" + images().getFirst().get("id"))
        .exchange()
        .expectStatus()
        .isNoContent();
    server.photo("/1.jpg", TestImages.jpeg(71, 48, 11), "\"newer\"");

    load(second, first);
    poll();

    assertThat(widths()).containsExactly(62);
  }

  @Test
  void a_manager_names_addresses_and_the_server_fetches_them() {
    String metadata = "http://169.254.169.254/latest/meta-data/";
    String good = server.photo("/good.jpg", TestImages.jpeg(61, 48, 1), "\"one\"");

    name(Role.SALES_MANAGER, List.of(good, metadata)).expectStatus().isAccepted();
    poll();

    assertThat(widths()).containsExactly(61);
    assertThat(states()).containsExactly("FETCHED", "FAILED");
  }

  @Test
  void addresses_of_others_and_what_is_no_address_are_refused() {
    String url = "https://dealer.example/1.jpg";
    name(Role.SALESPERSON, List.of(url)).expectStatus().isForbidden();
    for (List<String> urls :
        List.of(
            List.<String>of(),
            List.of("file:///etc/passwd"),
            List.of("/1.jpg"),
            List.of("https://dealer.example/" + "x".repeat(2_000)),
            Collections.nCopies(21, url))) {
      name(Role.GM, urls).expectStatus().isBadRequest();
    }
    as(Role.GM, UUID.randomUUID())
        .post()
        .uri("/v1/vehicles/" + vehicle + "/images/addresses")
        .bodyValue(Map.of("urls", List.of(url)))
        .exchange()
        .expectStatus()
        .isNotFound();
    assertThat(states()).isEmpty();
  }

  private WebTestClient.ResponseSpec name(Role role, List<String> urls) {
    return as(role, dealership)
        .post()
        .uri("/v1/vehicles/" + vehicle + "/images/addresses")
        .bodyValue(Map.of("urls", urls))
        .exchange();
  }

  @Test
  void two_of_a_host_are_taken_at_once() {
    String[] urls = new String[6];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = server.address("/" + i + ".jpg");
    }
    load(urls);

    Instant now = Instant.now();
    List<PhotoAddress> taken =
        transactions
            .inSystemMany(store.takeDue(now, now.plusSeconds(60), 8))
            .filter(address -> address.dealershipId().equals(dealership))
            .collectList()
            .block();

    assertThat(taken).hasSize(2);
  }

  private void load(String... urls) {
    String csv =
        "Stock,Year,Make,Model,Photo Url List\nPHOTO,2021,Toyota,Camry,\""
            + String.join("|", urls)
            + "\"\n";
    MultipartBodyBuilder body = new MultipartBodyBuilder();
    body.part("file", csv.getBytes(StandardCharsets.UTF_8)).filename("stock.csv");
    Object id =
        as(Role.GM, dealership)
            .post()
            .uri("/v1/vehicles/import")
            .contentType(MediaType.MULTIPART_FORM_DATA)
            .bodyValue(body.build())
            .exchange()
            .expectStatus()
            .isAccepted()
            .expectBody(Map.class)
            .returnResult()
            .getResponseBody()
            .get("importId");
    await().atMost(Duration.ofSeconds(60)).until(() -> "DONE".equals(state(id)));
  }

  private Object state(Object importId) {
    return as(Role.GM, dealership)
        .get()
        .uri("/v1/vehicles/imports/" + importId)
        .exchange()
        .expectBody(Map.class)
        .returnResult()
        .getResponseBody()
        .get("state");
  }

  private void poll() {
    poller.poll().block();
  }

  private void makeDue() {
    transactions
        .inTenant(
            dealership,
            database
                .sql(
                    "update photo_address set next_at = now() - interval '1 second'"
                        + " where next_at is not null")
                .then())
        .block();
  }

  private List<String> states() {
    return transactions
        .inTenant(dealership, store.of(UUID.fromString(vehicle)).collectList())
        .block()
        .stream()
        .map(address -> address.state().name())
        .toList();
  }

  private List<Object> widths() {
    return images().stream().<Object>map(image -> image.get("width")).toList();
  }

  private static Map<String, Object> failed(int wanted, int fetched, Map<?, ?>... failures) {
    return Map.of("wanted", wanted, "fetched", fetched, "failed", Arrays.asList(failures));
  }

  private Map<?, ?> progress() {
    return (Map<?, ?>)
        as(Role.GM, dealership)
            .get()
            .uri("/v1/vehicles/" + vehicle)
            .exchange()
            .expectBody(Map.class)
            .returnResult()
            .getResponseBody()
            .get("photos");
  }
}
