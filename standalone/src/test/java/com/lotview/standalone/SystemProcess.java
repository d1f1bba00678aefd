package com.lotview.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A standalone as a process of its own, which a test may kill, and workers beside it. */
final class SystemProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(180);

  private final Path home;
  private final int port;
  private final List<Process> workers = new ArrayList<>();
  private Process process;

  private SystemProcess(Path home, int port, String... words) {
    this.home = home;
    this.port = port;
    this.process = launch(words);
  }

  /** Starts without a worker: the tests bring their own. */
  static SystemProcess start(Path home, int port) {
    return new SystemProcess(home, port, "--no-worker");
  }

  private Process launch(String... words) {
    try {
      Files.deleteIfExists(home.resolve("run/ready.properties"));
      Files.createDirectories(home.resolve("logs"));
      Process started =
          java(
              Map.of("LOTVIEW_HOME", home.toString(), "LOTVIEW_PORT", String.valueOf(port)),
              "standalone",
              Standalone.class.getName(),
              words);
      Awaitility.await("the system is ready")
          .atMost(START)
          .until(() -> Files.exists(home.resolve("run/ready.properties")) || !started.isAlive());
      if (!started.isAlive()) {
        throw new IllegalStateException(
            "The system did not start: " + Files.readString(home.resolve("logs/standalone.txt")));
      }
      return started;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** kill -9 of the whole system, and a new start on what it left. */
  void killAndStartAgain() throws InterruptedException {
    process.destroyForcibly().waitFor();
    for (Process worker : workers) {
      worker.destroyForcibly().waitFor();
    }
    workers.clear();
    process = launch("--no-worker");
  }

  /** One more worker, as {@code ./lotview worker} starts it. */
  Process startWorker() throws IOException {
    Map<String, String> environment =
        Files.readAllLines(home.resolve("run/worker.env")).stream()
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    environment.put("LOTVIEW_PACE", "none");
    Process worker =
        java(environment, "worker-" + workers.size(), "com.lotview.worker.WorkerApplication");
    workers.add(worker);
    return worker;
  }

  private Process java(Map<String, String> environment, String name, String main, String... words)
      throws IOException {
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
                "-Dlotview.log=" + home.resolve("logs/" + name + ".log"),
                "-cp",
                System.getProperty("java.class.path"),
                main));
    command.addAll(Arrays.asList(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("MARKETPLACE_URL");
    builder.environment().putAll(environment);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("logs/" + name + ".txt").toFile())
        .start();
  }

  /**
   * A count from the fleet's own tables, which only a superuser sees whole; the question takes the
   * posting's id. Zero while no worker has made the tables yet.
   */
  long fleetCount(String sql, String postingId) {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path = fleet");
      try (ResultSet tables =
          statement.executeQuery("select to_regclass('fleet.evidence') is not null")) {
        tables.next();
        if (!tables.getBoolean(1)) {
          return 0;
        }
      }
      try (PreparedStatement question = connection.prepareStatement(sql)) {
        question.setObject(1, java.util.UUID.fromString(postingId));
        try (ResultSet answer = question.executeQuery()) {
          answer.next();
          return answer.getLong(1);
        }
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection superuser() throws SQLException, IOException {
    String url =
        Files.readAllLines(home.resolve("run/worker.env"), StandardCharsets.UTF_8).stream()
            .filter(line -> line.startsWith("DATABASE_URL="))
            .map(line -> line.substring("DATABASE_URL=".length()))
            .findFirst()
            .orElseThrow();
    var parsed = com.lotview.kit.database.DatabaseUrl.parse("DATABASE_URL", url);
    return DriverManager.getConnection(parsed.jdbc(), "postgres", "postgres");
  }

  @Override
  public void close() throws InterruptedException {
    for (Process worker : workers) {
      worker.destroy();
      worker.waitFor();
    }
    process.destroy();
    process.waitFor();
  }
}
