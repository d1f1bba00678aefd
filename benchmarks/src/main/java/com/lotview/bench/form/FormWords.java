package com.lotview.bench.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;

/**
 * Which options of the US form are right for a dealer's words, written by people word by word,
 * without the worker's own rules.
 */
public final class FormWords {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private final Map<String, List<String>> options = new HashMap<>();

  public FormWords() {
    try (InputStream in =
            Objects.requireNonNull(FormWords.class.getResourceAsStream("/bench/form-words.csv"));
        var parser = FORMAT.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      parser.forEach(row ->
          options.put(
              key(row.get("field"), row.get("word")), List.of(row.get("options").split("\\|"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Every right option; {@code -} means that the choice may also be empty. Empty if the word is not
   * known.
   */
  public Optional<List<String>> of(String field, String word) {
    return Optional.ofNullable(options.get(key(field, word)));
  }

  private static String key(String field, String word) {
    return field + " " + word.strip().toLowerCase(Locale.ROOT);
  }
}
