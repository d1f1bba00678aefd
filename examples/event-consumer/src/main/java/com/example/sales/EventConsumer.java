package com.example.sales;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Writes posted and sold vehicles to a CSV file, each event once: first the file, then the offset.
 * What is read again after a crash is known by its id.
 */
public final class EventConsumer {
  private static final List<String> TOPICS = List.of("posting.progress", "vehicle.changed");
  private static final Duration POLL = Duration.ofSeconds(1);

  private EventConsumer() {}

  /** Argument: the file. Runs until it is stopped. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Thread main = Thread.currentThread();
    try (SalesFile file = new SalesFile(Path.of(args[0]));
        KafkaConsumer<String, String> consumer =
            new KafkaConsumer<>(
                settings(System.getenv()), new StringDeserializer(), new StringDeserializer())) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(consumer, main)));
      consumer.subscribe(TOPICS);
      while (true) {
        ConsumerRecords<String, String> records = consumer.poll(POLL);
        file.add(wanted(records));
        consumer.commitSync();
      }
    } catch (WakeupException end) {
      System.out.println("Ended in order");
    }
  }

  private static void end(KafkaConsumer<String, String> consumer, Thread main) {
    consumer.wakeup();
    try {
      main.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<SalesEvent> wanted(ConsumerRecords<String, String> records) {
    List<SalesEvent> wanted = new ArrayList<>();
    for (ConsumerRecord<String, String> record : records) {
      try {
        SalesEvent.of(record).ifPresent(wanted::add);
      } catch (RuntimeException e) {
        // One that cannot be read must not keep those behind it.
        System.err.printf(
            "%s-%d@%d cannot be read: %s%n",
            record.topic(), record.partition(), record.offset(), e.getMessage());
      }
    }
    return wanted;
  }

  private static Map<String, Object> settings(Map<String, String> env) {
    boolean tls = env.containsKey("KAFKA_TRUSTSTORE");
    Map<String, Object> settings = new HashMap<>();
    settings.put(
        "bootstrap.servers", env.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"));
    settings.put("security.protocol", tls ? "SASL_SSL" : "SASL_PLAINTEXT");
    settings.put("sasl.mechanism", "SCRAM-SHA-512");
    settings.put(
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=%s password=%s;"
            .formatted(
                quoted(env.getOrDefault("KAFKA_USER", "reader")),
                quoted(env.getOrDefault("KAFKA_PASSWORD", ""))));
    if (tls) {
      settings.put("ssl.truststore.type", "PEM");
      settings.put("ssl.truststore.location", env.get("KAFKA_TRUSTSTORE"));
    }
    // Groups of the user "reader" begin with its name.
    settings.put("group.id", env.getOrDefault("KAFKA_GROUP", "reader-sales"));
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", "false");
    settings.put("isolation.level", "read_committed");
    return settings;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
