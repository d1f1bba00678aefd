package com.lotview.kit.openapi;

import com.lotview.kit.resource.ClassPathFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of the API document that one service answers. The whole document is generated from the
 * code of all services; a test checks that it is up to date.
 */
public final class ServiceDocument {
  private static final String WHOLE = "/contracts/openapi/lotview.json";

  private ServiceDocument() {}

  /** The whole document, as it is in {@code contracts}. */
  public static byte[] whole() {
    return ClassPathFile.bytes(ServiceDocument.class, WHOLE);
  }

  /**
   * The operations with the tag of the service, and the schemas and answers that they refer to.
   *
   * @param service its {@code spring.application.name}
   */
  public static ObjectNode of(String service, JsonMapper json) {
    ObjectNode document = (ObjectNode) json.readTree(whole());
    ObjectNode paths = (ObjectNode) document.get("paths");
    keep(
        paths,
        path -> {
          keep(
              (ObjectNode) path, operation -> service.equals(operation.at("/tags/0").asString("")));
          return !path.isEmpty();
        });
    Set<String> used = new TreeSet<>();
    follow(document, paths, used);
    for (String kind : List.of("schemas", "responses")) {
      ObjectNode all = (ObjectNode) document.at("/components/" + kind);
      List.copyOf(all.propertyNames()).stream()
          .filter(name -> !used.contains("#/components/" + kind + "/" + name))
          .forEach(all::remove);
    }
    return document;
  }

  private static void keep(ObjectNode object, Predicate<JsonNode> wanted) {
    List<String> others = new ArrayList<>();
    object
        .properties()
        .forEach(field -> {
          if (!wanted.test(field.getValue())) {
            others.add(field.getKey());
          }
        });
    object.remove(others);
  }

  private static void follow(JsonNode document, JsonNode part, Set<String> used) {
    for (String reference : part.findValuesAsString("$ref")) {
      if (used.add(reference)) {
        follow(document, document.at(reference.substring(1)), used);
      }
    }
  }
}
