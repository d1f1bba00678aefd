package com.lotview.bench.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Vehicles of real feeds as rows of field and text; reads only what that needs of each format. */
final class FeedRows {

  /** Our name of a field to its names in these feeds, best first. */
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("vin", List.of("vin")),
          Map.entry("year", List.of("year")),
          Map.entry("make", List.of("make", "brand")),
          Map.entry("model", List.of("model")),
          Map.entry("mileage", List.of("mileage", "mileage.value", "value")),
          Map.entry("unit", List.of("mileage.unit", "unit")),
          Map.entry("price", List.of("price", "msrp")),
          Map.entry("bodyStyle", List.of("body_style", "body type", "product_type", "type")),
          Map.entry(
              "exteriorColor",
              List.of("exterior_color", "exterior color", "exteriorcolor", "color")),
          Map.entry("interiorColor", List.of("interior_color", "interior color", "interiorcolor")),
          Map.entry("condition", List.of("condition", "used/new", "state_of_vehicle")),
          Map.entry("fuelType", List.of("fuel_type", "fuel type", "fueltype", "fuel")),
          Map.entry("transmission", List.of("transmission")));

  private FeedRows() {}

  static List<Map<String, String>> read(Path feed) throws IOException {
    String name = feed.getFileName().toString();
    String text = Files.readString(feed, StandardCharsets.UTF_8).replace("\ufeff", "");
    List<Map<String, String>> rows =
        name.endsWith(".xml")
            ? xml(feed)
            : name.endsWith(".json")
                ? json(text)
                : name.endsWith(".tsv") ? table(text, '\t', false) : table(text, ',', true);
    return rows.stream().map(FeedRows::named).filter(row -> !row.get("make").isBlank()).toList();
  }

  private static Map<String, String> named(Map<String, String> row) {
    Map<String, String> named = new HashMap<>();
    NAMES.forEach((field, names) ->
        named.put(
            field,
            names.stream()
                .map(row::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse("")));
    return named;
  }

  private static List<Map<String, String>> table(String text, char separator, boolean quotes) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quotes && c == '"') {
        boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (doubled) {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && (c == separator || c == '\n')) {
        line.add(cell.toString().strip());
        cell.setLength(0);
        if (c == '\n') {
          lines.add(line);
          line = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> cells : lines.subList(1, lines.size())) {
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < Math.min(cells.size(), lines.getFirst().size()); i++) {
        row.put(lines.getFirst().get(i).toLowerCase(Locale.ROOT), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<Map<String, String>> xml(Path feed) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (InputStream in = Files.newInputStream(feed)) {
      Element root =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
      for (String kind : List.of("item", "listing")) {
        NodeList items = root.getElementsByTagName(kind);
        for (int i = 0; i < items.getLength(); i++) {
          Map<String, String> row = new HashMap<>();
          flatten(items.item(i), row);
          rows.add(row);
        }
      }
      return rows;
    } catch (ParserConfigurationException | SAXException unreadable) {
      throw new IOException(feed.toString(), unreadable);
    }
  }

  private static void flatten(Node node, Map<String, String> row) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        boolean leaf = element.getElementsByTagName("*").getLength() == 0;
        if (leaf) {
          String name = element.getTagName().replaceFirst("^g:", "").toLowerCase(Locale.ROOT);
          row.putIfAbsent(name, element.getTextContent().strip());
        } else {
          flatten(element, row);
        }
      }
    }
  }

  private static List<Map<String, String>> json(String text) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode vehicle : JsonMapper.shared().readTree(text).path("vehicles")) {
      Map<String, String> row = new HashMap<>();
      vehicle
          .properties()
          .forEach(entry -> {
            if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
              row.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue().asString());
            }
          });
      rows.add(row);
    }
    return rows;
  }
}
