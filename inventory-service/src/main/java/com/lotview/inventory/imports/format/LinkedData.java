package com.lotview.inventory.imports.format;

import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.Table;
import com.lotview.inventory.imports.file.TableBuilder;
import com.lotview.inventory.imports.file.UnreadableFileException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a dealer's site says of its vehicles in JSON-LD with the words of schema.org: in a page's
 * scripts, or as a file; in {@code @graph}, in an {@code ItemList}, in an {@code Offer}, or alone.
 */
final class LinkedData {
  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final Pattern SCRIPT =
      Pattern.compile(
          "<script[^>]{0,500}application/ld\\+json[^>]{0,500}>(.*?)</script",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Set<String> VEHICLES =
      Set.of("Car", "Vehicle", "Motorcycle", "MotorizedBicycle", "BusOrCoach", "IndividualProduct");
  private static final int DEEPEST = 12;

  private final TableBuilder table = new TableBuilder();
  private boolean found;

  private LinkedData() {}

  /** The scripts of a page. */
  static Table page(Source source) {
    String page = new String(source.all(MOST_BYTES, "a web page"), StandardCharsets.UTF_8);
    LinkedData data = new LinkedData();
    Matcher script = SCRIPT.matcher(page);
    int line = 1;
    int counted = 0;
    while (script.find()) {
      line += (int) page.substring(counted, script.start(1)).chars().filter(c -> c == '\n').count();
      counted = script.start(1);
      data.script(script.group(1), line);
    }
    return data.build("is a web page that names no vehicles in JSON-LD");
  }

  /** A file of nothing else. */
  static Table json(Source source) {
    LinkedData data = new LinkedData();
    data.walk(JsonTable.JSON.readTree(source.all(MOST_BYTES, "JSON-LD")), 1, 0);
    return data.build("is JSON-LD that names no vehicles");
  }

  private Table build(String why) {
    if (!found) {
      throw new UnreadableFileException(why);
    }
    return table.build();
  }

  // A script that is not JSON is an error of the page; the other scripts may still be good.
  private void script(String text, int line) {
    try {
      walk(JsonTable.JSON.readTree(text), line, 0);
    } catch (JacksonException e) {
      return;
    }
  }

  private void walk(JsonNode node, int line, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (isVehicle(node)) {
      found = true;
      table.add(line, LinkedVehicle.cells(node, null));
    } else if (node.path("itemOffered").isObject() && isVehicle(node.path("itemOffered"))) {
      found = true;
      table.add(line, LinkedVehicle.cells(node.path("itemOffered"), node));
    } else {
      node.valueStream()
          .filter(JsonNode::isContainer)
          .forEach(below -> walk(below, line, depth + 1));
    }
  }

  private static boolean isVehicle(JsonNode node) {
    JsonNode type = node.path("@type");
    boolean named =
        (type.isArray() ? type.valueStream() : Stream.of(type))
            .anyMatch(one -> VEHICLES.contains(one.asString("")));
    return node.isObject() && (named || node.has("vehicleIdentificationNumber"));
  }
}
