package com.lotview.bench.browser;

import com.lotview.form.mapping.ListingOrder;
import com.lotview.worker.browser.chrome.ChromeInstallation;
import com.lotview.worker.files.Folders;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same steps by a plain puppeteer-core script, with the same Chromium on the same screen. */
final class Yardstick {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SCRIPT = "/bench/yardstick.mjs";

  private final Path node;
  private final Path script;
  private final boolean headless;
  private final ChromeInstallation chrome = ChromeInstallation.find(System.getenv());

  /**
   * @param folder with {@code node_modules/puppeteer-core}
   */
  Yardstick(Path node, Path folder, boolean headless) throws IOException {
    this.node = node;
    this.headless = headless;
    this.script = folder.resolve("yardstick.mjs");
    try (InputStream in = Yardstick.class.getResourceAsStream(SCRIPT)) {
      Files.write(script, Objects.requireNonNull(in, SCRIPT).readAllBytes());
    }
  }

  /** The program; empty if it or its package manager is not on the path. */
  static Optional<Path> node() {
    return program("npm").flatMap(_ -> program("node"));
  }

  private static Optional<Path> program(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Downloads puppeteer-core into a folder that has none yet; false if it is not available. */
  static boolean fetch(Path folder) throws IOException, InterruptedException {
    if (Files.isDirectory(folder.resolve("node_modules/puppeteer-core"))) {
      return true;
    }
    Files.createDirectories(folder);
    return new ProcessBuilder(
                "npm",
                "install",
                "--no-save",
                "--no-audit",
                "--no-fund",
                "--silent",
                "puppeteer-core@24.43.1")
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /** Milliseconds from the site's first page to the confirmed listing. */
  double run(Stage stage, JsonNode account, ListingOrder order)
      throws IOException, InterruptedException {
    Path profile = stage.home().resolve("yardstick");
    Process process =
        new ProcessBuilder(node.toString(), script.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getOutputStream().write(JSON.writeValueAsBytes(orders(stage, account, order, profile)));
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the script failed: " + said);
    }
    Folders.delete(profile);
    return JSON.readTree(said).path("millis").asDouble();
  }

  private Map<String, Object> orders(
      Stage stage, JsonNode account, ListingOrder order, Path profile) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("url", stage.sandbox().url());
    all.put("cookies", account.path("cookies"));
    all.put("chrome", chrome.binary().toString());
    all.put("sandboxed", chrome.sandboxed());
    all.put("headless", headless);
    all.put("environment", headless ? Map.of() : screen(stage.home()));
    all.put("profile", profile.toString());
    all.put("photos", order.photos().stream().map(photo -> photo.file().toString()).toList());
    all.put("description", order.description());
    all.put("mileage", String.valueOf(order.mileage()));
    return all;
  }

  /** The screen of our own browsers, or the existing display. */
  static Map<String, String> screen(Path home) throws IOException {
    try (Stream<Path> folders = Files.list(home)) {
      List<Path> screens =
          folders.filter(one -> one.getFileName().toString().startsWith("screen-")).toList();
      Map<String, String> environment = new HashMap<>();
      if (!screens.isEmpty()) {
        Path screen = screens.getFirst();
        environment.put("DISPLAY", ":" + Files.readString(screen.resolve("number")).strip());
        environment.put("XAUTHORITY", screen.resolve("authority").toString());
      }
      return environment;
    }
  }
}
