package com.lotview.standalone;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person's settings for the standalone.
 *
 * @param home folder with all data ({@code LOTVIEW_HOME})
 * @param port of the gateway ({@code LOTVIEW_PORT})
 * @param marketplaceUrl the site to post on; null starts the sandbox and uses that ({@code
 *     MARKETPLACE_URL})
 * @param worker whether to start a browser worker
 * @param sandbox whether to start the sandbox
 */
record Settings(
    Path home, int port, @Nullable String marketplaceUrl, boolean worker, boolean sandbox) {

  private static final String REAL_SITE = "https://www.facebook.com";

  /** Reads the environment and the command's arguments. */
  static Settings of(Map<String, String> env, String... words) {
    boolean worker = true;
    boolean sandbox = true;
    for (String word : words) {
      switch (word) {
        case "--no-worker" -> worker = false;
        case "--no-sandbox" -> sandbox = false;
        default ->
            throw new StartupException(
                "Unknown option " + word + "; up takes --no-worker, --no-sandbox and --detach");
      }
    }
    String home = env.getOrDefault("LOTVIEW_HOME", ".lotview");
    String url = blankToNull(env.get("MARKETPLACE_URL"));
    return new Settings(
        Path.of(home).toAbsolutePath().normalize(),
        port(env.getOrDefault("LOTVIEW_PORT", "8080")),
        url,
        worker,
        sandbox && url == null);
  }

  /** The site that the workers post on. */
  String marketplace(@Nullable String sandboxUrl) {
    if (marketplaceUrl != null) {
      return marketplaceUrl;
    }
    return sandboxUrl == null ? REAL_SITE : sandboxUrl;
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text.strip());
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // reported below, like a number out of range
    }
    throw new StartupException("LOTVIEW_PORT must be a number from 1 to 65535, not " + text);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
