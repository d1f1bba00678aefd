package com.lotview.inventory.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How makes are really written, whatever the file's capitals, hyphens and abbreviations. */
final class Makes {
  private final Map<String, String> names = new HashMap<>();

  private Makes() {}

  /** Reads {@code makes.txt}: a make per line, then its other names after a colon. */
  static Makes load() {
    try (InputStream in = Makes.class.getResourceAsStream("makes.txt")) {
      if (in == null) {
        throw new IllegalStateException("makes.txt is missing");
      }
      Makes makes = new Makes();
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(makes::add);
      return makes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    String[] parts = line.split(":", 2);
    String name = parts[0].strip();
    names.put(key(name), name);
    if (parts.length > 1) {
      for (String alias : parts[1].split(",", -1)) {
        names.put(key(alias), name);
      }
    }
  }

  /** Make and model. */
  record Named(String make, String model) {}

  /** Both in their usual form; a make that was split at its blank is joined again. */
  Named of(String make, String model) {
    String[] words = model.split(" ", 2);
    String joined = names.get(key(make + words[0]));
    if (joined != null && words.length > 1 && !key(joined).equals(key(make))) {
      return new Named(joined, words[1].strip());
    }
    return new Named(of(make), model);
  }

  private String of(String make) {
    String known = names.get(key(make));
    return known != null ? known : Capitals.name(make);
  }

  private static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("[^\\p{Alnum}]", "")
        .toLowerCase(Locale.ROOT);
  }
}
