package com.lotview.testkit;

import com.lotview.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kafka probe: records the events of all topics, and sends events as other services do. */
public final class EventProbe {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final List<UUID> dead = new CopyOnWriteArrayList<>();
  private final KafkaProducer<String, String> producer;

  /** A received event. */
  public record Heard(
      String topic,
      String type,
      String key,
      @Nullable String traceparent,
      String text,
      JsonNode body) {}

  /** A probe on the Kafka of this test run. */
  public static EventProbe onTestServers() {
    return new EventProbe(Map.of("bootstrap.servers", KafkaServer.running().bootstrapServers()));
  }

  /**
   * A probe on another Kafka.
   *
   * @param client properties of a client that may read and write all topics
   */
  public EventProbe(Map<String, Object> client) {
    producer =
        new KafkaProducer<>(
            with(client, Map.of("linger.ms", "0")), new StringSerializer(), new StringSerializer());
    Thread.ofPlatform().daemon().name("event probe").start(() -> listen(client));
  }

  private static Map<String, Object> with(Map<String, Object> client, Map<String, String> more) {
    Map<String, Object> all = new HashMap<>(client);
    all.putAll(more);
    return all;
  }

  private void listen(Map<String, Object> client) {
    Map<String, String> reading =
        Map.of(
            "group.id",
            "event-probe-" + UUID.randomUUID(),
            "auto.offset.reset",
            "earliest",
            "metadata.max.age.ms",
            "1000");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            with(client, reading), new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(
          Topics.ALL.stream()
              .flatMap(topic -> Stream.of(topic, topic + Topics.DEAD_LETTER_SUFFIX))
              .toList());
      while (!Thread.currentThread().isInterrupted()) {
        consumer.poll(Duration.ofMillis(100)).forEach(this::hear);
      }
    }
  }

  private void hear(ConsumerRecord<String, String> record) {
    if (record.topic().endsWith(Topics.DEAD_LETTER_SUFFIX)) {
      dead.add(UUID.fromString(header(record, "ce_id")));
      return;
    }
    String type = header(record, "ce_type");
    heard.add(
        new Heard(
            record.topic(),
            type,
            record.key(),
            record.headers().lastHeader("traceparent") == null
                ? null
                : header(record, "traceparent"),
            record.value(),
            JSON.readTree(record.value())));
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** How often the event went to a dead letter topic. */
  public long countDead(UUID id) {
    return dead.stream().filter(id::equals).count();
  }

  /** Waits for the first event of that type that fits, and checks it against its schema. */
  public Heard await(String type, Predicate<JsonNode> fits) {
    Heard found =
        Awaitility.await(type)
            .atMost(Duration.ofSeconds(60))
            .until(
                () ->
                    heard.stream()
                        .filter(event -> event.type().equals(type) && fits.test(event.body()))
                        .findFirst(),
                java.util.Optional::isPresent)
            .orElseThrow();
    List<String> wrong = EventContract.of(found.topic(), type).violations(found.text());
    if (!wrong.isEmpty()) {
      throw new AssertionError(type + " breaks its schema: " + wrong);
    }
    return found;
  }

  public long count(String type, Predicate<JsonNode> fits) {
    return heard.stream()
        .filter(event -> event.type().equals(type) && fits.test(event.body()))
        .count();
  }

  /** Waits for so many events that fit. */
  public List<Heard> awaitAll(Predicate<Heard> fits, int count) {
    return Awaitility.await(count + " events")
        .atMost(Duration.ofSeconds(60))
        .until(() -> all(fits), found -> found.size() >= count);
  }

  /** The events so far that fit. */
  public List<Heard> all(Predicate<Heard> fits) {
    return heard.stream().filter(fits).toList();
  }

  /** Sends an event; an event with the same id counts as the same event. */
  public void send(String topic, String type, String key, UUID id, Object body) {
    send(topic, type, key, id, body, Instant.now(), null);
  }

  /** Sends an event of that time. */
  public void send(String topic, String type, String key, UUID id, Object body, Instant at) {
    send(topic, type, key, id, body, at, null);
  }

  /** Sends an event of that time, under that trace if there is one. */
  public void send(
      String topic,
      String type,
      String key,
      UUID id,
      Object body,
      Instant at,
      @Nullable String traceparent) {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(topic, key, JSON.writeValueAsString(body));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id.toString(),
            "ce_type",
            type,
            "ce_source",
            "/test",
            "ce_time",
            at.toString())
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    if (traceparent != null) {
      record.headers().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
    }
    try {
      producer.send(record).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
