package com.lotview.sandbox.ledger;

import com.lotview.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file of JSON lines that only grows. A line is with the operating system before {@link #append}
 * returns, so that it survives the death of the process. Thread-safe.
 */
final class Journal<T> {
  private final Path file;
  private final Class<T> type;

  Journal(Path file, Class<T> type) {
    this.file = file;
    this.type = type;
  }

  /** Every line so far, oldest first. */
  List<T> read() {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream()
              .map(line -> Json.MAPPER.readValue(line, type))
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void append(T line) {
    try {
      String text = Json.MAPPER.writeValueAsString(line) + "\n";
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
