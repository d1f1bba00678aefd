package com.lotview.worker.fleet;

import static com.lotview.worker.fleet.FleetTables.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.id.Ids;
import com.lotview.testkit.TestServers;
import com.lotview.worker.fleet.job.PostingOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A worker process is stopped (SIGSTOP) at a place for much longer than its lease; another one
 * takes over and finishes; then the first one continues. It must not have any effect.
 */
@Timeout(480)
@Tag("long")
@Tag("servers")
class PausedWorkerIT {
  private static final OtherServices OTHERS = new OtherServices();

  private final PageInTest page = new PageInTest();
  private final List<Process> workers = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    for (Process worker : workers) {
      worker.destroyForcibly().waitFor();
    }
    page.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fill", "permitted", "clicked"})
  void aWorkerThatIsPaused_atAnyPlace_loses(String place) throws Exception {
    CompletableFuture<Long> stopped = new CompletableFuture<>();
    page.at((reached, worker) -> {
      if (reached.equals(place) && !stopped.isDone() && stopped.complete(worker)) {
        signal("STOP", worker);
      }
    });
    String body = Orders.body(place, 300, List.of());
    PostingOrder order = new JsonMapper().readValue(body, PostingOrder.class);
    OTHERS.serve(order, "[]");
    start();
    send(order, body);
    long first = stopped.get();
    start();
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> "DONE".equals(value(JOB, "state", order.jobId())));
    String done = everything(order);

    signal("CONT", first);
    if (place.equals("permitted")) {
      await().atMost(Duration.ofSeconds(60)).until(() -> !page.late().isEmpty());
    }
    // It is the only worker left to take the next job, so by then it has noticed its loss.
    end(first);
    String later = Orders.body(place + " later", 300, List.of());
    PostingOrder next = new JsonMapper().readValue(later, PostingOrder.class);
    OTHERS.serve(next, "[]");
    send(next, later);
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> "DONE".equals(value(JOB, "state", next.jobId())));

    assertThat(everything(order)).as("a stale write").isEqualTo(done);
    assertThat(value(JOB, "outcome", order.jobId())).isEqualTo("POSTED");
    assertThat(page.listings()).as("one of each job").hasSize(2);
    if (place.equals("permitted")) {
      assertThat(page.late()).containsExactly(String.valueOf(first));
    }
  }

  private static final String JOB = "select %s from fleet.job where job_id = '%s'";

  private static String everything(PostingOrder order) {
    return value(
        """
        select concat((select json_agg(j) from fleet.job j where job_id = '%1$s'),
          (select json_agg(r order by number) from fleet.run r where job_id = '%1$s'),
          (select json_agg(e order by kind) from fleet.evidence e where job_id = '%1$s'))
        """,
        order.jobId());
  }

  /** Ends every worker except that one. */
  private void end(long but) throws InterruptedException {
    for (Process worker : workers) {
      if (worker.pid() != but) {
        worker.destroy();
        worker.waitFor();
      }
    }
  }

  private static void signal(String name, long pid) {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void start() throws IOException {
    Map<String, String> settings = new LinkedHashMap<>(TestServers.environment("fleet"));
    settings.putAll(TestServers.storageEnvironment());
    OTHERS.register((name, setting) -> settings.put(name, String.valueOf(setting.get())));
    settings.put("LOTVIEW_WORKER_HOME", Files.createTempDirectory("lv").toString());
    settings.put("PAGE_PORT", String.valueOf(page.port()));
    settings.put("LOTVIEW_LEASE_DURATION", "3s");
    settings.put("LOTVIEW_LEASE_RENEWAL_INTERVAL", "500ms");
    settings.put("LOTVIEW_VERIFICATION_INTERVAL", "300ms");
    settings.put("LOTVIEW_SETTLING_DELAY", "300ms");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                PausableWorker.class.getName()));
    settings.forEach((name, setting) -> command.add("--" + name + "=" + setting));
    Path log = Files.createTempFile("worker", ".log");
    workers.add(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start());
  }

  private static void send(PostingOrder order, String body) throws Exception {
    String servers = TestServers.environment("fleet").get("KAFKA_BOOTSTRAP_SERVERS");
    ProducerRecord<String, String> record =
        new ProducerRecord<>(Topics.POSTING_REQUESTED, order.fbAccountId().toString(), body);
    Map.of(
            "ce_id", Ids.next().toString(),
            "ce_type", EventTypes.POSTING_REQUESTED,
            "ce_time", Instant.now().toString())
        .forEach(
            (name, header) -> record.headers().add(name, header.getBytes(StandardCharsets.UTF_8)));
    try (KafkaProducer<String, String> kafka =
        new KafkaProducer<>(
            // The first worker makes the topic when it has started.
            Map.of("bootstrap.servers", servers, "max.block.ms", 200_000),
            new StringSerializer(),
            new StringSerializer())) {
      kafka.send(record).get();
    }
  }
}
