package com.lotview.inventory.imports.row;

import com.lotview.inventory.imports.cell.Capitals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The usual spelling of makes, independent of a file's capitals, hyphens and abbreviations. */
public final class Makes {
  private static final Pattern MARKS = Pattern.compile("[^\\p{Alnum}]");

  private final Map<String, String> names = new HashMap<>();
  private final List<Split> splits = new ArrayList<>();

  /** Keys of a name's two parts. */
  private record Split(String first, String rest, String name) {}

  private Makes() {}

  /** Reads {@code makes.txt}: a make per line, then its other names after a colon. */
  public static Makes load() {
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
    for (int i = 1; i < name.length(); i++) {
      if (name.charAt(i) == ' ' || name.charAt(i) == '-') {
        splits.add(new Split(key(name.substring(0, i)), key(name.substring(i)), name));
      }
    }
    if (parts.length > 1) {
      for (String alias : parts[1].split(",", -1)) {
        names.put(key(alias), name);
      }
    }
  }

  /** Make and model. */
  record Named(String make, String model) {}

  /** Both in their usual form; a make that was split at its blank or hyphen is joined again. */
  Named of(String make, String model) {
    String makeKey = key(make);
    for (Split split : splits) {
      if (split.first().equals(makeKey)) {
        String rest = after(split.rest(), model);
        if (rest != null) {
          return new Named(split.name(), rest);
        }
      }
    }
    String known = names.get(makeKey);
    return new Named(known != null ? known : Capitals.name(make), model);
  }

  // What follows the words in the text, if it begins with just these words.
  private static @Nullable String after(String words, String text) {
    for (int end = 1; end < text.length(); end++) {
      boolean wordEnds = Character.isWhitespace(text.charAt(end));
      if (wordEnds && key(text.substring(0, end)).equals(words)) {
        String rest = text.substring(end).strip();
        return rest.isEmpty() ? null : rest;
      }
    }
    return null;
  }

  private static String key(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
