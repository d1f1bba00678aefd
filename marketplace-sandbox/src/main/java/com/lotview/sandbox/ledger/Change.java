package com.lotview.sandbox.ledger;

import com.lotview.sandbox.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One change of a stored listing.
 *
 * @param field the listing's field, such as "price" or "sold"
 * @param from as text; null when it was empty
 * @param to as text; null when it is empty now
 */
public record Change(Instant at, String field, @Nullable String from, @Nullable String to) {
  private static final List<String> FIELDS =
      List.of(
          "title",
          "vehicleType",
          "year",
          "make",
          "model",
          "mileage",
          "price",
          "bodyStyle",
          "exteriorColor",
          "interiorColor",
          "cleanTitle",
          "condition",
          "fuelType",
          "transmission",
          "description",
          "location",
          "photos",
          "sold");

  /** What differs between two states of one listing; pictures by their hashes, in order. */
  static List<Change> between(Listing before, Listing after, Instant at) {
    JsonNode old = Json.MAPPER.valueToTree(before);
    JsonNode fresh = Json.MAPPER.valueToTree(after);
    List<Change> changes = new ArrayList<>();
    for (String field : FIELDS) {
      String from = field.equals("photos") ? hashes(before) : text(old.path(field));
      String to = field.equals("photos") ? hashes(after) : text(fresh.path(field));
      if (!Objects.equals(from, to)) {
        changes.add(new Change(at, field, from, to));
      }
    }
    return changes;
  }

  private static String hashes(Listing listing) {
    return listing.photos().stream().map(Photo::sha256).collect(Collectors.joining(" "));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isNull() ? null : node.asString();
  }
}
