package com.lotview.worker.fleet;

import static com.lotview.worker.fleet.FleetTables.released;
import static com.lotview.worker.fleet.FleetTables.value;
import static org.awaitility.Awaitility.await;

import com.lotview.kit.storage.ObjectStore;
import com.lotview.testkit.TestServers;
import com.lotview.worker.WorkerApplication;
import com.lotview.worker.fleet.ScriptedSite.Script;
import com.lotview.worker.fleet.job.JobKind;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.lease.JobStore;
import com.lotview.worker.fleet.port.EvidenceStore;
import com.lotview.worker.fleet.port.SiteBrowsers;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole fleet on PostgreSQL, Kafka and an object store; only the browser is scripted. Its parts
 * and the orders that tests send it.
 */
@SpringBootTest(
    classes = {WorkerApplication.class, FleetEars.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.name=worker",
      "LOTVIEW_LEASE_DURATION=3s",
      "LOTVIEW_LEASE_RENEWAL_INTERVAL=500ms",
      "LOTVIEW_POLL_INTERVAL=50ms",
      "LOTVIEW_VERIFICATION_INTERVAL=300ms",
      "LOTVIEW_SETTLING_DELAY=300ms",
      "LOTVIEW_UNREADABLE_RETRY_DELAY=100ms",
      "LOTVIEW_BROWSERS=3"
    })
@DirtiesContext // Its fleet would take the jobs of other tests.
@Timeout(120)
@Tag("servers")
abstract class FleetUnderTest {
  static final JsonMapper JSON = new JsonMapper();
  static final OtherServices OTHERS = new OtherServices();

  @TestBean SiteBrowsers siteBrowsers;
  @Autowired Fleet fleet;
  @Autowired ObjectStore objects;
  @Autowired FleetEars ears;
  @Autowired JobStore jobs;
  @Autowired EvidenceStore evidence;
  @Autowired MeterRegistry meters;

  static SiteBrowsers siteBrowsers() {
    return new ScriptedSite();
  }

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) throws IOException {
    TestServers.register(registry, "fleet");
    TestServers.storageEnvironment().forEach((name, value) -> registry.add(name, () -> value));
    Path home = Files.createTempDirectory("lv");
    registry.add("LOTVIEW_WORKER_HOME", home::toString);
    OTHERS.register(registry);
  }

  final PostingOrder send(Script script, int seconds, List<PostingOrder.Photo> photos) {
    String body = prepare(script, seconds, photos);
    ears.order(body);
    return JSON.readValue(body, PostingOrder.class);
  }

  final JobOrder send(Script script, String body) {
    JobOrder order = JSON.readValue(body, JobOrder.class);
    site().play(order, script);
    OTHERS.serve(order, "[{\"name\":\"old\",\"value\":\"" + ScriptedSite.cookieOf(order) + "\"}]");
    ears.order(body);
    return order;
  }

  /** An order of an account of its own, with its session and photos in the other services. */
  final String prepare(Script script, int seconds, List<PostingOrder.Photo> photos) {
    String body = Orders.body(UUID.randomUUID().toString(), seconds, photos);
    PostingOrder order = JSON.readValue(body, PostingOrder.class);
    site().play(order, script);
    OTHERS.serve(order, "[{\"name\":\"old\",\"value\":\"" + ScriptedSite.cookieOf(order) + "\"}]");
    return body;
  }

  final ScriptedSite site() {
    return (ScriptedSite) siteBrowsers;
  }

  final void awaitReleased(JobOrder order) {
    await().atMost(Duration.ofSeconds(60)).until(() -> released(order));
  }

  static List<String> pictures(JsonNode result) {
    List<String> kinds = new ArrayList<>();
    result.get("evidence").forEach(picture -> kinds.add(picture.get("kind").asString()));
    return kinds;
  }

  final JobOrder changeOf(JobKind kind, Script script) {
    return send(script, Orders.change(kind, UUID.randomUUID().toString(), 300));
  }
}
