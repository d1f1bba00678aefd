package com.lotview.standalone.doctor;

import com.lotview.standalone.doctor.Finding.Well;
import com.lotview.standalone.doctor.Finding.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** Whether a topic wants more replicas in sync than there are brokers: then nothing is written. */
record InSyncCheck(Admin admin) {
  private static final String SETTING = "min.insync.replicas";

  List<Finding> findings() throws ExecutionException, InterruptedException, TimeoutException {
    int brokers = KafkaChecks.answer(admin.describeCluster().nodes()).size();
    Set<String> there = KafkaChecks.answer(admin.listTopics().names());
    List<ConfigResource> topics =
        TopicsCheck.names().stream()
            .filter(there::contains)
            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
            .toList();
    List<String> stuck = new ArrayList<>();
    KafkaChecks.answer(admin.describeConfigs(topics).all())
        .forEach((topic, config) -> {
          if (leastInSync(config) > brokers) {
            stuck.add(topic.name());
          }
        });
    stuck.sort(null);
    return stuck.isEmpty()
        ? List.of(new Well("Kafka has the brokers that the topics want (%d)".formatted(brokers)))
        : List.of(
            new Wrong(
                "Kafka has %d brokers, and more replicas in sync are wanted by %s: nothing is written"
                    .formatted(brokers, String.join(", ", stuck)),
                "bring back the brokers that are away, or lower %s of the topics by kafka-configs"
                    .formatted(SETTING)));
  }

  private static int leastInSync(Config config) {
    ConfigEntry entry = config.get(SETTING);
    return entry == null ? 1 : Integer.parseInt(entry.value());
  }
}
