package com.lotview.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.KafkaUser;
import com.lotview.contracts.Topics;
import com.lotview.kit.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the standalone's Kafka lets whom do, on the real broker. */
@Tag("servers")
class LocalKafkaIT {
  @TempDir static Path folder;

  private static GuardedKafka kafka;

  @BeforeAll
  static void start() throws Exception {
    kafka = GuardedKafka.start(folder);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void aClientWithoutAPasswordIsRefused() {
    Map<String, Object> client = kafka.client(new KafkaSettings(1, "", "", "PLAIN", false, ""));
    client.put("default.api.timeout.ms", "4000");
    client.put("request.timeout.ms", "4000");

    assertThatThrownBy(() -> GuardedKafka.topics(client))
        .hasCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void aWrongPasswordOrAnUnknownUserIsRefused() {
    for (KafkaSettings wrong :
        List.of(
            KafkaSettings.of("posting", GuardedKafka.password(KafkaUser.AUTH), KafkaSettings.SCRAM),
            KafkaSettings.of("nobody", "nothing", KafkaSettings.SCRAM),
            KafkaSettings.of("posting", GuardedKafka.password(KafkaUser.POSTING), "PLAIN"),
            KafkaSettings.of("kafka", "kafka", "PLAIN"))) {
      assertThatThrownBy(() -> GuardedKafka.topics(kafka.client(wrong)))
          .as(wrong.toString())
          .hasCauseInstanceOf(SaslAuthenticationException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aUserWritesItsOwnTopicsOnly(KafkaUser user) throws Exception {
    try (KafkaProducer<String, String> producer = producer(user)) {
      for (String topic : GuardedKafka.topics(kafka.server().superuser())) {
        if (user.mayWrite().contains(topic)) {
          assertThat(producer.send(new ProducerRecord<>(topic, "key", "value")).get().hasOffset())
              .isTrue();
        } else if (!topic.startsWith("__")) {
          assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, "key", "value")).get())
              .as(user + " at " + topic)
              .isInstanceOf(ExecutionException.class)
              .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
      }
    }
  }

  private static KafkaProducer<String, String> producer(KafkaUser user) {
    Map<String, Object> settings = kafka.client(user);
    // As services write; who may write nowhere gets no number for it.
    settings.put("enable.idempotence", String.valueOf(user.isService()));
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  @ParameterizedTest
  @EnumSource
  void aUserReadsItsOwnTopicsInItsOwnGroupOnly(KafkaUser user) {
    String group = user.principal() + (user.isService() ? "" : "-sales");
    try (KafkaConsumer<String, String> consumer = consumer(user, group)) {
      consumer.subscribe(user.reads());
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            consumer.poll(Duration.ofMillis(100));
            return !consumer.assignment().isEmpty();
          });
    }
    List<String> foreign =
        Topics.ALL.stream().filter(topic -> !user.mayRead().contains(topic)).toList();
    for (String topic : foreign) {
      try (KafkaConsumer<String, String> consumer = consumer(user, group)) {
        consumer.subscribe(List.of(topic));
        assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(60)))
            .as(user + " at " + topic)
            .isInstanceOf(TopicAuthorizationException.class);
      }
    }
    try (KafkaConsumer<String, String> consumer = consumer(user, "somebody")) {
      consumer.subscribe(user.reads());
      assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(60)))
          .isInstanceOf(GroupAuthorizationException.class);
    }
  }

  private static KafkaConsumer<String, String> consumer(KafkaUser user, String group) {
    Map<String, Object> settings = kafka.client(user);
    settings.put("group.id", group);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }

  private static boolean mayHoldText(Path file) {
    return Files.isRegularFile(file) && !file.toString().endsWith("index");
  }

  @Test
  void noFileHoldsAPassword() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(LocalKafkaIT::mayHoldText).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(GuardedKafka.SUPERUSER)
            .doesNotContain(GuardedKafka.password(KafkaUser.AUTH));
      }
    }
  }
}
