package com.lotview.bench.independence;

import com.lotview.bench.tables.PostingTables;
import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.id.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hands jobs to the fleet like the dispatcher, but without its limits: postings are copied as
 * handed over, and their {@code posting.requested} is sent to Kafka.
 */
final class JobFeed {
  private static final String EXAMPLE =
      "/contracts/events/posting.requested/posting.requested/v1.example.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PostingTables tables;
  private final String template;
  private final String dealership;
  private final String vehicle;
  private final Map<String, Object> broker;
  private int made;

  /**
   * @param template id of a posting with its text
   * @param vehicle that the fleet asks for photos of
   */
  JobFeed(
      PostingTables tables,
      String template,
      String dealership,
      String vehicle,
      Map<String, Object> broker) {
    this.tables = tables;
    this.template = template;
    this.dealership = dealership;
    this.vehicle = vehicle;
    this.broker = broker;
  }

  /** A job that was handed over. */
  record Job(String posting, String account, String marker) {}

  /** So many jobs, distributed over the accounts in turn; sent in this order. */
  List<Job> put(int count, List<String> accounts) throws SQLException, IOException {
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made++;
      // No marker is a prefix of another one.
      String marker = "LV-J%06d".formatted(made);
      jobs.add(new Job(Ids.next().toString(), accounts.get(i % accounts.size()), marker));
    }
    copyPostings(jobs);
    send(jobs);
    return jobs;
  }

  private void copyPostings(List<Job> jobs) throws SQLException {
    tables.copyHandedOver(
        template,
        jobs.stream().map(Job::posting).toList(),
        jobs.stream().map(Job::account).toList(),
        jobs.stream().map(Job::marker).toList());
  }

  private void send(List<Job> jobs) throws IOException {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put("acks", "all");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (Job job : jobs) {
        // Closing waits for all of them.
        var _ = producer.send(record(job));
      }
    }
  }

  private ProducerRecord<String, String> record(Job job) throws IOException {
    ObjectNode body = example();
    body.put("jobId", "posting:" + job.posting() + ":1");
    body.put("taskId", job.posting());
    body.put("postingId", job.posting());
    body.put("dealershipId", dealership);
    body.put("fbAccountId", job.account());
    body.put("vehicleId", vehicle);
    body.put("marker", job.marker());
    body.putArray("photos");
    body.withObject("/listing").put("description", "Measured. (Ref " + job.marker() + ")");
    ProducerRecord<String, String> record =
        new ProducerRecord<>(Topics.POSTING_REQUESTED, job.account(), body.toString());
    header(record, "ce_id", Ids.next().toString());
    header(record, "ce_type", EventTypes.POSTING_REQUESTED);
    header(record, "ce_time", Instant.now().toString());
    return record;
  }

  private static void header(ProducerRecord<String, String> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode example() throws IOException {
    try (InputStream in = JobFeed.class.getResourceAsStream(EXAMPLE)) {
      return (ObjectNode) JSON.readTree(Objects.requireNonNull(in, EXAMPLE));
    }
  }
}
