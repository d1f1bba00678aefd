package com.lotview.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.kit.error.RefusalException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Requests that once ended in a 500, or in a format that no handler wants. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"spring.config.name=kitweb"})
class RequestInputTest {
  private static final String STORABLE = "must not hold a NUL or half a character";

  @LocalServerPort int port;
  @Autowired ServerCodecConfigurer codecs;
  private WebTestClient http;

  @Configuration
  @EnableAutoConfiguration(exclude = {R2dbcAutoConfiguration.class, KafkaAutoConfiguration.class})
  @Import(Handlers.class)
  static class Application {}

  enum Colour {
    RED,
    BLUE
  }

  record Inner(List<String> words) {}

  record Body(String name, @Nullable Inner inner) {}

  @RestController
  static class Handlers {
    @GetMapping("/open/things/{id}")
    Map<String, String> get(
        @PathVariable String id,
        @RequestParam(required = false) @Nullable String search,
        @RequestParam(required = false) @Nullable Instant from,
        @RequestParam(required = false) @Nullable Set<Colour> colour) {
      return Map.of("id", id);
    }

    @PostMapping("/open/things")
    Body post(@RequestBody Body body) {
      return body;
    }

    @PostMapping("/open/trees")
    ObjectNode tree(@RequestBody ObjectNode body) {
      return body;
    }

    @PostMapping("/open/refused")
    void refuse() {
      throw RefusalException.invalid("a", "b");
    }
  }

  @BeforeEach
  void client() {
    http = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
  }

  @ParameterizedTest
  @CsvSource({
    "/open/things, '{\"name\":\"a\\u0000b\"}', name",
    "/open/things, '{\"name\":\"a\\ud800\"}', name",
    "/open/things, '{\"name\":\"\\udc00\\ud800\"}', name",
    "/open/things, '{\"name\":\"a\",\"inner\":{\"words\":[\"\\u0000\"]}}', inner.words[0]",
    "/open/trees, '{\"a\":{\"b\":\"\\u0000\"}}', a.b",
    "/open/trees, '{\"a\":\"\\ud800x\"}', a"
  })
  void textInABody_thatNoDatabaseHolds_isRefusedByField(String path, String body, String field) {
    refused(
            http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange(),
            400,
            "VALIDATION_ERROR")
        .jsonPath("$.errors[0].field")
        .isEqualTo(field)
        .jsonPath("$.errors[0].reason")
        .isEqualTo(STORABLE);
  }

  @Test
  void wholeCharacters_areTaken() {
    http.post()
        .uri("/open/things")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"name\":\"\\ud83d\\ude97 caf\u00e9\"}")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.name")
        .isEqualTo("\ud83d\ude97 caf\u00e9");
  }

  @ParameterizedTest
  @CsvSource({
    "/open/things/1?search=%00, search, must not hold a NUL or half a character",
    "/open/things/1?colour=%00, colour, must not hold a NUL or half a character",
    "/open/things/1?colour=GREEN, colour, 'must be one of RED, BLUE'",
    "/open/things/1?from=%2B999999999-01-01T00:00:00Z, from,"
        + " 'must be a time with its offset, such as 2026-12-01T09:00:00-07:00'",
    "/open/things/1?from=2026-01-01T00:00:00, from,"
        + " 'must be a time with its offset, such as 2026-12-01T09:00:00-07:00'"
  })
  void parameter_isRefusedByNameAndReason(String path, String field, String reason) {
    refused(get(path, MediaType.APPLICATION_JSON_VALUE), 400, "VALIDATION_ERROR")
        .jsonPath("$.errors[0].field")
        .isEqualTo(field)
        .jsonPath("$.errors[0].reason")
        .isEqualTo(reason);
  }

  @Test
  void pathWithANul_isNoPath() {
    refused(get("/open/things/%00", MediaType.APPLICATION_JSON_VALUE), 404, "NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "image/png", "garbage", "application/xml"})
  void answerThatNoClientAccepts_isAProblem(String accept) {
    refused(get("/open/things/1", accept), 406, "NOT_ACCEPTABLE");
  }

  @Test
  void browsersOwnAccept_getsJson() {
    get("/open/things/1", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.APPLICATION_JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "application/xml",
        "application/x-ndjson",
        "application/merge-patch+json",
        "text/plain"
      })
  void bodyThatIsNotJson_isAProblem(String type) {
    refused(
            http.post()
                .uri("/open/things")
                .header("Content-Type", type)
                .bodyValue("name=a".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .exchange(),
            415,
            "UNSUPPORTED_MEDIA_TYPE")
        .jsonPath("$.detail")
        .isEqualTo("Send the body with Content-Type: application/json");
  }

  @Test
  void noBody_isNamed() {
    refused(
            http.post().uri("/open/things").contentType(MediaType.APPLICATION_JSON).exchange(),
            400,
            "VALIDATION_ERROR")
        .jsonPath("$.detail")
        .isEqualTo("body: is required; send JSON");
  }

  @Test
  void objects_areReadFromJsonOnly() {
    ResolvableType object = ResolvableType.forClass(Body.class);
    assertThat(
            List.of(
                MediaType.APPLICATION_JSON,
                MediaType.APPLICATION_NDJSON,
                MediaType.APPLICATION_XML,
                MediaType.TEXT_XML,
                MediaType.APPLICATION_CBOR,
                MediaType.APPLICATION_YAML))
        .filteredOn(type -> codecs.getReaders().stream().anyMatch(r -> r.canRead(object, type)))
        .containsExactly(MediaType.APPLICATION_JSON);
  }

  @Test
  void methodThatIsNotThere_namesThoseThatAre() {
    refused(http.delete().uri("/open/things/1").exchange(), 405, "METHOD_NOT_ALLOWED");
    http.delete().uri("/open/things/1").exchange().expectHeader().valueEquals("Allow", "GET");
  }

  @Test
  void missingToken_isAskedFor() {
    get("/v1/things", MediaType.APPLICATION_JSON_VALUE)
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .valueEquals("WWW-Authenticate", "Bearer");
  }

  @Test
  void largeBody_isTakenUpToOneMegabyte() {
    http.post()
        .uri("/open/things")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"name\":\"" + "x".repeat(900_000) + "\"}")
        .exchange()
        .expectStatus()
        .isOk();
  }

  private WebTestClient.ResponseSpec get(String path, String accept) {
    return http.get()
        .uri(URI.create("http://127.0.0.1:" + port + path))
        .header("Accept", accept)
        .exchange();
  }

  private static WebTestClient.BodyContentSpec refused(
      WebTestClient.ResponseSpec response, int status, String code) {
    return response
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code);
  }
}
