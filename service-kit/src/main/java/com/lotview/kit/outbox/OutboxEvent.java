package com.lotview.kit.outbox;

/**
 * An event to be published with the transaction that caused it.
 *
 * @param topic of Kafka
 * @param key events of one key keep their order
 * @param type CloudEvents type; names the schema of the body
 * @param body record that becomes the JSON body
 */
public record OutboxEvent(String topic, String key, String type, Object body) {}
