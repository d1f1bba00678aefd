package com.lotview.standalone.sizes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A method of a source file. It is found by the indentation, which the formatter guarantees: a body
 * is what is indented between a declaration and its brace.
 *
 * @param lines of the body
 * @param longest lines of the longest statement that has no block in it: a table, a call with one
 *     value a line, an SQL text
 */
record SourceMethod(String name, int lines, int longest) {
  private static final String TEXT = "\"\"\"";
  private static final String INDENTED = " ".repeat(80) + "text";
  private static final Pattern DECLARATION = Pattern.compile("^(?=[\\w<@])[^=;(]*?\\b(\\w+)\\(");
  private static final Pattern NO_METHOD =
      Pattern.compile(
          "^(if|for|while|switch|try|else|do|synchronized|case|default|return|catch|@interface)\\b"
              + "|^[^(]*\\b(class|interface|record|enum) [A-Z]");

  /** All methods and constructors, in the order of their ends. */
  static List<SourceMethod> of(List<String> source) {
    List<String> lines = withoutTexts(source);
    int[] indents = lines.stream().mapToInt(SourceMethod::indent).toArray();
    List<SourceMethod> methods = new ArrayList<>();
    for (int end = 1; end < indents.length; end++) {
      if (lines.get(end).length() == indents[end] + 1 && lines.get(end).endsWith("}")) {
        int start = end - 1;
        while (start > 0 && indents[start] > indents[end]) {
          start--;
        }
        Matcher declaration = DECLARATION.matcher(lines.get(start).strip());
        if (indents[start] == indents[end]
            && declaration.find()
            && !NO_METHOD.matcher(lines.get(start).strip()).find()) {
          methods.add(of(declaration.group(1), lines.subList(start, end), indents[end] + 2));
        }
      }
    }
    return methods;
  }

  private static SourceMethod of(String name, List<String> method, int indent) {
    int body = 1;
    while (!method.get(body - 1).endsWith("{")) {
      body++;
    }
    List<String> lines = method.subList(body, method.size());
    return new SourceMethod(name, lines.size(), longest(lines, indent));
  }

  private static int longest(List<String> body, int indent) {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      String line = body.get(i).strip();
      if (indent(body.get(i)) == indent && !line.startsWith("}") && !line.startsWith("//")) {
        starts.add(i);
      }
    }
    starts.add(body.size());
    return IntStream.range(1, starts.size())
        .filter(i -> !hasBlock(body.subList(starts.get(i - 1), starts.get(i))))
        .map(i -> starts.get(i) - starts.get(i - 1))
        .max()
        .orElse(0);
  }

  // A switch over single expressions is a table.
  private static boolean hasBlock(List<String> statement) {
    return statement.stream()
        .anyMatch(line -> line.endsWith("{") && !line.strip().startsWith("return switch"));
  }

  /** Lines of text blocks, and empty ones, count as part of the statement around them. */
  private static List<String> withoutTexts(List<String> source) {
    String[] lines = source.toArray(String[]::new);
    boolean text = false;
    for (int i = 0; i < lines.length; i++) {
      boolean inside = text;
      text ^= lines[i].contains(TEXT) && lines[i].indexOf(TEXT) == lines[i].lastIndexOf(TEXT);
      if (inside || lines[i].isBlank()) {
        lines[i] = INDENTED;
      }
    }
    return Arrays.asList(lines);
  }

  private static int indent(String line) {
    int indent = 0;
    while (line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }
}
