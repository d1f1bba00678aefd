package com.lotview.inventory.imports.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a cell's list at its one separator. */
public final class Features {
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)</?(?:b|i|u|p|br|hr|ul|ol|li|em|strong|div|span|font|h[1-6]|a)(?: [^<>]*)?/?>");
  private static final Pattern LINE_TAG =
      Pattern.compile("(?i)<(?:br|/?p|/?li|/?div|/?ul|/?h[1-6])(?: [^<>]*)?/?>");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  // Not the comma of 3,500, nor one inside of brackets.
  private static final Pattern BULLET = Pattern.compile("^[\\s\u2022*·-]+(?=\\S)");
  private static final Pattern EMPTY_LINES = Pattern.compile("[\\h]*\n[\\h]*(\n[\\h]*)+");
  private static final Pattern COMMA = Pattern.compile(",(?!\\d{3}(?!\\d))(?![^()]*\\))");

  private Features() {}

  public static List<String> of(String cell) {
    if (cell.startsWith("[") && cell.endsWith("]") && cell.contains("\"")) {
      return quoted(cell);
    }
    String text = untagged(cell, "|");
    Pattern mark = mark(text);
    List<String> features = new ArrayList<>();
    for (String feature : mark.split(text, -1)) {
      String bare = BULLET.matcher(feature).replaceFirst("").strip();
      if (!bare.isEmpty()) {
        features.add(bare);
      }
    }
    return features;
  }

  /** A text without the marks of HTML. */
  public static String text(String cell) {
    String text = untagged(cell, "\n");
    return (text.indexOf('\n') < 0 ? text : EMPTY_LINES.matcher(text).replaceAll("\n\n")).strip();
  }

  private static String untagged(String cell, String line) {
    return cell.indexOf('<') < 0
        ? cell
        : TAG.matcher(LINE_TAG.matcher(cell).replaceAll(line)).replaceAll("");
  }

  private static Pattern mark(String text) {
    for (String mark : List.of("|", ";", "\n", "\u2022")) {
      if (text.contains(mark)) {
        return Pattern.compile(Pattern.quote(mark));
      }
    }
    return COMMA;
  }

  private static List<String> quoted(String cell) {
    List<String> features = new ArrayList<>();
    Matcher found = QUOTED.matcher(cell);
    while (found.find()) {
      String feature = found.group(1).replaceAll("\\\\([\"/\\\\])", "$1").strip();
      if (!feature.isEmpty()) {
        features.add(feature);
      }
    }
    return features;
  }
}
