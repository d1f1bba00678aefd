package com.lotview.sandbox.variant;

import com.lotview.sandbox.http.BadRequest;
import com.lotview.sandbox.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One country's and language's form: labels, option lists, fields per vehicle type. The scripts of
 * the pages read the same data, so a new variant is one more resource under variants/.
 */
public final class Variant {
  private final ObjectNode data;

  private Variant(ObjectNode data) {
    this.data = data;
  }

  /**
   * Loads a variant by its name.
   *
   * @throws IllegalArgumentException when there is no such variant
   */
  public static Variant named(String name) {
    try (InputStream in = Variant.class.getResourceAsStream("/variants/" + name + ".json")) {
      if (in == null) {
        throw new IllegalArgumentException("no such variant: " + name);
      }
      return new Variant(Json.object(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The variant's name, such as "us". */
  public String name() {
    return data.path("name").asString();
  }

  /** Everything, for the scripts of the pages. */
  public ObjectNode data() {
    return data;
  }

  /**
   * True when the form shows the field for a vehicle type; fields of every type are not asked here.
   *
   * @throws BadRequest when there is no such type
   */
  public boolean shows(String vehicleType, String field) {
    return StreamSupport.stream(type(vehicleType).path("fields").spliterator(), false)
        .anyMatch(name -> name.asString().equals(field));
  }

  /** The option list of a dropdown as the form offers it; empty for a field that is no dropdown. */
  public List<String> options(String field) {
    return StreamSupport.stream(data.path("options").path(field).spliterator(), false)
        .map(JsonNode::asString)
        .toList();
  }

  private JsonNode type(String vehicleType) {
    return StreamSupport.stream(data.path("types").spliterator(), false)
        .filter(type -> type.path("name").asString().equals(vehicleType))
        .findFirst()
        .orElseThrow(() -> new BadRequest("Please choose a vehicle category."));
  }
}
