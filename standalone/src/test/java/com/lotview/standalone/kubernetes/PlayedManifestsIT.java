package com.lotview.standalone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.JavaProgram;
import com.lotview.standalone.kubernetes.Workload.Variable;
import com.lotview.testkit.TestServers;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays the small installation without containers: each workload of LotView's images as a process,
 * with the variables that its manifest gives it and the secrets that the script makes, migrated by
 * its job. Only the addresses of servers, and the ports, are those of this machine. Its probes must
 * answer, its memory must be what it asks for, and it must end in its time. The jars are made by
 * {@code ./lotview test operations}, which runs this.
 */
@Timeout(300)
@Tag("servers")
@Tag("proof")
class PlayedManifestsIT {
  private static final Map<String, Resource> ALL = Overlay.read("small");
  private static final String FREE = "free port";
  private static final Map<String, String> HERE =
      Map.of(
          "LOTVIEW_BIND",
          "127.0.0.1",
          "SANDBOX_HOST",
          "127.0.0.1",
          "PORT",
          FREE,
          "MANAGEMENT_PORT",
          FREE,
          "SANDBOX_PORT",
          FREE);
  private static final String LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  @TempDir Path folder;

  static Stream<Workload> workloads() {
    return Workload.of(ALL.values()).stream()
        .filter(VariablesTest::isOurs)
        .filter(workload -> !workload.isJob());
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void startsIsReadyAndEnds_asTheManifestSays(Workload workload) throws Exception {
    String module = VariablesTest.module(workload);
    Path jar = Path.of("..", module, "target", module + "-0.1.0-exec.jar");
    Assumptions.assumeTrue(Files.exists(jar), jar + " is made by mvn verify");
    Path log = folder.resolve("log.txt");
    Map<String, String> environment = environment(workload);
    migrate(workload, jar, log);
    Process process = JavaProgram.start(log, environment, heap(workload), "-jar", jar.toString());
    try {
      awaitStart(workload, environment, process, log);
      for (String probe : List.of("readinessProbe", "livenessProbe")) {
        Awaitility.await(probe)
            .atMost(Duration.ofSeconds(30))
            .until(() -> status(workload, probe, environment) == 200);
      }
      long used = memory(process);
      System.out.printf(
          "%s: %d MiB after the start, asks for %s%n",
          workload.name(), used >> 20, workload.container().text("resources.requests.memory"));
      assertThat(used).isLessThan(requested(workload));
    } finally {
      process.destroy();
      assertThat(process.waitFor(grace(workload), TimeUnit.SECONDS)).as("ends in time").isTrue();
    }
    // SIGTERM, or an orderly end.
    assertThat(process.exitValue()).isIn(0, 143);
  }

  /** By the job's own program and argument, as the owner of the schema. */
  private void migrate(Workload workload, Path jar, Path log) throws Exception {
    if (!workload.variables(ALL).containsKey("DATABASE_URL")) {
      return;
    }
    String schema = schema(workload);
    Workload job = new Workload(ALL.get("Job/migrate-" + schema));
    assertThat(VariablesTest.module(job)).isEqualTo(schema);
    Map<String, String> owner =
        Map.of(
            "DATABASE_MIGRATION_URL",
            TestServers.environment(schema).get("DATABASE_MIGRATION_URL"));
    String main = "-Dloader.main=com.lotview.kit.database.MigrateSchema";
    Process process = JavaProgram.start(log, owner, main, "-cp", jar.toString(), LAUNCHER, schema);
    assertThat(process.waitFor()).as(() -> read(log)).isZero();
  }

  private Map<String, String> environment(Workload workload) throws Exception {
    Map<String, Resource> secrets = SecretsTest.made(folder);
    Map<String, String> environment = new HashMap<>();
    for (Variable variable : workload.variables(ALL).values()) {
      Resource secret = secrets.get(variable.secret());
      String value =
          secret == null
              ? variable.value()
              : Objects.toString(secret.map("stringData").get(variable.key()), null);
      if (value != null) {
        environment.put(variable.name(), value);
      }
    }
    environment.replaceAll((name, value) -> HERE.getOrDefault(name, value));
    environment.replaceAll((name, value) -> value.equals(FREE) ? freePort() : value);
    if (environment.containsKey("DATABASE_URL")) {
      Map<String, String> servers = new HashMap<>(TestServers.environment(schema(workload)));
      servers.putAll(TestServers.storageEnvironment());
      // This Kafka knows no users, and the program must not migrate.
      servers.putAll(Map.of("KAFKA_USER", "", "DATABASE_MIGRATION_URL", ""));
      servers.remove("PORT");
      servers.keySet().retainAll(environment.keySet());
      environment.putAll(servers);
    } else {
      environment.put("SANDBOX_DATA", folder.resolve("data").toString());
    }
    // There may be no screen here.
    environment.put("LOTVIEW_HEADLESS", "true");
    return environment;
  }

  private static String schema(Workload workload) {
    return workload.name().equals("worker") ? "fleet" : workload.name();
  }

  private static void awaitStart(
      Workload workload, Map<String, String> environment, Process process, Path log) {
    Resource probe = new Resource(workload.container().map("startupProbe"));
    int seconds =
        Integer.parseInt(probe.text("periodSeconds"))
            * Integer.parseInt(probe.text("failureThreshold"));
    Awaitility.await(workload.name() + " has started")
        .atMost(Duration.ofSeconds(seconds))
        .until(() -> !process.isAlive() || status(workload, "startupProbe", environment) == 200);
    assertThat(process.isAlive()).as(() -> "the log of " + workload.name() + read(log)).isTrue();
  }

  /** Asks as the kubelet would: the probe's path, at the port of that name. */
  private static int status(Workload workload, String probe, Map<String, String> environment) {
    Resource asked = new Resource(workload.container().map(probe));
    String port =
        environment.get(
            asked.text("httpGet.port").equals("management")
                ? "MANAGEMENT_PORT"
                : environment.containsKey("PORT") ? "PORT" : "SANDBOX_PORT");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + port + asked.text("httpGet.path")))
                  .timeout(Duration.ofSeconds(5))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** The images give the heap 60 % of the limit, and the worker 384 MiB. */
  private static String heap(Workload workload) {
    long limit = bytes(workload.container().text("resources.limits.memory"));
    return workload.name().equals("worker") ? "-Xmx384m" : "-Xmx" + limit / 10 * 6;
  }

  private static long requested(Workload workload) {
    return bytes(workload.container().text("resources.requests.memory"));
  }

  private static long bytes(String quantity) {
    assertThat(quantity).matches("[0-9]+Mi");
    return Long.parseLong(quantity.replace("Mi", "")) << 20;
  }

  /** Its share of the machine's memory. */
  private static long memory(Process process) throws IOException {
    Path file = Path.of("/proc/" + process.pid() + "/smaps_rollup");
    Assumptions.assumeTrue(Files.isReadable(file), "only on Linux");
    return Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("Pss:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .sum()
        << 10;
  }

  private static long grace(Workload workload) {
    return Long.parseLong(workload.pod().text("terminationGracePeriodSeconds"));
  }

  private static String freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return String.valueOf(free.getLocalPort());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
