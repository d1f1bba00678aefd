package com.lotview.standalone.doctor;

import com.lotview.contracts.Topics;
import com.lotview.standalone.doctor.Finding.Well;
import com.lotview.standalone.doctor.Finding.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics: whether they are there, how they are made, and what could not be handled. */
record TopicsCheck(Surroundings.Kafka kafka, Admin admin) {

  /** All names, with the dead letter topics. */
  static List<String> names() {
    return Topics.ALL.stream()
        .flatMap(topic -> Stream.of(topic, topic + Topics.DEAD_LETTER_SUFFIX))
        .toList();
  }

  List<Finding> findings() throws ExecutionException, InterruptedException, TimeoutException {
    List<Finding> wrong = new ArrayList<>();
    Map<String, TopicDescription> topics = described(wrong);
    shapes(topics, wrong);
    deadLetters(topics, wrong);
    return wrong.isEmpty()
        ? List.of(new Well("Kafka's %d topics, no dead letters".formatted(topics.size())))
        : wrong;
  }

  private Map<String, TopicDescription> described(List<Finding> wrong)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, TopicDescription> topics = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
        new TreeMap<>(admin.describeTopics(names()).topicNameValues()).entrySet()) {
      try {
        topics.put(topic.getKey(), KafkaChecks.answer(topic.getValue()));
      } catch (ExecutionException e) {
        if (!Reason.has(e, UnknownTopicOrPartitionException.class)
            && !Reason.has(e, TopicAuthorizationException.class)) {
          throw e;
        }
        missing.add(topic.getKey());
      }
    }
    if (!missing.isEmpty()) {
      wrong.add(
          new Wrong(
              "Kafka has not, or does not show, the topics " + String.join(", ", missing),
              "restart a service, which makes missing topics; run ProvisionKafka, which gives the"
                  + " rights"));
    }
    return topics;
  }

  // Topics with the same fault in one line.
  private void shapes(Map<String, TopicDescription> topics, List<Finding> wrong) {
    Map<String, List<String>> partitions = new TreeMap<>();
    Map<String, List<String>> copies = new TreeMap<>();
    Map<String, List<String>> inSync = new TreeMap<>();
    topics.forEach((name, topic) -> {
      int wanted = name.endsWith(Topics.DEAD_LETTER_SUFFIX) ? 1 : Topics.PARTITIONS;
      int replicas = least(topic, TopicPartitionInfo::replicas);
      fewer(partitions, name, topic.partitions().size(), wanted);
      fewer(copies, name, replicas, kafka.replication());
      fewer(inSync, name, least(topic, TopicPartitionInfo::isr), replicas);
    });
    add(
        wrong,
        partitions,
        "partitions",
        "kafka-topics --alter --partitions, while nothing waits in it and the services are down");
    add(
        wrong,
        copies,
        "replicas",
        "kafka-reassign-partitions gives it more, or correct KAFKA_REPLICATION");
    add(
        wrong,
        inSync,
        "replicas in sync",
        "bring back the broker that is away; its log names what it lacks");
  }

  private static void fewer(Map<String, List<String>> faults, String name, int has, int wanted) {
    if (has < wanted) {
      faults.computeIfAbsent(has + " of " + wanted, any -> new ArrayList<>()).add(name);
    }
  }

  private static void add(
      List<Finding> wrong, Map<String, List<String>> faults, String of, String cure) {
    faults.forEach((numbers, names) ->
        wrong.add(
            new Wrong(
                "Kafka has only %s %s of %s".formatted(numbers, of, String.join(", ", names)),
                cure)));
  }

  private static int least(
      TopicDescription topic, java.util.function.Function<TopicPartitionInfo, List<?>> part) {
    return topic.partitions().stream().mapToInt(one -> part.apply(one).size()).min().orElse(0);
  }

  private void deadLetters(Map<String, TopicDescription> topics, List<Finding> wrong)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<TopicPartition> parts =
        topics.values().stream()
            .filter(topic -> topic.name().endsWith(Topics.DEAD_LETTER_SUFFIX))
            .flatMap(topic ->
                topic.partitions().stream()
                    .map(part -> new TopicPartition(topic.name(), part.partition())))
            .toList();
    Map<TopicPartition, ListOffsetsResultInfo> first = offsets(parts, OffsetSpec.earliest());
    Map<String, Long> letters = new TreeMap<>();
    offsets(parts, OffsetSpec.latest())
        .forEach((part, end) -> {
          ListOffsetsResultInfo begin = first.get(part);
          long there = begin == null ? 0 : end.offset() - begin.offset();
          if (there > 0) {
            letters.merge(part.topic(), there, Long::sum);
          }
        });
    letters.forEach((topic, number) ->
        wrong.add(
            new Wrong(
                "%s has %d records that no service could handle".formatted(topic, number),
                "see docs/runbooks/dead-letter.md; when done, kafka-delete-records empties it")));
  }

  private Map<TopicPartition, ListOffsetsResultInfo> offsets(
      List<TopicPartition> parts, OffsetSpec spec)
      throws ExecutionException, InterruptedException, TimeoutException {
    return KafkaChecks.answer(
        admin
            .listOffsets(parts.stream().collect(Collectors.toMap(part -> part, part -> spec)))
            .all());
  }
}
