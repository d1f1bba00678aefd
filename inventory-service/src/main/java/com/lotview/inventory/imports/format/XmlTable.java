package com.lotview.inventory.imports.format;

import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.Table;
import com.lotview.inventory.imports.file.TableBuilder;
import com.lotview.inventory.imports.file.UnreadableFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML file: Meta's {@code listings}, RSS with {@code g:} names, or any that repeats one element.
 * It is read twice, once to find which element is the record, and once for the records.
 */
final class XmlTable {
  private static final Set<String> RECORDS =
      Set.of("listing", "item", "vehicle", "car", "auto", "entry", "product", "ad", "unit");
  // A record has at least so many kinds of cells.
  private static final int FEWEST_CELLS = 3;
  private static final int DEEPEST = 64;

  private XmlTable() {}

  static Table read(Source source) {
    Search search = new Search();
    Xml.read(source, search::see);
    String record = search.best();
    if (record == null) {
      throw new UnreadableFileException("is XML without an element that repeats as vehicles do");
    }
    TableBuilder table = new TableBuilder();
    Collector collector = new Collector(record, table);
    Xml.read(source, collector::see);
    return table.build();
  }

  /** Counts the elements that have several kinds of elements in them, by their path. */
  private static final class Search {
    private final Map<String, Integer> counts = new HashMap<>();
    private final Deque<Set<String>> kinds = new ArrayDeque<>();
    private final Deque<String> paths = new ArrayDeque<>();

    void see(int event, XMLStreamReader reader) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = Xml.local(reader.getLocalName());
        if (!kinds.isEmpty()) {
          kinds.element().add(name);
        }
        if (kinds.size() == DEEPEST) {
          throw new UnreadableFileException("is XML of more than " + DEEPEST + " levels");
        }
        paths.push(paths.isEmpty() ? name : paths.element() + "/" + name);
        kinds.push(new HashSet<>());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        String path = paths.pop();
        if (kinds.pop().size() >= FEWEST_CELLS) {
          counts.merge(path, 1, Integer::sum);
        }
      }
    }

    // A known name first; then what occurs most; then the one that holds the other.
    @Nullable String best() {
      String best = null;
      for (String path : counts.keySet()) {
        if (best == null || better(path, best)) {
          best = path;
        }
      }
      return best;
    }

    private boolean better(String path, String other) {
      if (known(path) != known(other)) {
        return known(path);
      }
      int mine = counts.getOrDefault(path, 0);
      int others = counts.getOrDefault(other, 0);
      return mine != others ? mine > others : path.length() < other.length();
    }

    private static boolean known(String path) {
      return RECORDS.contains(path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
    }
  }

  /** Makes a row of each record. */
  private static final class Collector {
    private final String record;
    private final TableBuilder table;
    private String path = "";
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private int line;

    Collector(String record, TableBuilder table) {
      this.record = record;
      this.table = table;
    }

    void see(int event, XMLStreamReader reader) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> start(reader);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty()) {
            open.element().add(reader.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> end();
        default -> {}
      }
    }

    private void start(XMLStreamReader reader) {
      String name = Xml.local(reader.getLocalName());
      path = path.isEmpty() ? name : path + "/" + name;
      if (open.isEmpty() && path.equals(record)) {
        line = reader.getLocation().getLineNumber();
        open.push(new XmlElement(reader));
      } else if (!open.isEmpty()) {
        XmlElement element = new XmlElement(reader);
        open.element().add(element);
        open.push(element);
      }
    }

    private void end() {
      path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
      if (!open.isEmpty()) {
        XmlElement ended = open.pop();
        if (open.isEmpty()) {
          table.add(line, ended.cells());
        }
      }
    }
  }
}
