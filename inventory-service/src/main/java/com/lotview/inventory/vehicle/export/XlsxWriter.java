package com.lotview.inventory.vehicle.export;

import com.lotview.inventory.vehicle.export.ExportRows.Exported;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook of one sheet (ECMA-376, part 1, section 18) with texts in their cells, so that it can
 * be written from beginning to end. The first row stays in sight.
 */
final class XlsxWriter implements TableWriter {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String DOCUMENT =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final List<ExportColumn> columns;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
  private boolean begun;

  XlsxWriter(List<ExportColumn> columns) {
    this.columns = columns;
  }

  @Override
  public byte[] rows(List<Exported> rows) {
    StringBuilder sheet = new StringBuilder();
    if (!begun) {
      begun = true;
      begin();
      sheet.append("<row>");
      columns.forEach(column -> text(sheet, column.header()));
      sheet.append("</row>");
    }
    for (Exported row : rows) {
      sheet.append("<row>");
      columns.forEach(column -> cell(sheet, column, column.cell(row)));
      sheet.append("</row>");
    }
    write(sheet.toString());
    return taken();
  }

  @Override
  public byte[] end() {
    write("</sheetData></worksheet>");
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return taken();
  }

  private byte[] taken() {
    byte[] written = bytes.toByteArray();
    bytes.reset();
    return written;
  }

  private static void cell(StringBuilder sheet, ExportColumn column, String cell) {
    if (cell.isEmpty()) {
      sheet.append("<c/>");
    } else if (column.number()) {
      sheet.append("<c><v>").append(cell).append("</v></c>");
    } else {
      text(sheet, cell);
    }
  }

  private static void text(StringBuilder sheet, String cell) {
    sheet.append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    cell.codePoints().forEach(c -> character(sheet, c));
    sheet.append("</t></is></c>");
  }

  // Readers of XML make one line end of several kinds, and take no half of a pair.
  private static void character(StringBuilder sheet, int c) {
    switch (c) {
      case '&' -> sheet.append("&amp;");
      case '<' -> sheet.append("&lt;");
      case '>' -> sheet.append("&gt;");
      case '\r' -> sheet.append("&#13;");
      default -> {
        boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean none = lone || c == 0xFFFE || c == 0xFFFF;
        sheet.appendCodePoint(none ? 0xFFFD : c);
      }
    }
  }

  private void begin() {
    beginBook();
    open("xl/worksheets/sheet1.xml");
    write(
        HEAD
            + "<worksheet xmlns=\""
            + SHEETS
            + "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\""
            + " activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>");
  }

  private void beginBook() {
    part(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE
            + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd."
            + "openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\""
            + " ContentType=\""
            + TYPE
            + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
            + TYPE
            + "worksheet+xml\"/></Types>");
    part("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
    part(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + SHEETS
            + "\" xmlns:r=\""
            + DOCUMENT
            + "\"><sheets><sheet name=\"Vehicles\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
            + "</workbook>");
    part("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
  }

  private static String relation(String type, String target) {
    return "<Relationships xmlns=\"%srelationships\"><Relationship Id=\"rId1\" Type=\"%s/%s\" Target=\"%s\"/></Relationships>"
        .formatted(PACKAGE, DOCUMENT, type, target);
  }

  private void part(String name, String content) {
    open(name);
    write(HEAD + content);
  }

  private void open(String name) {
    try {
      zip.putNextEntry(new ZipEntry(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) {
    try {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
      zip.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
