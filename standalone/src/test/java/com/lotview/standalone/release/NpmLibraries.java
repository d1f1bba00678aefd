package com.lotview.standalone.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packages that the dashboard and the extension are made of, without those that only build. */
final class NpmLibraries {
  private static final String FOLDER = "node_modules/";

  private NpmLibraries() {}

  /** Reads them of a {@code package-lock.json}. */
  static List<Library> of(Path lock) throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readString(lock))
        .path("packages")
        .properties()
        .stream()
        .filter(entry -> shipped(entry.getKey(), entry.getValue()))
        .map(NpmLibraries::library)
        .distinct()
        .sorted(Comparator.comparing(Library::name))
        .toList();
  }

  private static boolean shipped(String path, JsonNode entry) {
    return path.startsWith(FOLDER)
        && !entry.path("dev").asBoolean(false)
        && !entry.path("link").asBoolean(false);
  }

  private static Library library(Map.Entry<String, JsonNode> entry) {
    String path = entry.getKey();
    return new Library(
        path.substring(path.lastIndexOf(FOLDER) + FOLDER.length()),
        entry.getValue().path("version").asString(),
        Licences.of(List.of(entry.getValue().path("license").asString("none named"))));
  }
}
