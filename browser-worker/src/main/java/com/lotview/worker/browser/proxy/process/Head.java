package com.lotview.worker.browser.proxy.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * First line and headers of a request or response.
 *
 * @param first the first line
 * @param headers the header lines, unchanged
 */
record Head(String first, List<String> headers) {

  private static final int MAX_HEAD_BYTES = 256 * 1024;
  private static final Set<String> OF_THE_HOP =
      Set.of("connection", "proxy-connection", "keep-alive", "proxy-authorization");

  /** Reads up to the empty line, and no further byte. */
  static Head read(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.length() < 4 || text.indexOf("\r\n\r\n", text.length() - 4) < 0) {
      int next = in.read();
      if (next < 0 || text.length() > MAX_HEAD_BYTES) {
        throw new IOException(text.isEmpty() ? "closed" : "the head of a message broke off");
      }
      text.append((char) next);
    }
    List<String> lines = new ArrayList<>(text.toString().strip().lines().toList());
    return new Head(lines.removeFirst(), lines);
  }

  /** A word of the first line. */
  String word(int index) {
    String[] words = first.split(" ", 3);
    return index < words.length ? words[index] : "";
  }

  /** Without the headers of its connection, which is closed after the next message. */
  Head lastOfItsConnection() {
    List<String> kept =
        new ArrayList<>(
            headers.stream()
                .filter(line ->
                    !OF_THE_HOP.contains(line.split(":", 2)[0].strip().toLowerCase(Locale.ROOT)))
                .toList());
    kept.add("Connection: close");
    return new Head(first, kept);
  }

  Head with(String header) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    return new Head(first, more);
  }

  Head withFirst(String line) {
    return new Head(line, headers);
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder(first).append("\r\n");
    headers.forEach(line -> text.append(line).append("\r\n"));
    return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
