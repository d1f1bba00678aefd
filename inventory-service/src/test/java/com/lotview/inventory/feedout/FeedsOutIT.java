package com.lotview.inventory.feedout;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.lotview.contracts.Role;
import com.lotview.inventory.ServiceTest;
import com.lotview.inventory.imports.StockPreview;
import com.lotview.inventory.photo.picture.TestImages;
import com.lotview.inventory.vehicle.VehicleFacts;
import com.lotview.testkit.TestIssuer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Feeds at their secret addresses: who may read them, their content, and the report about them. */
class FeedsOutIT extends ServiceTest {
  private static final String PATH = "/v1/dealership/feeds-out";
  private static final WireMockServer AUTH = auth();

  private final UUID dealership = UUID.randomUUID();

  @DynamicPropertySource
  static void auth(DynamicPropertyRegistry registry) {
    registry.add("lotview.security.auth-url", AUTH::baseUrl);
    registry.add("PUBLIC_URL", () -> "https://lots.example.com/");
  }

  @AfterAll
  static void stop() {
    AUTH.stop();
  }

  private static WireMockServer auth() {
    WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    server.start();
    server.stubFor(
        post("/internal/service-tokens")
            .willReturn(
                okJson(
                    "{\"accessToken\":\"%s\",\"expiresIn\":300}"
                        .formatted(TestIssuer.running().serviceToken("auth")))));
    server.stubFor(
        get(urlPathMatching("/internal/dealerships/.*"))
            .willReturn(
                okJson(
                    """
                    {"id":"0199f2c4-7a3e-7000-8000-000000000009","name":"Smith Auto","slug":"smith",
                     "address":"1 Main St","city":"Denver","state":"CO","zip":"80202",
                     "phone":"+1 303 555 0100","website":"https://smith-auto.example"}
                    """)));
    return server;
  }

  @Test
  void a_feed_has_the_active_vehicles_and_the_importer_reads_them_back() {
    create(dealership, camry("A1"));
    Map<String, Object> other = camry("A2");
    other.remove("vin");
    create(dealership, other);
    String sold = create(dealership, camry("A3"));
    change(sold, Map.of("status", "SOLD"));
    Addresses feeds = on(Map.of("storeCode", "smith-1"));

    for (String path : List.of(feeds.meta(), feeds.google())) {
      String feed = text(fetch(path, HttpHeaders.EMPTY, HttpStatus.OK));
      assertThat(StockPreview.vehicles(feed.getBytes(StandardCharsets.UTF_8), Clock.systemUTC()))
          .extracting(VehicleFacts::stockNumber, VehicleFacts::price, VehicleFacts::mileage)
          .containsExactlyInAnyOrder(
              tuple("A1", 2_499_900L, 34_500), tuple("A2", 2_499_900L, 34_500));
      assertThat(feed).contains("smith-1").doesNotContain("one owner");
    }
    assertThat(state().at("/feeds/0/lastFetchedAt").isNull()).isFalse();
  }

  @Test
  void an_unchanged_feed_is_not_sent_again() {
    String id = create(dealership, camry("B1"));
    String path = on(Map.of()).meta();
    EntityExchangeResult<byte[]> first = fetch(path, HttpHeaders.EMPTY, HttpStatus.OK);
    String tag = first.getResponseHeaders().getETag();
    HttpHeaders known = new HttpHeaders();
    known.setIfNoneMatch(tag);
    HttpHeaders since = new HttpHeaders();
    since.setIfModifiedSince(first.getResponseHeaders().getLastModified());

    assertThat(fetch(path, known, HttpStatus.NOT_MODIFIED).getResponseBody()).isNull();
    assertThat(fetch(path, since, HttpStatus.NOT_MODIFIED).getResponseBody()).isNull();

    change(id, Map.of("price", 2_399_900));
    assertThat(text(fetch(path, known, HttpStatus.OK))).contains("23999 USD");
  }

  @Test
  void a_replaced_or_switched_off_address_is_unknown() {
    String vehicle = create(dealership, camry("C1"));
    upload(vehicle);
    Addresses first = on(Map.of());
    String photo = photo(first);
    fetch(photo, HttpHeaders.EMPTY, HttpStatus.OK);
    Addresses second = on(Map.of());
    assertThat(second.meta()).isNotEqualTo(first.meta());

    fetch(first.meta(), HttpHeaders.EMPTY, HttpStatus.NOT_FOUND);
    fetch(photo, HttpHeaders.EMPTY, HttpStatus.NOT_FOUND);
    fetch(second.google(), HttpHeaders.EMPTY, HttpStatus.OK);
    as(Role.GM, dealership).delete().uri(PATH).exchange().expectStatus().isNoContent();
    fetch(second.google(), HttpHeaders.EMPTY, HttpStatus.NOT_FOUND);
    fetch(second.meta().replace("meta.csv", "other.csv"), HttpHeaders.EMPTY, HttpStatus.NOT_FOUND);
    assertThat(state().get("on").asBoolean()).isFalse();
  }

  @Test
  void photos_are_served_while_the_vehicle_is_on_offer_and_do_not_tell_the_feed() {
    String vehicle = create(dealership, camry("D1"));
    upload(vehicle);
    Addresses feeds = on(Map.of());
    String photo = photo(feeds);

    EntityExchangeResult<byte[]> picture = fetch(photo, HttpHeaders.EMPTY, HttpStatus.OK);
    assertThat(picture.getResponseBody()).startsWith(0xFF, 0xD8);
    assertThat(picture.getResponseHeaders().getContentType()).hasToString("image/jpeg");
    String secret = photo.split("/", -1)[3];
    assertThat(feeds.meta()).doesNotContain(secret);
    fetch("/feeds/" + secret + "/meta.csv", HttpHeaders.EMPTY, HttpStatus.NOT_FOUND);
    HttpHeaders known = new HttpHeaders();
    known.setIfNoneMatch(picture.getResponseHeaders().getETag());
    fetch(photo, known, HttpStatus.NOT_MODIFIED);

    change(vehicle, Map.of("status", "SOLD"));
    fetch(photo, HttpHeaders.EMPTY, HttpStatus.NOT_FOUND);
  }

