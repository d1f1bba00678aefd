package com.lotview.sandbox.variant;

import com.lotview.sandbox.http.BadRequest;
import com.lotview.sandbox.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the files under variants/. A file names the one that it {@code extends} and contains only
 * the differences: objects are merged, everything else is replaced.
 */
final class VariantFiles {
  private VariantFiles() {}

  static ObjectNode read(String name) {
    ObjectNode whole = joined(name);
    ArrayNode types = (ArrayNode) whole.get("types");
    List<String> names = Variant.texts(whole.path("typeNames"));
    for (int i = 0; i < names.size(); i++) {
      ((ObjectNode) types.get(i)).put("name", names.get(i));
    }
    whole.set("canonical", canonical(whole, name.equals("us") ? whole : joined("us")));
    return whole;
  }

  private static ObjectNode joined(String name) {
    ObjectNode own = file(name);
    if (!own.has("extends")) {
      return own;
    }
    ObjectNode base = joined(own.get("extends").asString());
    join(base, own);
    return base;
  }

  private static void join(ObjectNode into, ObjectNode more) {
    more.propertyStream()
        .forEach(entry -> {
          JsonNode known = into.get(entry.getKey());
          if (known instanceof ObjectNode object && entry.getValue() instanceof ObjectNode added) {
            join(object, added);
          } else {
            into.set(entry.getKey(), entry.getValue());
          }
        });
  }

  /** By field, the US words of every option; makes are names and the same everywhere. */
  private static ObjectNode canonical(ObjectNode own, ObjectNode american) {
    ObjectNode canonical = Json.MAPPER.createObjectNode();
    canonical.set(
        "vehicleType",
        Variant.pairs(
            Variant.texts(own.path("typeNames")), Variant.texts(american.path("typeNames"))));
    own.path("options")
        .propertyStream()
        .filter(entry -> !entry.getKey().equals("make"))
        .forEach(entry -> {
          String field = entry.getKey();
          JsonNode told = own.path("usWords").path(field);
          JsonNode words = told.isMissingNode() ? american.path("options").path(field) : told;
          canonical.set(
              field, Variant.pairs(Variant.texts(entry.getValue()), Variant.texts(words)));
        });
    return canonical;
  }

  private static ObjectNode file(String name) {
    String path = "/variants/" + name + ".json";
    try (InputStream in = VariantFiles.class.getResourceAsStream(path)) {
      if (in == null || !name.matches("[a-z0-9-]+")) {
        throw new BadRequest("no such variant: " + name);
      }
      return Json.object(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
