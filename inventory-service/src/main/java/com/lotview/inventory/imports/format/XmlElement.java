package com.lotview.inventory.imports.format;

import com.lotview.inventory.imports.file.UnreadableFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One element of a record, with what is in it. */
final class XmlElement {
  private static final int MOST_ELEMENTS = 5_000;
  private static final int LONGEST_TEXT = 1024 * 1024;

  private final String prefix;
  private final String name;
  private final @Nullable String named;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<XmlElement> elements = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  XmlElement(XMLStreamReader reader) {
    String written = reader.getLocalName();
    this.name = Xml.local(written);
    this.prefix = written.substring(0, written.length() - name.length());
    String component = null;
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = Xml.local(reader.getAttributeLocalName(i));
      if (attribute.equals("name")) {
        component = reader.getAttributeValue(i);
      } else if (!attribute.equals("format") && !attribute.equals("lang")) {
        attributes.put(attribute, reader.getAttributeValue(i));
      }
    }
    this.named = component;
  }

  void add(XmlElement element) {
    elements.add(element);
    if (elements.size() > MOST_ELEMENTS) {
      throw new UnreadableFileException(
          "has a record with more than " + MOST_ELEMENTS + " elements: it is no vehicle");
    }
  }

  void add(String characters) {
    if (text.length() + characters.length() > LONGEST_TEXT) {
      throw new UnreadableFileException("has an element with a text of more than 1 MB");
    }
    text.append(characters);
  }

  /** The cells of the record, named as in Meta's flat files. */
  Map<String, String> cells() {
    Map<String, String> cells = new LinkedHashMap<>();
    below("", cells);
    return cells;
  }

  private void below(String path, Map<String, String> cells) {
    attributes.forEach((attribute, value) -> put(cells, joined(path, attribute), value));
    Map<String, List<XmlElement>> groups = new LinkedHashMap<>();
    elements.forEach(
        element -> groups.computeIfAbsent(element.label(), l -> new ArrayList<>()).add(element));
    groups.forEach((label, group) -> group(joined(path, label), group, cells));
  }

  // Feeds write the same value under two prefixes: the first counts.
  private static void group(String path, List<XmlElement> all, Map<String, String> cells) {
    String first = all.getFirst().prefix;
    List<XmlElement> group = all.stream().filter(one -> one.prefix.equals(first)).toList();
    if (group.stream().allMatch(one -> one.elements.isEmpty())) {
      put(
          cells,
          path,
          group.stream()
              .map(XmlElement::value)
              .filter(value -> !value.isEmpty())
              .collect(Collectors.joining("|")));
      group.getFirst().attributes.forEach((name, value) -> put(cells, joined(path, name), value));
      return;
    }
    boolean list = group.size() > 1 || path.equals("image");
    for (int i = 0; i < group.size(); i++) {
      group.get(i).below(list ? path + "[" + i + "]" : path, cells);
    }
  }

  private String label() {
    return named == null ? name : named;
  }

  private String value() {
    return text.toString().strip();
  }

  private static void put(Map<String, String> cells, String path, String value) {
    if (!value.isBlank()) {
      cells.putIfAbsent(path, value);
    }
  }

  private static String joined(String path, String below) {
    return path.isEmpty() ? below : path + "." + below;
  }
}
