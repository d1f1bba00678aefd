package com.lotview.bench.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the build of the dashboard found that a browser loads, compressed; it fails above the aims.
 */
final class Sizes {
  private static final Path FILE = Path.of("web/target/classes/app/.sizes.json");

  private Sizes() {}

  static List<Figure> read() throws IOException {
    if (!Files.exists(FILE)) {
      throw new IllegalStateException("The dashboard is not built: " + FILE + " is missing");
    }
    JsonNode sizes = JsonMapper.shared().readTree(Files.readString(FILE));
    return List.of(
        Figure.of(
            "first load, KB compressed",
            sizes.get("firstLoadKilobytes").asDouble(),
            "≤ " + sizes.get("firstLoadMost").asString()),
        Figure.of(
            "a page more, KB compressed",
            sizes.get("pages").valueStream().map(page -> page.get("kilobytes").asDouble()).toList(),
            "max ≤ " + sizes.get("pageMost").asString()));
  }
}
