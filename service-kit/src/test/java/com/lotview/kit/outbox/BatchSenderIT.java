package com.lotview.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.testkit.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Records of one key keep their order, whatever request of a batch the broker refuses. */
@Tag("servers")
class BatchSenderIT {
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final int RECORDS = 40;

  private final String broker = TestServers.environment("kitcheck").get("KAFKA_BOOTSTRAP_SERVERS");
  private final TopicPartition topic = new TopicPartition("order-" + UUID.randomUUID(), 0);

  @BeforeEach
  void makeTopic() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      admin.createTopics(List.of(new NewTopic(topic.topic(), 1, (short) 1))).all().get();
    }
  }

  @Test
  void aRequestThatIsRefusedForAMoment_goesBeforeItsSuccessors() throws Exception {
    try (RefusingWay way = new RefusingWay(broker, Errors.NOT_LEADER_OR_FOLLOWER, 1)) {
      BatchSender sender = sender(way);
      sendUntilTaken(sender);
      sender.close();
    }

    assertThat(firstDeliveries()).containsExactlyElementsOf(values());
  }

  @Test
  void behindARecordThatIsRefusedForGood_nothingLeaves() throws Exception {
    try (RefusingWay way = new RefusingWay(broker, Errors.TOPIC_AUTHORIZATION_FAILED, 3)) {
      BatchSender sender = sender(way);
      assertThatThrownBy(() -> sender.send(batch(), DEADLINE).block(DEADLINE))
          .isInstanceOf(TopicAuthorizationException.class);

      List<String> before = firstDeliveries();
      assertThat(before).containsExactlyElementsOf(values().subList(0, before.size()));
      sendUntilTaken(sender);
      sender.close();
    }

    assertThat(firstDeliveries()).containsExactlyElementsOf(values());
  }

  /** Few records a request, so that several could be under way. */
  private static BatchSender sender(RefusingWay way) {
    return new BatchSender(
        Map.of("bootstrap.servers", way.address(), "batch.size", 1, "linger.ms", 0));
  }

  /** As the relay does: a batch that failed is sent again from its beginning. */
  private void sendUntilTaken(BatchSender sender) {
    sender.send(batch(), DEADLINE).retry(3).block(DEADLINE.multipliedBy(4));
  }

  private List<ProducerRecord<String, String>> batch() {
    return values().stream()
        .map(value -> new ProducerRecord<>(topic.topic(), "key", value))
        .toList();
  }

  private static List<String> values() {
    return IntStream.range(0, RECORDS).mapToObj(String::valueOf).toList();
  }

  private List<String> firstDeliveries() {
    LinkedHashSet<String> values = new LinkedHashSet<>();
    Map<String, Object> settings = Map.of("bootstrap.servers", broker);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(topic));
      consumer.seekToBeginning(List.of(topic));
      long end = consumer.endOffsets(List.of(topic)).getOrDefault(topic, 0L);
      while (consumer.position(topic) < end) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
          values.add(record.value());
        }
      }
    }
    return new ArrayList<>(values);
  }
}
