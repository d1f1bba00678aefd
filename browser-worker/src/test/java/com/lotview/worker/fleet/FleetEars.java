package com.lotview.worker.fleet;

import static org.awaitility.Awaitility.await;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.id.Ids;
import com.lotview.worker.fleet.job.JobOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends orders to Kafka, and reads the fleet's events from Kafka. */
@TestConfiguration(proxyBeanMethods = false)
public class FleetEars {
  private static final JsonMapper JSON = new JsonMapper();

  private final List<ConsumerRecord<String, String>> records = new CopyOnWriteArrayList<>();
  private final KafkaTemplate<String, String> kafka;

  FleetEars(KafkaTemplate<String, String> kafka) {
    this.kafka = kafka;
  }

  @KafkaListener(
      groupId = "fleet-ears",
      topics = {Topics.POSTING_PROGRESS, Topics.POSTING_COMPLETED})
  void hear(ConsumerRecord<String, String> record) {
    records.add(record);
  }

  /** Orders a posting, as the posting service does. */
  public void order(String body) {
    JobOrder order = JSON.readValue(body, JobOrder.class);
    ProducerRecord<String, String> record =
        new ProducerRecord<>(Topics.POSTING_REQUESTED, order.fbAccountId().toString(), body);
    Map.of(
            "ce_id", Ids.next().toString(),
            "ce_type", EventTypes.POSTING_REQUESTED,
            "ce_time", Instant.now().toString())
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try {
      kafka.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The steps published so far. */
  public List<JsonNode> steps(JobOrder order) {
    return of(order, Topics.POSTING_PROGRESS);
  }

  /** Waits for the published result. */
  public JsonNode result(JobOrder order) {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> !of(order, Topics.POSTING_COMPLETED).isEmpty());
    return of(order, Topics.POSTING_COMPLETED).getFirst();
  }

  private List<JsonNode> of(JobOrder order, String topic) {
    return records.stream()
        .filter(record -> record.topic().equals(topic))
        .map(record -> JSON.readTree(record.value()))
        .filter(body -> body.get("jobId").asString().equals(order.jobId()))
        .toList();
  }
}
