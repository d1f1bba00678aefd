package com.lotview.standalone.openapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Wrong requests of one operation, made from its part of the document: the same ones each time. A
 * case that breaks a rule of the document names the field which the refusal must name.
 */
final class FuzzCases {
  /**
   * @param field that must be refused by name; null: any answer except a fault is right
   * @param query with its question mark
   * @param segments in place of the path's ids; null: those of the object
   * @param body null: none
   */
  record Case(
      String what,
      String field,
      String query,
      List<String> segments,
      String body,
      Map<String, String> headers) {}

  private static final String PLACE = "\"the place\"";
  private static final List<String> ODD =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e400",
          "9223372036854775808",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "\"\\ufffe\\ud83d\\ude97\\u202e\"",
          "\"'; drop table vehicle; --\"",
          "\"${jndi:x}\"",
          "\"../../etc/passwd\"",
          "[]",
          "{}",
          "[null]",
          "[[[[[[[[[[]]]]]]]]]]",
          "{\"a\":{\"b\":{}}}",
          "\"2026-02-30T25:00:00Z\"",
          "\"+999999999-01-01T00:00:00Z\"",
          "\"" + "x".repeat(20_000) + "\"",
          "NaN",
          "\"%00%ff\"");
  private static final List<String> ODD_TEXTS =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1.5",
          "99999999999999999999",
          "true",
          "null",
          "\u0000",
          "a\u0000b",
          "\ufffe",
          "🚗\u202e",
          "'; drop table vehicle; --",
          "%",
          "a,b,,c",
          ",",
          "x".repeat(3_000),
          "2026-02-30",
          "+999999999-01-01T00:00:00Z",
          "[]",
          "{}",
          "\r\nX-Evil: 1");
  private static final List<String> ODD_SEGMENTS =
      List.of("0", "not-an-id", "%00", "..", "%2e%2e", "%F0%9F%9A%97", "x".repeat(2_000), "null");
  private static final List<String> BROKEN =
      List.of("", " ", "{", "[]", "null", "\"text\"", "{}{}", "{} x", "\u0000", "{\"a\":}", "<a/>");

  private final Samples samples;
  private final Call call;
  private final JsonNode valid;
  private final List<Case> cases = new ArrayList<>();

  private FuzzCases(JsonNode document, Call call, JsonNode valid) {
    this.samples = new Samples(document);
    this.call = call;
    this.valid = valid;
  }

  /** The possible cases, at most so many, in an order that the operation's name decides. */
  static List<Case> of(JsonNode document, Call call, JsonNode valid, int most) {
    FuzzCases made = new FuzzCases(document, call, valid);
    made.parameters();
    if (valid instanceof ObjectNode body) {
      JsonNode schema = made.samples.resolved(call.body());
      made.object(schema, "", "", body);
      made.whole(body);
    }
    Collections.shuffle(made.cases, new Random(call.toString().hashCode()));
    return made.cases.subList(0, Math.min(most, made.cases.size()));
  }

  private void parameters() {
    for (JsonNode one : call.parameters()) {
      String name = one.get("name").asString();
      switch (one.get("in").asString()) {
        case "path" ->
            ODD_SEGMENTS.forEach(odd -> add("path " + odd, null, "", List.of(odd, odd), Map.of()));
        case "query" -> query(name, one.get("schema"));
        default ->
            List.of("", " ", "x".repeat(201), "x".repeat(4_000), "\u00e9", "\"", "*, *")
                .forEach(odd -> add("header " + name, null, "", null, Map.of(name, odd)));
      }
    }
    add("unknown parameter", null, "?noSuchParameter=1", null, Map.of());
  }

  private void query(String name, JsonNode schema) {
    for (String odd : ODD_TEXTS) {
      add("query " + name, null, "?" + name + "=" + encoded(odd), null, Map.of());
    }
    add("query twice", null, "?%s=1&%s=2".formatted(name, name), null, Map.of());
    add("query bare", null, "?" + name, null, Map.of());
    for (String beyond : beyond(schema)) {
      String value = beyond.replaceAll("^\"|\"$", "");
      add("rule of query", name, "?" + name + "=" + encoded(value), null, Map.of());
    }
  }

  private void add(
      String what, String field, String query, List<String> segments, Map<String, String> headers) {
    cases.add(
        new Case(what, field, query, segments, valid == null ? null : valid.toString(), headers));
  }

  private void whole(ObjectNode body) {
    BROKEN.forEach(text -> body("body " + text, null, text));
    body("unknown field", "noSuchField", body.deepCopy().put("noSuchField", 1).toString());
    body.propertyNames()
        .forEach(name -> {
          String twice = body.toString().replaceFirst("}$", ",\"" + name + "\":1}");
          body("twice " + name, name, twice);
        });
    body("deep", null, "[".repeat(5_000));
    body("deep object", null, "{\"a\":".repeat(2_000));
  }

  /** Each field of an object: wrong types, odd values, and values beyond its rules. */
  private void object(JsonNode schema, String pointer, String at, ObjectNode sample) {
    for (var field : schema.path("properties").properties()) {
      JsonNode rule = one(field.getValue());
      String name = at + field.getKey();
      String place = pointer + "/" + field.getKey();
      for (String odd : ODD) {
        body("odd " + name + " " + brief(odd), null, with(place, odd));
      }
      for (String wrong : wrong(field.getValue(), rule)) {
        body("type of " + name + " " + wrong, name, with(place, wrong));
      }
      for (String beyond : beyond(rule)) {
        body("rule of " + name + " " + brief(beyond), name, with(place, beyond));
      }
      if (Samples.required(schema, field.getKey())) {
        body("null " + name, name, with(place, "null"));
      }
      JsonNode part = sample.get(field.getKey());
      if (part instanceof ObjectNode inner) {
        object(rule, place, name + ".", inner);
      } else if (part instanceof ArrayNode list && list.path(0) instanceof ObjectNode inner) {
        object(one(rule.get("items")), place + "/0", name + "[0].", inner);
      }
    }
  }

  private JsonNode one(JsonNode schema) {
    JsonNode found = samples.resolved(schema);
    return found.has("anyOf") ? samples.resolved(found.get("anyOf").get(0)) : found;
  }

  private static List<String> wrong(JsonNode given, JsonNode schema) {
    JsonNode type = schema.path("type");
    return switch (type.isArray() ? type.get(0).asString() : type.asString("")) {
      case "string" -> List.of("12", "true", "[\"a\"]", "{\"a\":1}");
      case "integer" -> List.of("\"12\"", "1.5", "true", "[1]");
      case "boolean" -> List.of("1", "\"true\"", "[true]");
      case "array" -> List.of("\"a\"", "1", "{\"a\":1}");
      case "object" -> List.of("\"a\"", "1", "[1]");
      default -> List.of();
    };
  }

  /** Values just beyond the rules of a schema. */
  private static List<String> beyond(JsonNode schema) {
    List<String> values = new ArrayList<>();
    if (schema.has("minimum")) {
      values.add(String.valueOf(schema.get("minimum").asLong() - 1));
    }
    if (schema.has("maximum")) {
      values.add(String.valueOf(schema.get("maximum").asLong() + 1));
    }
    if (schema.has("maxLength")) {
      values.add("\"" + "x".repeat(schema.get("maxLength").asInt() + 1) + "\"");
    }
    if (schema.path("minLength").asInt(0) == 1) {
      values.add("\"\"");
    }
    if (schema.path("minItems").asInt(0) == 1) {
      values.add("[]");
    }
    if (schema.has("maxItems") && schema.at("/items/type").asString("").equals("string")) {
      String item = "\"" + Samples.ID + "\"";
      values.add("[" + (item + ",").repeat(schema.get("maxItems").asInt()) + item + "]");
    }
    if (schema.has("enum")) {
      values.add("\"NO_SUCH_WORD\"");
    }
    if (schema.path("format").asString("").equals("uuid")) {
      values.add("\"12\"");
    }
    if (schema.path("format").asString("").startsWith("date")) {
      values.add("\"tomorrow\"");
    }
    return values;
  }

  private String with(String pointer, String value) {
    ObjectNode body = (ObjectNode) valid.deepCopy();
    int last = pointer.lastIndexOf('/');
    ((ObjectNode) body.at(pointer.substring(0, last)))
        .put(pointer.substring(last + 1), "the place");
    return body.toString().replace(PLACE, value);
  }

  private void body(String what, String field, String body) {
    cases.add(new Case(what, field, "", null, body, Map.of()));
  }

  private static String brief(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" + text.length() : text;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
