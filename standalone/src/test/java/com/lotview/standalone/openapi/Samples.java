package com.lotview.standalone.openapi;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Examples that fit a schema: the same schema has the same example each time. */
final class Samples {
  static final String ID = "0190a1b2-0000-7000-8000-000000000001";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("make", "Toyota"),
          Map.entry("model", "Camry"),
          Map.entry("trim", "SE"),
          Map.entry("stockNumber", "A1042"),
          Map.entry("vin", "4T1G11AK8LU123456"),
          Map.entry("firstName", "Sam"),
          Map.entry("lastName", "Smith"),
          Map.entry("label", "Sam's account"),
          Map.entry("name", "Smith Auto"),
          Map.entry("city", "Denver"),
          Map.entry("state", "CO"),
          Map.entry("location", "Denver, CO"),
          Map.entry("title", "2019 Toyota Camry SE"),
          Map.entry("description", "One owner, no accidents."),
          Map.entry("password", "correct-horse-battery"),
          Map.entry("currentPassword", "correct-horse-battery"),
          Map.entry("newPassword", "staple-battery-horse"),
          Map.entry("instructions", "Mention the new tires."),
          Map.entry("timezone", "America/Denver"),
          Map.entry("website", "https://smith-auto.example"),
          Map.entry("phone", "+1 303 555 0100"));
  private static final Map<String, Long> NUMBERS =
      Map.of("year", 2019L, "price", 1899500L, "mileage", 41200L, "page", 1L, "limit", 50L);

  private final JsonNode document;

  Samples(JsonNode document) {
    this.document = document;
  }

  /** Follows a reference. */
  JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : document.at(reference.substring(1));
  }

  /** A body of a request: the required fields, and those with their own example. */
  JsonNode request(JsonNode schema) {
    JsonNode body = resolved(schema);
    if (!(body.get("properties") instanceof ObjectNode properties)) {
      return of("", schema);
    }
    ObjectNode sample = NODES.objectNode();
    for (var field : properties.properties()) {
      boolean required = required(body, field.getKey());
      if (required || field.getValue().has("examples")) {
        sample.set(field.getKey(), part(field.getKey(), field.getValue()));
      }
    }
    if (sample.isEmpty() && !properties.isEmpty()) {
      var first = properties.properties().iterator().next();
      sample.set(first.getKey(), part(first.getKey(), first.getValue()));
    }
    return sample;
  }

  private JsonNode part(String name, JsonNode schema) {
    return resolved(schema).has("properties") ? request(schema) : of(name, schema);
  }

  /** A complete value, as in an answer. */
  JsonNode of(String name, JsonNode given) {
    JsonNode schema = resolved(given);
    if (schema.has("anyOf") || schema.has("oneOf")) {
      return of(name, schema.path(schema.has("anyOf") ? "anyOf" : "oneOf").get(0));
    }
    for (String known : new String[] {"examples", "enum"}) {
      if (schema.get(known) instanceof ArrayNode values && !values.isEmpty()) {
        return values.get(0);
      }
    }
    if (schema.has("default")) {
      return schema.get("default");
    }
    JsonNode type = schema.path("type");
    return switch (type.isArray() ? type.get(0).asString() : type.asString("any")) {
      case "object" -> object(schema);
      case "array" -> NODES.arrayNode().add(of("", schema.get("items")));
      case "boolean" -> NODES.booleanNode(true);
      case "integer", "number" ->
          NODES.numberNode(
              Math.max(NUMBERS.getOrDefault(name, 1L), schema.path("minimum").asLong(0)));
      case "string" -> NODES.stringNode(text(name, schema));
      default -> NODES.stringNode("text");
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode sample = NODES.objectNode();
    for (var field : schema.path("properties").properties()) {
      sample.set(field.getKey(), of(field.getKey(), field.getValue()));
    }
    if (schema.get("additionalProperties") instanceof ObjectNode values) {
      sample.set("key", of("", values));
    }
    return sample;
  }

  private static String text(String name, JsonNode schema) {
    return switch (schema.path("format").asString("")) {
      case "uuid" -> ID;
      case "date-time" -> "2026-12-01T09:00:00-07:00";
      case "date" -> "2026-12-01";
      case "uri" -> "https://lotview.example/link";
      case "email" -> "sam@smith-auto.example";
      case "binary" -> "bytes";
      default -> {
        String text = TEXTS.getOrDefault(name, name.isEmpty() ? "text" : name);
        yield text.substring(
            0, Math.min(text.length(), schema.path("maxLength").asInt(text.length())));
      }
    };
  }

  static boolean required(JsonNode schema, String field) {
    for (JsonNode name : schema.path("required")) {
      if (name.asString().equals(field)) {
        return true;
      }
    }
    return false;
  }
}
