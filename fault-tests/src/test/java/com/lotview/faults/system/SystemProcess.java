package com.lotview.faults.system;

import com.lotview.standalone.LocalSecrets;
import com.lotview.standalone.Standalone;
import com.lotview.standalone.server.LocalKafka;
import com.lotview.worker.WorkerApplication;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A standalone in a separate process, which a test may kill, and its workers. */
public final class SystemProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(180);
  private static final String READINESS = "/actuator/health/readiness";
  private static final int PROBE_MILLIS = 5_000;

  private final Path home;
  private final int port;
  private final Map<String, String> environment;
  private final List<Process> workers = new ArrayList<>();
  private volatile Process process;
  private int started;

  private SystemProcess(Path home, int port, Map<String, String> environment) {
    this.home = home;
    this.port = port;
    this.environment = environment;
    this.process = launch();
  }

  /** Starts without a worker: the tests bring their own. */
  public static SystemProcess start(Path home, int port) {
    return start(home, port, Map.of());
  }

  /**
   * Starts without a worker.
   *
   * @param environment for the system itself
   */
  public static SystemProcess start(Path home, int port, Map<String, String> environment) {
    return new SystemProcess(home, port, environment);
  }

  /** A port that is free now. */
  public static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private Process launch() {
    try {
      Files.deleteIfExists(home.resolve("run/ready.properties"));
      Files.createDirectories(home.resolve("logs"));
      ProcessBuilder builder =
          java("standalone", List.of(), Standalone.class.getName(), "--no-worker");
      builder.environment().remove("MARKETPLACE_URL");
      builder.environment().put("LOTVIEW_HOME", home.toString());
      builder.environment().put("LOTVIEW_PORT", String.valueOf(port));
      builder.environment().putAll(environment);
      Process launched = builder.start();
      try {
        Awaitility.await("the system is ready")
            .atMost(START)
            .until(() -> Files.exists(home.resolve("run/ready.properties")) || !launched.isAlive());
      } catch (ConditionTimeoutException late) {
        launched.destroy();
        throw late;
      }
      if (!launched.isAlive()) {
        throw new IllegalStateException(
            "The system did not start: " + Files.readString(home.resolve("logs/standalone.txt")));
      }
      return launched;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** kill -9 of everything except PostgreSQL and the workers. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** The process of all services. */
  public long pid() {
    return process.pid();
  }

  /** Starts again on the same data. */
  public void startAgain() {
    process = launch();
  }

  /** Properties of a client of its Kafka that may do everything. */
  public Map<String, Object> kafka() throws IOException {
    return LocalKafka.superuser(
        workerEnvironment().getOrDefault("KAFKA_BOOTSTRAP_SERVERS", ""),
        LocalSecrets.passwordOf(home, LocalSecrets.KAFKA_SUPERUSER));
  }

  /**
   * One more worker, as {@code ./lotview worker} starts it; returns when it takes jobs.
   *
   * @param more environment in addition to that for its workers
   */
  public void startWorker(Map<String, String> more) throws IOException {
    int port = freePort();
    Map<String, String> own = new HashMap<>(more);
    own.put("PORT", String.valueOf(port));
    Process worker = startWorker(own, List.of());
    Awaitility.await("the worker is ready")
        .atMost(START)
        .until(() -> !worker.isAlive() || isReady(port));
  }

  /** Whether a worker takes jobs. */
  static boolean isReady(int port) {
    try {
      URL readiness = URI.create("http://127.0.0.1:" + port + READINESS).toURL();
      HttpURLConnection connection = (HttpURLConnection) readiness.openConnection();
      connection.setConnectTimeout(PROBE_MILLIS);
      connection.setReadTimeout(PROBE_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  /**
   * One more worker.
   *
   * @param more environment in addition to that for its workers
   * @param options of its Java
   */
  public Process startWorker(Map<String, String> more, List<String> options) throws IOException {
    ProcessBuilder builder;
    synchronized (workers) {
      builder = java("worker-" + started++, options, WorkerApplication.class.getName());
    }
    builder.environment().putAll(workerEnvironment());
    builder.environment().put("LOTVIEW_PACE", "none");
    builder.environment().putAll(more);
    Process worker = builder.start();
    synchronized (workers) {
      workers.add(worker);
    }
    return worker;
  }

  /** The environment for its workers: addresses and keys. */
  public Map<String, String> workerEnvironment() throws IOException {
    return Files.readAllLines(home.resolve("run/worker.env"), StandardCharsets.UTF_8).stream()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private ProcessBuilder java(String name, List<String> options, String main, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx768m",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlotview.log=" + home.resolve("logs/" + name + ".log")));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(Arrays.asList(words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(home.resolve("logs/" + name + ".txt").toFile()));
  }

  /** All tables, without row-level security. */
  public Connection superuser() throws SQLException {
    try {
      String url = workerEnvironment().get("DATABASE_URL");
      var parsed = com.lotview.kit.database.DatabaseUrl.parse("DATABASE_URL", url);
      return DriverManager.getConnection(
          parsed.jdbc(), "postgres", LocalSecrets.passwordOf(home, LocalSecrets.SUPERUSER));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    synchronized (workers) {
      for (Process worker : workers) {
        worker.destroy();
        worker.waitFor();
      }
    }
    process.destroy();
    process.waitFor();
  }
}
