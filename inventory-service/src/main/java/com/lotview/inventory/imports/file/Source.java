package com.lotview.inventory.imports.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file. They can be read more than once, so that none of it has to be kept. */
@FunctionalInterface
public interface Source {
  /** The bytes from the first on; the caller closes them. */
  InputStream open() throws IOException;

  /** Bytes that are in memory. */
  static Source of(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }

  /** A file on disk. */
  static Source of(Path file) {
    return () -> Files.newInputStream(file);
  }

  /** The first bytes, at most so many. */
  default byte[] head(int most) {
    try (InputStream in = open()) {
      return in.readNBytes(most);
    } catch (IOException e) {
      throw new UnreadableFileException("cannot be read: " + e.getMessage());
    }
  }

  /**
   * All bytes.
   *
   * @throws UnreadableFileException if there are more than that
   */
  default byte[] all(int most, String what) {
    byte[] bytes = head(most + 1);
    if (bytes.length > most) {
      throw new UnreadableFileException(
          "is " + what + " of more than " + most / (1024 * 1024) + " MB; send it in parts");
    }
    return bytes;
  }
}
