package com.lotview.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.demo.DemoRun;
import com.lotview.standalone.demo.Installation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way, on real parts: every service, PostgreSQL, Kafka, the object store, a real
 * Chromium, and the sandbox's ledger as the judge. With faults: {@code faults.FaultSampleIT}.
 */
@Timeout(600)
class JourneyIT {
  @TempDir static Path folder;
  private static SystemProcess system;
  private Process worker;

  @BeforeAll
  static void start() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/chromedriver"))
            || System.getenv("CHROMEDRIVER") != null,
        "Chromium and its driver are needed");
    system = SystemProcess.start(folder.resolve("home"), SystemProcess.freePort());
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

  private static DemoRun demo(ByteArrayOutputStream said) {
    return new DemoRun(
        installation(), new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)));
  }

  private static Installation installation() {
    return Installation.at(folder.resolve("home"));
  }
}
