package com.example.sales;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.nio.charset.StandardCharsets;

/**
 * A vehicle was posted or sold. Read as the schemas of {@code posting.state} and {@code
 * vehicle.changed} say; fields and types of events that are not known here are passed over.
 *
 * @param id of the event: the same whenever it comes again
 */
record SalesEvent(
    String id,
    String time,
    String what,
    String dealershipId,
    String vehicleId,
    String stockNumber,
    String priceCents,
    String url) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a record tells; empty if it tells of nothing that is wanted here. */
  static Optional<SalesEvent> of(ConsumerRecord<String, String> record) {
    JsonNode body = JSON.readTree(record.value());
    return switch (header(record, "ce_type")) {
      case "posting.state" -> posted(record, body);
      case "vehicle.changed" -> sold(record, body);
      default -> Optional.empty();
    };
  }

  private static Optional<SalesEvent> posted(ConsumerRecord<String, String> record, JsonNode body) {
    if (!is(body, "status", "POSTED") || body.path("orderChanged").asBoolean(false)) {
      return Optional.empty();
    }
    return Optional.of(
        event(record, "POSTED", body, "", body.path("priceCents"), body.path("fbListingUrl")));
  }

  private static Optional<SalesEvent> sold(ConsumerRecord<String, String> record, JsonNode body) {
    boolean changedNow =
        body.path("changes").valueStream().anyMatch(name -> name.asString("").equals("status"));
    if (!is(body, "status", "SOLD") || !changedNow) {
      return Optional.empty();
    }
    JsonNode vehicle = body.path("vehicle");
    return Optional.of(
        event(
            record,
            "SOLD",
            body,
            vehicle.path("stockNumber").asString(""),
            vehicle.path("priceCents"),
            body.path("none")));
  }

  private static boolean is(JsonNode body, String field, String value) {
    return body.path(field).asString("").equals(value);
  }

  private static SalesEvent event(
      ConsumerRecord<String, String> record,
      String what,
      JsonNode body,
      String stockNumber,
      JsonNode priceCents,
      JsonNode url) {
    return new SalesEvent(
        header(record, "ce_id"),
        header(record, "ce_time"),
        what,
        body.path("dealershipId").asString(""),
        body.path("vehicleId").asString(""),
        stockNumber,
        priceCents.asString(""),
        url.asString(""));
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null) {
      throw new IllegalArgumentException("The header " + name + " is missing");
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
