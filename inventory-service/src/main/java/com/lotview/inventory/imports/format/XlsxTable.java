package com.lotview.inventory.imports.format;

import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.Table;
import com.lotview.inventory.imports.file.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The first visible sheet of an XLSX workbook, row by row. */
final class XlsxTable {
  private final XlsxParts parts;
  private final SheetRows rows = new SheetRows();
  private final StringBuilder value = new StringBuilder();
  private int line;
  private int column;
  private @Nullable String type;
  private @Nullable String style;
  private boolean reading;

  private XlsxTable(XlsxParts parts) {
    this.parts = parts;
  }

  static Table read(Source source) {
    try {
      XlsxParts parts = XlsxParts.read(source);
      XlsxTable table = new XlsxTable(parts);
      try (InputStream sheet = Packed.member(source, parts.sheet())) {
        Xml.read(sheet, table::see);
      }
      return table.rows.build();
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableFileException("is a workbook that cannot be read: " + e.getMessage());
    }
  }

  private void see(int event, XMLStreamReader reader) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(reader);
      case XMLStreamConstants.CHARACTERS -> {
        if (reading) {
          value.append(reader.getText());
        }
      }
      case XMLStreamConstants.END_ELEMENT -> end(Xml.local(reader.getLocalName()));
      default -> {}
    }
  }

  private void start(XMLStreamReader reader) {
    switch (Xml.local(reader.getLocalName())) {
      case "row" -> {
        line = XlsxParts.number(XlsxParts.attribute(reader, "r"), line + 1);
        column = -1;
      }
      case "c" -> {
        String place = XlsxParts.attribute(reader, "r");
        column = place == null ? column + 1 : column(place);
        type = XlsxParts.attribute(reader, "t");
        style = XlsxParts.attribute(reader, "s");
        value.setLength(0);
      }
      case "v", "t" -> reading = true;
      default -> {}
    }
  }

  private void end(String name) {
    switch (name) {
      case "v", "t" -> reading = false;
      case "c" -> rows.cell(column, text());
      case "row" -> rows.end(line);
      default -> {}
    }
  }

  private String text() {
    String written = value.toString();
    return switch (type) {
      case "s" -> parts.text(written);
      case "b" -> "1".equals(written) ? "TRUE" : "FALSE";
      case "str", "inlineStr", "e", "d" -> written;
      case null, default ->
          parts.isDate(style)
              ? SheetValue.date(written, parts.countsFrom1904())
              : SheetValue.number(written);
    };
  }

  // "BC12" is the column 54, counted from 0.
  private static int column(String place) {
    int column = 0;
    for (int i = 0; i < place.length() && i < 4 && Character.isLetter(place.charAt(i)); i++) {
      column = column * 26 + (Character.toUpperCase(place.charAt(i)) - 'A' + 1);
    }
    return column - 1;
  }
}
