package com.lotview.inventory.imports.format;

import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.TextBudget;
import com.lotview.inventory.imports.file.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an XLSX workbook beside its sheets: the texts that cells share, which styles are
 * dates, and the first sheet that people see. One object per file.
 */
final class XlsxParts {
  private static final int MOST_TEXTS = 2_000_000;
  private static final int FIRST_CUSTOM_FORMAT = 164;
  // Built-in formats of dates and times.
  private static final Set<Integer> DATES = Set.of(14, 15, 16, 17, 22, 27, 30, 36, 50, 57);
  private static final Pattern DATE_LETTERS = Pattern.compile("[yd]", Pattern.CASE_INSENSITIVE);
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

  private final List<String> texts = new ArrayList<>();
  private final Set<Integer> dateFormats = new HashSet<>(DATES);
  private final List<Integer> styles = new ArrayList<>();
  private final TextBudget budget = new TextBudget();
  private final Map<String, String> targets = new HashMap<>();
  private @Nullable String sheetId;
  private boolean from1904;

  private XlsxParts() {}

  /** Whether a zip file is a workbook. */
  static boolean isWorkbook(Source source) {
    try (ZipInputStream zip = new ZipInputStream(Packed.buffered(source))) {
      ZipEntry entry = zip.getNextEntry();
      for (int i = 0; entry != null && i < 5; i++) {
        String name = entry.getName();
        if (name.equals("[Content_Types].xml") || name.startsWith("xl/")) {
          return true;
        }
        entry =
            name.startsWith("_rels/") || name.startsWith("docProps/") ? zip.getNextEntry() : null;
      }
      return false;
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableFileException("is an archive that cannot be read: " + e.getMessage());
    }
  }

  static XlsxParts read(Source source) throws IOException {
    XlsxParts parts = new XlsxParts();
    try (ZipInputStream zip = new ZipInputStream(Packed.buffered(source))) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null) {
        Xml.Handler handler = parts.handler(entry.getName());
        if (handler != null) {
          Xml.read(new Unclosed(Packed.limited(zip)), handler);
        }
        entry = zip.getNextEntry();
      }
    }
    return parts;
  }

  private Xml.@Nullable Handler handler(String part) {
    return switch (part) {
      case "xl/workbook.xml" -> this::workbook;
      case "xl/_rels/workbook.xml.rels" -> this::target;
      case "xl/styles.xml" -> new Styles()::see;
      case "xl/sharedStrings.xml" -> new Texts()::see;
      default -> null;
    };
  }

  private void workbook(int event, XMLStreamReader reader) {
    if (event != XMLStreamConstants.START_ELEMENT) {
      return;
    }
    switch (Xml.local(reader.getLocalName())) {
      case "sheet" -> {
        boolean hidden =
            attribute(reader, "state") != null && !"visible".equals(attribute(reader, "state"));
        if (sheetId == null && !hidden) {
          sheetId = attribute(reader, "id");
        }
      }
      case "workbookPr" -> from1904 = "1".equals(attribute(reader, "date1904"));
      default -> {}
    }
  }

  private void target(int event, XMLStreamReader reader) {
    String id = event == XMLStreamConstants.START_ELEMENT ? attribute(reader, "Id") : null;
    String target = id == null ? null : attribute(reader, "Target");
    if (id != null && target != null) {
      targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
    }
  }

  private final class Styles {
    private boolean cells;

    void see(int event, XMLStreamReader reader) {
      boolean start = event == XMLStreamConstants.START_ELEMENT;
      if (!start && event != XMLStreamConstants.END_ELEMENT) {
        return;
      }
      switch (Xml.local(reader.getLocalName())) {
        case "cellXfs" -> cells = start;
        case "numFmt" -> {
          if (start) {
            custom(reader);
          }
        }
        case "xf" -> {
          if (start && cells) {
            styles.add(number(attribute(reader, "numFmtId"), 0));
          }
        }
        default -> {}
      }
    }

    private void custom(XMLStreamReader reader) {
      int id = number(attribute(reader, "numFmtId"), 0);
      String code = attribute(reader, "formatCode");
      if (id >= FIRST_CUSTOM_FORMAT
          && code != null
          && DATE_LETTERS.matcher(QUOTED.matcher(code).replaceAll("")).find()) {
        dateFormats.add(id);
      }
    }
  }

  private final class Texts {
    private final StringBuilder text = new StringBuilder();
    private boolean reading;
    private boolean phonetic;

    void see(int event, XMLStreamReader reader) {
      if (event == XMLStreamConstants.CHARACTERS) {
        if (reading && !phonetic) {
          text.append(reader.getText());
        }
        return;
      }
      boolean start = event == XMLStreamConstants.START_ELEMENT;
      if (!start && event != XMLStreamConstants.END_ELEMENT) {
        return;
      }
      switch (Xml.local(reader.getLocalName())) {
        case "t" -> reading = start;
        case "rPh" -> phonetic = start;
        case "si" -> {
          if (!start) {
            end();
          }
        }
        default -> {}
      }
    }

    private void end() {
      if (texts.size() == MOST_TEXTS) {
        throw new UnreadableFileException("is a workbook with more than " + MOST_TEXTS + " texts");
      }
      texts.add(budget.take(text.toString()));
      text.setLength(0);
    }
  }

  /** Name of the part that is the first sheet. */
  String sheet() {
    String target = sheetId == null ? null : targets.get(sheetId);
    if (target == null) {
      throw new UnreadableFileException("is a workbook without a sheet that can be seen");
    }
    return target;
  }

  /** A text that cells share. */
  String text(String index) {
    int at = number(index, -1);
    return at >= 0 && at < texts.size() ? texts.get(at) : "";
  }

  /** Whether a cell of the style is a date. */
  boolean isDate(@Nullable String style) {
    int at = number(style, -1);
    return at >= 0 && at < styles.size() && dateFormats.contains(styles.get(at));
  }

  boolean countsFrom1904() {
    return from1904;
  }

  static @Nullable String attribute(XMLStreamReader reader, String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (Xml.local(reader.getAttributeLocalName(i)).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  static int number(@Nullable String text, int otherwise) {
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
  }
}
