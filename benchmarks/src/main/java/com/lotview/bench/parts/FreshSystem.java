package com.lotview.bench.parts;

import com.lotview.standalone.client.Installation;
import com.lotview.worker.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole system on a fresh folder, started by {@code ./lotview up} as people start it, and deleted
 * at the end. Its rate limits are off.
 */
public final class FreshSystem implements AutoCloseable {
  // Distance from the port of this environment, on which another system may run.
  private static final int PORTS_APART = 71;
  private static final Path SCRIPT = Path.of("lotview").toAbsolutePath();

  private final Path folder;
  private final Map<String, String> environment;

  private FreshSystem(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /**
   * Starts one, from the folder of the sources.
   *
   * @param settings environment variables beside those of this process
   * @param words after {@code ./lotview up}
   */
  public static FreshSystem start(Map<String, String> settings, String... words)
      throws IOException, InterruptedException {
    Path folder = TemporaryFolder.make();
    int port = Integer.parseInt(System.getenv().getOrDefault("LOTVIEW_PORT", "8080"));
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("LOTVIEW_HOME", folder.resolve("h").toString());
    environment.put("LOTVIEW_PORT", String.valueOf(port + PORTS_APART));
    environment.put("LOTVIEW_RATE_LIMITS", "off");
    // A first check of each session would add jobs without an order.
    environment.putIfAbsent("POSTING_FIRST_SESSION_CHECK_AFTER", "6h");
    FreshSystem system = new FreshSystem(folder, environment);
    List<String> command = new ArrayList<>(List.of("up", "--detach"));
    command.addAll(List.of(words));
    if (system.script(command) != 0) {
      throw new IllegalStateException(
          "The system did not start; its logs are in " + folder + ": " + system.lastWords());
    }
    return system;
  }

  /** Where it is, and how to sign in. */
  public Installation installation() {
    return Installation.at(folder.resolve("h"));
  }

  private int script(List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    return builder.start().waitFor();
  }

  private String lastWords() throws IOException {
    List<String> said = Files.readAllLines(folder.resolve("said.txt"));
    return said.isEmpty() ? "" : said.getLast();
  }

  @Override
  public void close() throws IOException {
    try {
      if (script(List.of("down")) == 0) {
        Folders.delete(folder);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
