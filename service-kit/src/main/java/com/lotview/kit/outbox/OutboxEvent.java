package com.lotview.kit.outbox;

/**
 * An event to be published with the transaction that caused it.
 *
 * @param topic where to
 * @param key what its order is kept for
 * @param type CloudEvents type; names the schema of the body
 * @param body record that becomes the JSON body
 */
public record OutboxEvent(String topic, String key, String type, Object body) {}
