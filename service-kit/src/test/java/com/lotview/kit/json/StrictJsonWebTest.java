package com.lotview.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.error.RefusalException.FieldProblem;
import com.lotview.kit.events.EventReader;
import com.lotview.kit.events.IncomingEvent;
import com.lotview.kit.web.Problems;
import com.lotview.kit.wiring.KitJsonConfiguration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A request through the decoder of the web server, with the mapper that every service gets. */
class StrictJsonWebTest {
  private static final JsonMapper JSON = kitMapper();

  private final WebTestClient client =
      WebTestClient.bindToController(new Orders())
          .httpMessageCodecs(
              codecs -> codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(JSON)))
          .build();

  record Order(UUID id, Long cents, Instant at, String name, int count, Kind kind, Inner inner) {}

  record Inner(Boolean flag, List<String> words, Double share) {}

  enum Kind {
    SMALL,
    LARGE
  }

  @RestController
  static class Orders {
    @PostMapping("/orders")
    Order order(@RequestBody Order order) {
      return order;
    }

    @PostMapping("/trees")
    ObjectNode tree(@RequestBody ObjectNode tree) {
      return tree;
    }

    @ExceptionHandler
    ResponseEntity<List<String>> problem(Throwable error) {
      RefusalException problem = Problems.from(error);
      assertThat(problem.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
      return ResponseEntity.badRequest()
          .body(problem.fields().stream().map(StrictJsonWebTest::words).toList());
    }
  }

  private static String words(FieldProblem field) {
    return field.field() + " " + field.reason();
  }

  private static JsonMapper kitMapper() {
    JsonMapper[] made = new JsonMapper[1];
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(JacksonAutoConfiguration.class, KitJsonConfiguration.class))
        .run(context -> made[0] = context.getBean(JsonMapper.class));
    return made[0];
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"cents\": 18995.5, \"count\": 1} | cents must be a whole number",
        "{\"cents\": 18995.0, \"count\": 1} | cents must be a whole number",
        "{\"cents\": \"18995\", \"count\": 1} | cents must be a whole number",
        "{\"cents\": \"\", \"count\": 1} | cents must be a whole number",
        "{\"cents\": true, \"count\": 1} | cents must be a whole number",
        "{\"cents\": [], \"count\": 1} | cents must be a whole number",
        "{\"cents\": 99999999999999999999, \"count\": 1} | cents is out of range",
        "{\"count\": null} | count must be a whole number",
        "{} | count must be a whole number",
        "{\"id\": \"\", \"count\": 1} | id must be a UUID",
        "{\"id\": \" \", \"count\": 1} | id must be a UUID",
        "{\"id\": 7, \"count\": 1} | id must be a UUID",
        "{\"name\": 7, \"count\": 1} | name must be text",
        "{\"name\": false, \"count\": 1} | name must be text",
        "{\"kind\": 0, \"count\": 1} | kind must be one of SMALL, LARGE",
        "{\"kind\": \"0\", \"count\": 1} | kind must be one of SMALL, LARGE",
        "{\"kind\": \"\", \"count\": 1} | kind must be one of SMALL, LARGE",
        "{\"inner\": \"\", \"count\": 1} | inner must be an object, whole and alone",
        "{\"inner\": {\"flag\": 1}, \"count\": 1} | inner.flag must be true or false",
        "{\"inner\": {\"flag\": \"true\"}, \"count\": 1} | inner.flag must be true or false",
        "{\"inner\": {\"words\": \"\"}, \"count\": 1} | inner.words must be a list",
        "{\"inner\": {\"words\": [1]}, \"count\": 1} | inner.words[0] must be text",
        "{\"inner\": {\"share\": \"0.5\"}, \"count\": 1} | inner.share must be a number",
        "{\"count\": 1, \"other\": 2} | other is not a known field",
        "{\"count\": 1, \"count\": 2} | count is there twice",
        "{\"count\": 1} {} | body must be an object, whole and alone",
        "{\"count\": 1} x | body is not valid JSON",
        "{\"count\": 1,} | body is not valid JSON",
      })
  void wrongForm_isRefusedByFieldAndReason(String body, String expected) {
    List<String> fields = expected.isEmpty() ? List.of() : List.of(expected);

    assertThat(refused("/orders", body)).isEqualTo(fields);
  }

  @Test
  void tree_isReadStrictlyToo() {
    assertThat(refused("/trees", "{\"price\": 1, \"price\": 2}"))
        .containsExactly("price is there twice");
    assertThat(refused("/trees", "{\"a\": {\"b\": 1, \"b\": 2}}"))
        .containsExactly("a.b is there twice");
    assertThat(refused("/trees", "{\"price\": 1} 7")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\" \"",
        "1795937792",
        "1795937792303",
        "1797764400.5",
        "\"1795937792303\"",
        "\"1795937792303 (ms)\"",
        "\"2026-12-01\"",
        "\"2026-12-01T09:00:00\"",
        "\"2026-12-01 09:00:00\"",
        "\"2026-12-01T09:00:00[America/Denver]\"",
        "true",
        "[]",
        "{}"
      })
  void timeWithoutItsOffset_isRefused(String time) {
    assertThat(refused("/orders", "{\"count\": 1, \"at\": " + time + "}"))
        .containsExactly("at must be a time with its offset, such as 2026-12-01T09:00:00-07:00");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T09:00:00-07:00, 2026-12-01T16:00:00Z",
    "2026-11-28T09:00:00Z, 2026-11-28T09:00:00Z",
    "2026-11-28T09:00:00.123Z, 2026-11-28T09:00:00.123Z",
    "2026-12-01T09:00:00+00:00, 2026-12-01T09:00:00Z",
    "2026-12-01T09:00:00+0000, 2026-12-01T09:00:00Z"
  })
  void timeWithItsOffset_isTaken(String time, Instant expected) {
    Order order = JSON.readValue("{\"count\": 1, \"at\": \"" + time + "\"}", Order.class);

    assertThat(order.at()).isEqualTo(expected);
  }

  @Test
  void rightForms_areTaken() {
    String body =
        """
        {"id": "0190a1b2-0000-7000-8000-000000000001", "cents": 18995, "at": null, "name": "",
         "count": 1, "kind": "LARGE",
         "inner": {"flag": true, "words": [], "share": 1}}
        """;

    Order order = JSON.readValue(body, Order.class);

    assertThat(order.name()).isEmpty();
    assertThat(order.inner()).isEqualTo(new Inner(true, List.of(), 1.0));
  }

  @Test
  void event_mayGainFieldsButNotChangeTypes() {
    EventReader reader = new EventReader(JSON);

    assertThatCode(() -> reader.body(event("{\"flag\": true, \"new\": 1}"), Inner.class))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> reader.body(event("{\"flag\": 1}"), Inner.class))
        .isInstanceOf(JacksonException.class);
  }

  private static IncomingEvent event(String body) {
    return new IncomingEvent(UUID.randomUUID(), "t", "k", Instant.EPOCH, null, body);
  }

  @SuppressWarnings("unchecked")
  private List<String> refused(String path, String body) {
    return client
        .post()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody(List.class)
        .returnResult()
        .getResponseBody();
  }
}
