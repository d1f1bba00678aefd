package com.lotview.standalone.openapi;

import static java.util.stream.Collectors.joining;

import com.lotview.contracts.ErrorCode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The error answers of the document: each set of codes with one status is named once. */
final class Problems {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String BETWEEN = "-";

  private Problems() {}

  /** The name of the answer that has one of these codes. */
  static String name(Collection<ErrorCode> codes) {
    return codes.stream().map(ErrorCode::name).sorted().collect(joining(BETWEEN));
  }

  /** The codes of a name. */
  static List<ErrorCode> codes(String name) {
    return Stream.of(name.split(BETWEEN)).map(ErrorCode::valueOf).toList();
  }

  static ObjectNode answer(List<ErrorCode> codes) {
    ObjectNode answer = NODES.objectNode();
    answer.put("description", codes.stream().map(ErrorCode::title).collect(joining("; ")));
    ObjectNode content = answer.putObject("content").putObject("application/problem+json");
    ArrayNode parts = content.putObject("schema").putArray("allOf");
    parts.addObject().put("$ref", "#/components/schemas/Problem");
    ArrayNode all = parts.addObject().putObject("properties").putObject("code").putArray("enum");
    codes.stream().map(ErrorCode::name).forEach(all::add);
    content.set("example", example(codes.getFirst()));
    return answer;
  }

  private static ObjectNode example(ErrorCode code) {
    ObjectNode problem = NODES.objectNode();
    problem.put("type", code.type()).put("title", code.title()).put("status", code.status());
    return problem.put("detail", code.title()).put("instance", "/v1").put("code", code.name());
  }

  static ObjectNode schema() {
    ObjectNode schema = NODES.objectNode().put("type", "object");
    schema.put("description", "An error, as RFC 9457 has it.");
    ObjectNode fields = schema.putObject("properties");
    fields.putObject("type").put("type", "string").put("format", "uri");
    fields.putObject("title").put("type", "string");
    fields.putObject("status").put("type", "integer");
    fields.putObject("detail").put("type", "string");
    fields.putObject("instance").put("type", "string");
    ArrayNode codes = fields.putObject("code").put("type", "string").putArray("enum");
    Arrays.stream(ErrorCode.values()).map(ErrorCode::name).sorted().forEach(codes::add);
    fields.putObject("traceId").put("type", "string");
    ObjectNode errors = fields.putObject("errors").put("type", "array");
    errors.put("description", "The fields that are wrong.");
    ObjectNode error = errors.putObject("items").put("type", "object");
    ObjectNode parts = error.putObject("properties");
    parts.putObject("field").put("type", "string");
    parts.putObject("reason").put("type", "string");
    error.putArray("required").add("field").add("reason");
    ArrayNode required = schema.putArray("required");
    List.of("type", "title", "status", "detail", "instance", "code").forEach(required::add);
    return schema;
  }
}
