package com.lotview.standalone.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A page of {@code docs/reference}. Written by hand and kept: the last column of the routes, and
 * every section below the tables.
 */
public final class ReferencePage {
  private static final String ROUTES = "## Routes";

  private final Path file;
  private final Map<String, String> sentences = new HashMap<>();
  private String kept = "";

  private ReferencePage(Path file) {
    this.file = file;
  }

  public static ReferencePage read(Path file) throws IOException {
    ReferencePage page = new ReferencePage(file);
    if (Files.exists(file)) {
      page.keep(Files.readAllLines(file));
    }
    return page;
  }

  private void keep(List<String> lines) {
    String section = "";
    StringBuilder below = new StringBuilder();
    for (String line : lines) {
      if (line.startsWith("## ")) {
        section = line;
      }
      if (section.equals(ROUTES) && line.startsWith("| ")) {
        String[] cells = line.substring(2).split(" \\| ", -1);
        String last = cells[cells.length - 1].replaceAll(" ?\\|$", "");
        sentences.put(cells[0] + cells[1], last);
      } else if (!section.isEmpty() && !section.equals(ROUTES) && !section.equals("## Settings")) {
        below.append(line).append('\n');
      }
    }
    kept = below.toString().stripTrailing();
  }

  String with(Service service, List<Setting> settings, List<List<String>> routes) {
    List<String> parts = new ArrayList<>();
    parts.add("# " + service.module() + ": settings and routes");
    parts.add(intro(service));
    parts.add("## Settings");
    parts.add(
        table(
            List.of("variable", "key", "default", "meaning"),
            settings.stream().map(Setting::cells).toList()));
    if (!routes.isEmpty()) {
      parts.add(ROUTES);
      parts.add(table(heading(service), routes.stream().map(this::withSentence).toList()));
    }
    if (!kept.isEmpty()) {
      parts.add(kept);
    }
    return String.join("\n\n", parts) + "\n";
  }

  private static String intro(Service service) {
    String source =
        "`ReferencePagesTest` makes the tables from `" + service.settingsName() + "` and the code.";
    String edit = "Edit only the last column of the routes and the sections below.";
    return service == Service.KIT
        ? source + " Every service has these settings."
        : source + "\n" + edit + " Settings of every service: [service-kit](service-kit.md).";
  }

  private static List<String> heading(Service service) {
    return service == Service.GATEWAY
        ? List.of("route", "path", "target and limits", "what it does")
        : List.of("method", "path", "who", "what it does");
  }

  /** The written description of the route; empty if there is none. */
  public String sentence(String method, String path) {
    return sentences.getOrDefault(method + "`" + path + "`", "");
  }

  private List<String> withSentence(List<String> route) {
    List<String> cells = new ArrayList<>(route);
    cells.add(sentences.getOrDefault(route.get(0) + route.get(1), ""));
    return cells;
  }

  private static String table(List<String> heading, List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    text.append(row(heading)).append('\n').append("|---".repeat(heading.size())).append('|');
    rows.forEach(cells -> text.append('\n').append(row(cells)));
    return text.toString();
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  String text() throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  void write(String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
