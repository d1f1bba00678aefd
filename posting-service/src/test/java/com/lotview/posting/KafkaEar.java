package com.lotview.posting;

import com.lotview.contracts.Topics;
import com.lotview.testkit.EventContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands where the other services stand: hears what is sent, and sends what they would. */
public final class KafkaEar {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final List<UUID> dead = new CopyOnWriteArrayList<>();
  private final KafkaProducer<String, String> producer;

  public record Heard(String topic, String type, String key, String text, JsonNode body) {}

  public KafkaEar(String servers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "linger.ms", "0"),
            new StringSerializer(),
            new StringSerializer());
    Thread.ofPlatform().daemon().name("ear").start(() -> listen(servers));
  }

  private void listen(String servers) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                servers,
                "group.id",
                "ear-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                "1000"),
            new StringDeserializer(),
            new StringDeserializer())) {
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
            record.topic(), type, record.key(), record.value(), JSON.readTree(record.value())));
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** How often the event was given up. */
  public long countDead(UUID id) {
    return dead.stream().filter(id::equals).count();
  }

  /** The first event of that type that fits, once it has come; valid by its schema. */
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

  /** Sends an event; the same id is the same event. */
  public void send(String topic, String type, String key, UUID id, Object body) {
    send(topic, type, key, id, body, Instant.now());
  }

  public void send(String topic, String type, String key, UUID id, Object body, Instant at) {
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
    try {
      producer.send(record).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
