package com.lotview.standalone.doctor;

import com.lotview.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** Faults of Kafka and of what is on it. */
final class KafkaFaults {
  private static final String LOST = Topics.MAIL_REQUESTED + Topics.DEAD_LETTER_SUFFIX;
  private static final String DEAD = Topics.VEHICLE_CHANGED + Topics.DEAD_LETTER_SUFFIX;

  private KafkaFaults() {}

  static List<PlantedFault> all() {
    return List.of(
        PlantedFault.ofVariable(
            "Kafka is down",
            "cannot be reached",
            "KAFKA_BOOTSTRAP_SERVERS",
            "KAFKA_BOOTSTRAP_SERVERS",
            "127.0.0.1:" + PlantedSystem.freePort()),
        PlantedFault.ofVariable(
            "a password that is not the user's",
            "Kafka refuses the password of listing",
            "ProvisionKafka",
            "KAFKA_PASSWORD_LISTING",
            "wrong"),
        PlantedFault.ofVariable(
            "TLS with a Kafka that has none",
            "Kafka takes no TLS",
            "KAFKA_TLS=false",
            "KAFKA_TLS",
            "true"),
        PlantedFault.ofVariable(
            "fewer replicas than wanted",
            "Kafka has only 1 of 3 replicas of",
            "KAFKA_REPLICATION",
            "KAFKA_REPLICATION",
            "3"),
        PlantedFault.of(
            "a topic that is not there",
            "the topics " + LOST,
            "restart a service",
            (system, variables) -> {
              remove(system.admin, LOST);
              return () -> make(system.admin, LOST, 1);
            }),
        PlantedFault.of(
            "a topic with one partition",
            "Kafka has only 1 of 6 partitions of " + Topics.AUDIT_RECORDED,
            "kafka-topics --alter",
            (system, variables) -> {
              remove(system.admin, Topics.AUDIT_RECORDED);
              make(system.admin, Topics.AUDIT_RECORDED, 1);
              return () -> {
                remove(system.admin, Topics.AUDIT_RECORDED);
                make(system.admin, Topics.AUDIT_RECORDED, Topics.PARTITIONS);
              };
            }),
        PlantedFault.of(
            "more replicas in sync than brokers",
            "more replicas in sync are wanted by " + Topics.POSTING_REQUESTED,
            "min.insync.replicas",
            (system, variables) -> {
              inSync(system.admin, AlterConfigOp.OpType.SET);
              return () -> inSync(system.admin, AlterConfigOp.OpType.DELETE);
            }),
        PlantedFault.of(
            "dead letters", DEAD + " has 1 records", "dead-letter.md", KafkaFaults::deadLetter));
  }

  private static void remove(Admin admin, String topic) throws Exception {
    admin.deleteTopics(Set.of(topic)).all().get();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !admin.listTopics().names().get().contains(topic));
  }

  private static void make(Admin admin, String topic, int partitions) throws Exception {
    admin.createTopics(Set.of(new NewTopic(topic, partitions, (short) 1))).all().get();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> admin.listTopics().names().get().contains(topic));
  }

  private static void inSync(Admin admin, AlterConfigOp.OpType change) throws Exception {
    admin
        .incrementalAlterConfigs(
            Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, Topics.POSTING_REQUESTED),
                List.of(new AlterConfigOp(new ConfigEntry("min.insync.replicas", "2"), change))))
        .all()
        .get();
  }

  private static AutoCloseable deadLetter(PlantedSystem system, Map<String, String> variables)
      throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            system.kafkaClient(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(DEAD, "{}".getBytes(StandardCharsets.UTF_8))).get();
    }
    return () ->
        system
            .admin
            .deleteRecords(Map.of(new TopicPartition(DEAD, 0), RecordsToDelete.beforeOffset(-1)))
            .all()
            .get();
  }
}