  @Test
  void settings_change_the_feed_and_not_its_address() {
    create(dealership, camry("E 1"));
    String path = on(Map.of()).meta();
    put(Map.of("vehiclePage", "https://smith-auto.example/cars/{stockNumber}?v={vin}"))
        .isEqualTo(HttpStatus.OK);

    assertThat(text(fetch(path, HttpHeaders.EMPTY, HttpStatus.OK)))
        .contains("https://smith-auto.example/cars/E%201?v=1HGBH41JXMN109186");
    put(Map.of("vehiclePage", "https://smith-auto.example/")).isEqualTo(HttpStatus.BAD_REQUEST);
    put(Map.of("vehiclePage", "ftp://x/{vin}")).isEqualTo(HttpStatus.BAD_REQUEST);
    put(Map.of("storeCode", " ")).isEqualTo(HttpStatus.BAD_REQUEST);
  }

  @Test
  void the_report_counts_what_would_be_refused() {
    create(dealership, camry("F1"));
    Map<String, Object> bare = camry("F2");
    bare.remove("price");
    bare.remove("exteriorColor");
    create(dealership, bare);
    on(Map.of());

    JsonNode health =
        body(
            as(Role.GM, dealership)
                .get()
                .uri(PATH + "/health?format=META")
                .exchange()
                .expectStatus()
                .isOk());
    assertThat(health.get("vehicles").asInt()).isEqualTo(2);
    assertThat(health.get("refused").asInt()).isEqualTo(2);
    assertThat(health.get("problems").findValuesAsString("field"))
        .contains("image[0].url", "price", "exterior_color");
    assertThat(health.at("/flawed/1/stockNumber").asString()).isEqualTo("F2");
  }

  @Test
  void only_a_manager_decides_and_no_one_sees_another_dealerships_feeds() {
    as(Role.SALES_MANAGER, dealership)
        .post()
        .uri(PATH)
        .bodyValue(Map.of())
        .exchange()
        .expectStatus()
        .isForbidden();
    as(Role.GM, dealership)
        .get()
        .uri(PATH + "/health?format=META")
        .exchange()
        .expectStatus()
        .isNotFound();
    put(Map.of()).isEqualTo(HttpStatus.NOT_FOUND);
    create(dealership, camry("G1"));
    String path = on(Map.of()).meta();
    UUID other = UUID.randomUUID();
    create(other, camry("G2"));

    assertThat(text(fetch(path, HttpHeaders.EMPTY, HttpStatus.OK)))
        .contains("G1")
        .doesNotContain("G2");
  }

  private record Addresses(String meta, String google) {}

  private Addresses on(Map<String, Object> settings) {
    JsonNode made =
        body(
            as(Role.GM, dealership)
                .post()
                .uri(PATH)
                .bodyValue(settings)
                .exchange()
                .expectStatus()
                .isCreated());
    assertThat(made.get("meta").asString()).startsWith("https://lots.example.com/feeds/");
    return new Addresses(
        URI.create(made.get("meta").asString()).getPath(),
        URI.create(made.get("google").asString()).getPath());
  }

  private ObjectAssert<Object> put(Map<String, Object> settings) {
    return assertThat(
        (Object)
            as(Role.GM, dealership)
                .put()
                .uri(PATH)
                .bodyValue(settings)
                .exchange()
                .returnResult(Void.class)
                .getStatus());
  }

  private JsonNode state() {
    return body(as(Role.GM, dealership).get().uri(PATH).exchange().expectStatus().isOk());
  }

  private static JsonNode body(WebTestClient.ResponseSpec answer) {
    return JsonMapper.shared()
        .readTree(answer.expectBody(String.class).returnResult().getResponseBody());
  }

  private void change(String vehicle, Map<String, Object> change) {
    as(Role.GM, dealership)
        .patch()
        .uri("/v1/vehicles/" + vehicle)
        .bodyValue(change)
        .exchange()
        .expectStatus()
        .isOk();
  }

  private void upload(String vehicle) {
    MultipartBodyBuilder photo = new MultipartBodyBuilder();
    photo.part("images", TestImages.jpeg(400, 300, 1)).filename("a.jpg");
    as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles/" + vehicle + "/images")
        .bodyValue(photo.build())
        .exchange()
        .expectStatus()
        .isCreated();
  }

  /** The path of the first photo in the feed. */
  private String photo(Addresses feeds) {
    String feed = text(fetch(feeds.meta(), HttpHeaders.EMPTY, HttpStatus.OK));
    return URI.create(feed.replaceAll("(?s).*?(https://\\S+?/photos/[^,]+\\.jpg).*", "$1"))
        .getPath();
  }

  private EntityExchangeResult<byte[]> fetch(String path, HttpHeaders headers, HttpStatus status) {
    return anonymous()
        .get()
        .uri(path)
        .headers(all -> all.addAll(headers))
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .returnResult();
  }

  private static String text(EntityExchangeResult<byte[]> answer) {
    return new String(answer.getResponseBody(), StandardCharsets.UTF_8);
  }
}
