package com.lotview.bench.browser;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The probe's tables, as Markdown. */
final class ProbeReport {
  private ProbeReport() {}

  static String of(Map<String, Appeared> ways) {
    StringBuilder text =
        new StringBuilder(
            """
            # How the browser presents itself

            Made by `./lotview bench browser --only probe`. The first column is the machine's own Chromium with a window, started by hand;
            nothing is faked in any of them (ADR 4). Where all ways agree the value stands once.

            | what the site sees |\
            """);
    ways.keySet().forEach(way -> text.append(' ').append(way).append(" |"));
    text.append("\n|---|").append("---|".repeat(ways.size())).append('\n');
    Set<String> names = new LinkedHashSet<>();
    ways.values().forEach(seen -> names.addAll(seen.values().keySet()));
    for (String name : names) {
      text.append(row(name, ways.values()));
    }
    text.append("| **contradictions** |");
    ways.values()
        .forEach(seen -> {
          List<String> found = seen.contradictions();
          text.append(' ').append(found.isEmpty() ? "none" : String.join("; ", found)).append(" |");
        });
    return text.append('\n').toString();
  }

  private static String row(String name, Collection<Appeared> ways) {
    List<String> values =
        ways.stream().map(seen -> cell(seen.values().getOrDefault(name, "-"))).toList();
    boolean same = values.stream().distinct().count() == 1;
    StringBuilder row = new StringBuilder("| ").append(name).append(" |");
    for (int i = 0; i < values.size(); i++) {
      row.append(' ').append(same && i > 0 ? "same" : values.get(i)).append(" |");
    }
    return row.append('\n').toString();
  }

  private static String cell(String value) {
    String plain = value.replace("|", "\\|").strip();
    return plain.isEmpty() ? "-" : plain;
  }
}
