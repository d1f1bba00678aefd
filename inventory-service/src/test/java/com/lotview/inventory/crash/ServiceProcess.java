package com.lotview.inventory.crash;

import com.lotview.inventory.InventoryApplication;
import com.lotview.inventory.OwnSchema;
import com.lotview.testkit.TestServers;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * The service as a process of its own, on the test servers and in a schema of its own: services in
 * the test's process must not take its work. It consumes no events, so that killed consumers do not
 * hold the partitions of others.
 */
final class ServiceProcess implements AutoCloseable {
  static final String SCHEMA = "crash";

  private static final Duration START = Duration.ofMinutes(3);

  private final Path home;
  private final int port;
  private Process process;

  ServiceProcess(Path home) {
    this.home = home;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
      OwnSchema.copyMigrations(home, SCHEMA);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process = launch();
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Ends it at once (SIGKILL), wherever it is. */
  void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The process does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts it again and waits until it answers. */
  void restart() {
    process = launch();
  }

  private Process launch() {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  home + File.pathSeparator + System.getProperty("java.class.path"),
                  InventoryApplication.class.getName()));
      builder.environment().putAll(environment());
      Path log = home.resolve("service.log");
      builder
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      Process launched = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(launched::destroyForcibly));
      Awaitility.await("the service answers")
          .atMost(START)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> !launched.isAlive() || answers());
      if (!launched.isAlive()) {
        throw new IllegalStateException("It did not start: " + Files.readString(log));
      }
      return launched;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> environment() {
    Map<String, String> env = new LinkedHashMap<>(TestServers.environment(SCHEMA));
    env.putAll(TestServers.storageEnvironment());
    env.put("PORT", String.valueOf(port));
    env.put("SPRING_CONFIG_NAME", "inventory");
    env.put("LOTVIEW_DATABASE_SCHEMA", SCHEMA);
    env.put("SPRING_KAFKA_LISTENER_AUTO_STARTUP", "false");
    env.put("OUTSIDE_ALLOWED_NETWORKS", "127.0.0.0/8");
    env.put("IMPORT_POLL_INTERVAL", "100ms");
    env.put("IMPORT_LEASE", "4s");
    env.put("FEED_POLL_INTERVAL", "100ms");
    env.put("FEED_LEASE", "4s");
    return env;
  }

  private boolean answers() {
    try {
      HttpURLConnection call =
          (HttpURLConnection) URI.create(url() + "/v1/vehicles").toURL().openConnection();
      call.setConnectTimeout(1_000);
      call.setReadTimeout(5_000);
      return call.getResponseCode() == 401;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    kill();
  }
}
