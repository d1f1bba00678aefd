package com.lotview.kit.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads files that come with the code. A missing one is a programming error. */
public final class ClassPathFile {
  private ClassPathFile() {}

  /**
   * The content of a file.
   *
   * @param beside a class of the file's module
   * @param name beside that class, or absolute with a leading slash
   * @throws IllegalStateException if there is no such file
   */
  public static byte[] bytes(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The content of a file in UTF-8; as {@link #bytes}. */
  public static String text(Class<?> beside, String name) {
    return new String(bytes(beside, name), StandardCharsets.UTF_8);
  }

  /** The lines of a file that are neither blank nor a comment ({@code #}); as {@link #bytes}. */
  public static List<String> lines(Class<?> beside, String name) {
    return text(beside, name)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }
}
