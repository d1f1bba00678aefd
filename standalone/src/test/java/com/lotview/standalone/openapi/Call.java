package com.lotview.standalone.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** An operation of the document. */
record Call(String method, String path, JsonNode operation) {
  static List<Call> all(JsonNode document) {
    List<Call> all = new ArrayList<>();
    for (var path : document.get("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        all.add(
            new Call(
                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()));
      }
    }
    return all;
  }

  /** The path with these in place of its parameters; one that is left over stands for itself. */
  String path(List<String> segments) {
    String filled = path;
    for (String segment : segments) {
      filled = filled.replaceFirst("\\{\\w+}", segment);
    }
    return filled.replaceAll("\\{(\\w+)}", "$1");
  }

  /** The problem codes of all its answers. */
  Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    for (JsonNode answer : operation.path("responses")) {
      String reference = answer.path("$ref").asString("");
      if (!reference.isEmpty()) {
        Problems.codes(reference.replaceAll(".*/", "")).forEach(code -> codes.add(code.name()));
      }
    }
    return codes;
  }

  JsonNode parameters() {
    return operation.path("parameters");
  }

  /** The schema of its JSON body; missing without one. */
  JsonNode body() {
    return operation.at("/requestBody/content/application~1json/schema");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
