package com.lotview.standalone.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The parsed documents of a settings file. */
public record SettingsTree(List<Object> documents) {
  public static SettingsTree of(Path file) throws IOException {
    List<Object> documents = new ArrayList<>();
    new Yaml().loadAll(Files.readString(file)).forEach(documents::add);
    return new SettingsTree(documents);
  }

  /** The value at a path, or null if no document has it. */
  Object at(String... path) {
    for (Object document : documents) {
      Object value = document;
      for (String name : path) {
        value = value instanceof Map<?, ?> map ? map.get(name) : null;
      }
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  public List<String> publicPaths() {
    return at("lotview", "security", "public-paths") instanceof List<?> paths
        ? paths.stream().map(String::valueOf).toList()
        : List.of();
  }
}
