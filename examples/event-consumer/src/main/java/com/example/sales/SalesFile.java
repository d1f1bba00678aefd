package com.example.sales;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A CSV file with a line for each event. It knows the events that it has, so that one that comes
 * again is not written again. One process at a time; not thread-safe.
 */
final class SalesFile implements AutoCloseable {
  private static final String HEAD =
      "event_id,time,event,dealership_id,vehicle_id,stock_number,price_cents,url\n";

  private final FileChannel file;
  private final Set<String> known = new HashSet<>();

  /** Opens or makes the file. A line that a crash has cut off is removed: its event comes again. */
  SalesFile(Path path) throws IOException {
    if (Files.exists(path)) {
      removeHalfLine(path);
      try (Stream<String> lines = Files.lines(path)) {
        lines.map(line -> line.substring(0, line.indexOf(','))).forEach(known::add);
      }
    }
    file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    if (known.isEmpty()) {
      write(HEAD);
    }
  }

  private static void removeHalfLine(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      long end = file.length();
      while (end > 0) {
        file.seek(end - 1);
        if (file.read() == '\n') {
          break;
        }
        end--;
      }
      file.setLength(end);
    }
  }

  /** Adds what it does not have. The lines are on disk when this returns. */
  void add(List<SalesEvent> events) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (SalesEvent event : events) {
      if (known.add(event.id())) {
        lines.append(line(event));
      }
    }
    if (!lines.isEmpty()) {
      write(lines.toString());
    }
  }

  private void write(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    file.force(true);
  }

  private static String line(SalesEvent event) {
    return Stream.of(
            event.id(),
            event.time(),
            event.what(),
            event.dealershipId(),
            event.vehicleId(),
            event.stockNumber(),
            event.priceCents(),
            event.url())
        .map(SalesFile::cell)
        .collect(Collectors.joining(",", "", "\n"));
  }

  // A dealer's text that begins like a formula would be one in a spreadsheet.
  private static String cell(String text) {
    String line = text.replaceAll("[\\r\\n]", " ");
    String safe = line.matches("[=+@\\-\\t].*") ? "'" + line : line;
    return safe.matches(".*[\",'].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
