package com.lotview.standalone.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BreakingChangesTest {
  private static final String DOCUMENT =
      """
      {"paths": {"/v1/cars": {"post": {
        "security": [{"accessToken": []}, {"apiKey": ["cars.write"]}],
        "parameters": [{"name": "page", "in": "query", "required": false,
          "schema": {"type": "integer", "minimum": 1, "maximum": 9}}],
        "requestBody": {"required": true, "content": {"application/json": {"schema":
          {"$ref": "#/components/schemas/Car"}}}},
        "responses": {"200": {"content": {"application/json": {"schema": {
          "type": "object", "required": ["id"], "properties": {
            "id": {"type": "string"},
            "state": {"type": "string", "enum": ["NEW", "OLD"]},
            "tags": {"type": "array", "items": {"type": "string"}}}}}}}}}}},
       "components": {"schemas": {"Car": {"type": "object", "required": ["make"], "properties": {
         "make": {"type": "string", "maxLength": 100},
         "kind": {"type": "string", "enum": ["CAR", "TRUCK"]},
         "price": {"type": ["integer", "null"]}}}}}}
      """;

  @Test
  void sameDocument_breaksNothing() {
    assertThat(changes("x", "x")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/v1/cars|/v1/autos|the operation is gone",
        "\"post\": {|\"put\": {|the operation is gone",
        "\"name\": \"page\"|\"name\": \"side\"|the parameter query page is gone",
        "\"query\", \"required\": false|\"query\", \"required\": true|page is now required",
        "\"maximum\": 9|\"maximum\": 8|maximum is now 8",
        "\"minimum\": 1|\"minimum\": 2|minimum is now 2",
        "\"maxLength\": 100|\"maxLength\": 99|maxLength is now 99",
        "[\"make\"]|[\"make\", \"kind\"]|the field kind is now required",
        "[\"CAR\", \"TRUCK\"]|[\"CAR\"]|takes only",
        "\"kind\":|\"sort\":|the field kind is gone",
        "[\"integer\", \"null\"]|\"integer\"|no longer all of",
        "\"id\": {\"type\": \"string\"}|\"id\": {\"type\": \"integer\"}|answers [integer]",
        "\"id\": {\"type\": \"string\"}|\"id\": {\"type\": [\"string\", \"null\"]}|answers [null",
        "\"state\": {|\"mood\": {|the field state is gone",
        "[\"NEW\", \"OLD\"]|[\"NEW\", \"OLD\", \"SOLD\"]|answers the new words [SOLD]",
        "\"required\": [\"id\"], |~~|the field id may now be missing",
        "\"items\": {\"type\": \"string\"}|\"items\": {\"type\": \"boolean\"}|answers [boolean]",
        "\"200\": {|\"202\": {|this status is gone",
        "[\"cars.write\"]|[\"cars.admin\"]|can no longer be called with",
        "{\"accessToken\": []}, |~~|can no longer be called with"
      })
  void whatTakesSomethingAway_breaks(String before, String after, String named) {
    assertThat(changes(before, after == null ? "" : after))
        .hasSize(1)
        .first()
        .asString()
        .contains(named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"maximum\": 9|\"maximum\": 10",
        "[\"CAR\", \"TRUCK\"]|[\"CAR\", \"TRUCK\", \"VAN\"]",
        "\"required\": [\"make\"], |~~",
        "\"kind\":|\"trim\": {\"type\": \"string\"}, \"kind\":",
        "\"state\":|\"mood\": {\"type\": \"string\"}, \"state\":",
        "\"200\": {|\"201\": {}, \"200\": {"
      })
  void whatOnlyAdds_breaksNothing(String before, String after) {
    assertThat(changes(before, after == null ? "" : after)).isEmpty();
  }

  private static List<String> changes(String before, String after) {
    assertThat(DOCUMENT.contains(before) || before.equals("x")).as(before).isTrue();
    JsonNode old = ApiDocument.JSON.readTree(DOCUMENT);
    JsonNode now = ApiDocument.JSON.readTree(DOCUMENT.replace(before, after));
    return BreakingChanges.between(old, now);
  }
}
