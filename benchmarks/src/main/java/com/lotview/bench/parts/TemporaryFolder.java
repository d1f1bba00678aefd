package com.lotview.bench.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Folders for one measurement. */
public final class TemporaryFolder {
  private static final SecureRandom RANDOM = new SecureRandom();

  private TemporaryFolder() {}

  /** Makes one with a short path: a socket's path in it has at most 107 characters. */
  public static Path make() throws IOException {
    String mark = HexFormat.of().toHexDigits(RANDOM.nextInt(), 6);
    String parent = System.getenv().getOrDefault("TMPDIR", System.getProperty("java.io.tmpdir"));
    return Files.createDirectory(Path.of(parent, "lv-bench." + mark));
  }
}
