package com.lotview.kit.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A received event: CloudEvents 1.0, Kafka binary mode.
 *
 * @param id the same for every delivery of the same event
 * @param type names the schema of the body
 * @param key events of one key keep their order
 * @param body JSON
 */
public record IncomingEvent(
    UUID id, String type, String key, Instant time, @Nullable String traceparent, String body) {

  /**
   * Reads a record.
   *
   * @throws IllegalArgumentException if a CloudEvents header is missing or malformed; such a record
   *     belongs into the dead letter topic
   */
  public static IncomingEvent of(ConsumerRecord<String, String> record) {
    return new IncomingEvent(
        UUID.fromString(required(record, "ce_id")),
        required(record, "ce_type"),
        record.key(),
        Instant.parse(required(record, "ce_time")),
        header(record, "traceparent"),
        record.value());
  }

  private static String required(ConsumerRecord<String, String> record, String name) {
    String value = header(record, name);
    if (value == null) {
      throw new IllegalArgumentException("Record without header " + name);
    }
    return value;
  }

  private static @Nullable String header(ConsumerRecord<String, String> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
