package com.lotview.standalone.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A key of a settings file with its environment variable and the comment above it. */
record Setting(String variable, String key, String defaultValue, String meaning) {
  private static final Pattern KEY = Pattern.compile("( *)([A-Za-z0-9._-]+):(?: +(.*))?");
  private static final Pattern VARIABLE = Pattern.compile("\"?\\$\\{([A-Z][A-Z0-9_]*):(.*)}\"?");
  private static final Pattern SECRET =
      Pattern.compile(".*(SECRET|PASS|PASSWORD|_KEY|LOTVIEW_PROXIES)");

  /** Reads line by line, since YAML parsers lose the comments. Keys inside lists are left out. */
  static List<Setting> in(Path file) throws IOException {
    List<Setting> found = new ArrayList<>();
    List<String> comment = new ArrayList<>();
    Deque<Level> levels = new ArrayDeque<>();
    for (String line : Files.readAllLines(file)) {
      if (line.strip().startsWith("#")) {
        comment.add(line.strip().substring(1).strip());
        continue;
      }
      Matcher key = KEY.matcher(line);
      if (key.matches()) {
        int indent = key.group(1).length();
        while (!levels.isEmpty() && levels.getLast().indent >= indent) {
          levels.removeLast();
        }
        levels.addLast(new Level(indent, key.group(2)));
        Matcher value = VARIABLE.matcher(key.group(3) == null ? "" : key.group(3).strip());
        if (value.matches() && !inList(levels)) {
          found.add(of(value, levels, comment));
        }
      } else if (line.strip().startsWith("- ")) {
        levels.addLast(new Level(line.indexOf('-') + 1, "[]"));
      }
      comment.clear();
    }
    return found;
  }

  private static Setting of(Matcher value, Deque<Level> levels, List<String> comment) {
    String path = levels.stream().map(Level::name).collect(Collectors.joining("."));
    return new Setting(value.group(1), path, value.group(2), String.join(" ", comment));
  }

  private static boolean inList(Deque<Level> levels) {
    return levels.stream().anyMatch(level -> level.name.equals("[]"));
  }

  boolean secret() {
    return SECRET.matcher(variable).matches();
  }

  List<String> cells() {
    String shown = secret() ? "secret" : defaultValue.isEmpty() ? "none" : code(defaultValue);
    return List.of(code(variable), code(key), shown, meaning);
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private record Level(int indent, String name) {}
}
