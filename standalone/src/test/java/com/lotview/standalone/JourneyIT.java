package com.lotview.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.demo.DemoRun;
import com.lotview.standalone.demo.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way, on real parts: every service, PostgreSQL, Kafka, the object store, a real
 * Chromium, and the sandbox's ledger as the judge. Then the same with processes killed in the
 * middle.
 */
@Timeout(600)
class JourneyIT {
  private static final Duration SETTLED = Duration.ofMinutes(4);

  @TempDir static Path folder;
  private static SystemProcess system;
  private Process worker;

  @BeforeAll
  static void start() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/chromedriver"))
            || System.getenv("CHROMEDRIVER") != null,
        "Chromium and its driver are needed");
    system = SystemProcess.start(folder.resolve("home"), freePort());
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (system != null) {
      system.close();
    }
  }

  @AfterEach
  void stopWorker() throws InterruptedException {
    if (worker != null) {
      worker.destroy();
      worker.waitFor();
    }
  }

  @Test
  void oneOrderBecomesOneListingThatIsRightInEveryField() throws Exception {
    worker = system.startWorker();
    ByteArrayOutputStream said = new ByteArrayOutputStream();

    boolean good = demo(said).postOne().good();

    assertThat(good).as(said.toString(StandardCharsets.UTF_8)).isTrue();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("Filling vehicle details")
        .contains("ledger: one listing, right in every field");
  }

  @Test
  void aWorkerKilledWhileFillingLosesNothing() throws Exception {
    Process first = system.startWorker();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    DemoRun.Ordered order = demo(said).orderOne();
    Awaitility.await("the worker fills")
        .atMost(SETTLED)
        .pollInterval(Duration.ofMillis(20))
        .until(() ->
            system.fleetCount(
                    "select count(*) from step s join run r using (dealership_id, run_id)"
                        + " join job j using (dealership_id, job_id)"
                        + " where j.posting_id = ? and s.step >= 4",
                    order.postingId())
                > 0);

    first.destroyForcibly().waitFor();
    worker = system.startWorker();

    assertThat(order.await(SETTLED).good()).as(said.toString(StandardCharsets.UTF_8)).isTrue();
    assertThat(clicks(order)).isEqualTo(1);
  }

  @Test
  void aWorkerKilledRightAfterTheClickPostsOnce() throws Exception {
    Process first = system.startWorker();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    DemoRun.Ordered order = demo(said).orderOne();
    Awaitility.await("the worker has clicked")
        .atMost(SETTLED)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> clicks(order) > 0);

    first.destroyForcibly().waitFor();
    worker = system.startWorker();

    assertThat(order.await(SETTLED).good()).as(said.toString(StandardCharsets.UTF_8)).isTrue();
  }

  @Test
  void theWholeSystemKilledInMidPostEndsWithOneListing() throws Exception {
    system.startWorker();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    DemoRun.Ordered order = demo(said).orderOne();
    Awaitility.await("the worker has begun")
        .atMost(SETTLED)
        .pollInterval(Duration.ofMillis(20))
        .until(() ->
            system.fleetCount(
                    "select count(*) from run join job using (dealership_id, job_id)"
                        + " where posting_id = ?",
                    order.postingId())
                > 0);

    system.killAndStartAgain();
    worker = system.startWorker();

    assertThat(order.again(installation()).await(SETTLED).good())
        .as(said.toString(StandardCharsets.UTF_8))
        .isTrue();
  }

  private static long clicks(DemoRun.Ordered order) {
    return system.fleetCount(
        "select count(*) from run join job using (dealership_id, job_id)"
            + " where posting_id = ? and clicked_at is not null",
        order.postingId());
  }

  private static DemoRun demo(ByteArrayOutputStream said) {
    return new DemoRun(
        installation(), new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)));
  }

  private static Installation installation() {
    return Installation.at(folder.resolve("home"));
  }
}
