package com.lotview.form;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;

/** Reads resources, and compares texts of the site. */
public final class Texts {

  private Texts() {}

  /** The content of a resource. */
  public static String lines(String resource) {
    try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(resource));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.readAllAsString();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Without case, accents, spaces and hyphens. */
  public static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[\\s-]", "")
        .toLowerCase(Locale.ROOT);
  }
}
