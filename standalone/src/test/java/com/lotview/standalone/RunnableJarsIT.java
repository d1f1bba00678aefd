package com.lotview.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.kit.seal.Keysets;
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
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each service starts from its own jar, without the others on its class path, and reports that it
 * is healthy. The jars are made by the same {@code mvn verify} that runs this.
 */
@Timeout(180)
@Tag("servers")
class RunnableJarsIT {
  private static final Duration START = Duration.ofSeconds(120);
  private static final Keysets.Pair KEYS = Keysets.generate();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "auth-service,auth",
    "inventory-service,inventory",
    "posting-service,posting",
    "listing-ai-service,listing",
    "notification-service,notification",
    "browser-worker,fleet",
    "gateway,gateway",
    "marketplace-sandbox,"
  })
  void startsFromItsOwnJar(String module, String schema) throws Exception {
    Path jar = Path.of("..", module, "target", module + "-0.1.0-exec.jar");
    Assumptions.assumeTrue(Files.exists(jar), jar + " is made by mvn verify");
    int port = freePort();
    Path log = folder.resolve("log.txt");
    Process process =
        JavaProgram.start(log, environment(schema, port), "-Xmx384m", "-jar", jar.toString());
    try {
      String path = module.equals("marketplace-sandbox") ? "/login" : "/actuator/health";
      Awaitility.await(module + " is well")
          .atMost(START)
          .until(() -> !process.isAlive() || status(port, path) == 200);
      assertThat(process.isAlive()).as(() -> "the log of " + module + ": " + read(log)).isTrue();
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static Map<String, String> environment(String schema, int port) {
    Map<String, String> env = new HashMap<>();
    env.putAll(TestServers.environment(schema == null ? "auth" : schema));
    env.putAll(TestServers.storageEnvironment());
    env.put("JWT_PRIVATE_KEY", LocalSecrets.rsaKey());
    env.put("SERVICE_CLIENTS", "posting=" + "0".repeat(64));
    env.put("FB_SESSION_SEAL_KEY", KEYS.sealKey());
    env.put("FB_SESSION_ENCRYPTION_KEY", KEYS.openKey());
    env.put("MARKETPLACE_URL", "http://127.0.0.1:1");
    env.put("PORT", String.valueOf(port));
    env.put("LOTVIEW_PORT", String.valueOf(port));
    env.put("SANDBOX_PORT", String.valueOf(port));
    return env;
  }

  private static int status(int port, String path) throws InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                  .timeout(Duration.ofSeconds(5))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
