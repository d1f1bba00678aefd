package com.lotview.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The demo's own files. */
final class Csv {
  private Csv() {}

  /** The bytes of a resource of this package's folder. */
  static byte[] bytes(String name) {
    try (InputStream in = Csv.class.getResourceAsStream("/demo/" + name)) {
      if (in == null) {
        throw new IllegalStateException("demo/" + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows by their first column. */
  static Map<String, Map<String, String>> rows(String name) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    Map<String, Map<String, String>> rows = new HashMap<>();
    try (var parser =
        format.parse(
            new InputStreamReader(
                new java.io.ByteArrayInputStream(bytes(name)), StandardCharsets.UTF_8))) {
      for (CSVRecord record : parser) {
        rows.put(record.get(0), record.toMap());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
