package com.lotview.faults.system;

import com.lotview.contracts.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Records of the system's topics, read and sent again. */
public final class Records {
  private static final List<String> OF_A_POSTING =
      List.of(
          Topics.LISTING_REQUESTED,
          Topics.LISTING_GENERATED,
          Topics.POSTING_REQUESTED,
          Topics.POSTING_PROGRESS,
          Topics.POSTING_COMPLETED);

  private final Map<String, Object> broker;

  public Records(SystemProcess system) throws IOException {
    this.broker = system.kafka();
  }

  /** The topics that a posting's records are in. */
  public static List<String> topics() {
    return OF_A_POSTING;
  }

  /** Everything that a topic holds about a posting so far. */
  public List<ConsumerRecord<String, String>> of(String posting, List<String> topics) {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      List<ConsumerRecord<String, String>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          if (record.value() != null && record.value().contains(posting)) {
            found.add(record);
          }
        }
      }
      return found;
    }
  }

  /** Sends them again so often, in random order. */
  public void again(List<ConsumerRecord<String, String>> records, int times, Random chance)
      throws InterruptedException, ExecutionException {
    List<ConsumerRecord<String, String>> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.addAll(records);
    }
    Collections.shuffle(all, chance);
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (ConsumerRecord<String, String> record : all) {
        producer
            .send(
                new ProducerRecord<>(
                    record.topic(), null, record.key(), record.value(), record.headers()))
            .get();
      }
    }
  }
}
