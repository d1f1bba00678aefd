package com.lotview.inventory.imports.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** Workbooks and archives, made by the tests as Excel and packers make them. */
public final class Workbooks {
  private Workbooks() {}

  /** A workbook whose first sheet holds the rows; texts are shared, numbers and a date are not. */
  public static byte[] xlsx(String sheetRows, String... texts) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "<Types xmlns=\"x\"/>");
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Old\" state=\"hidden\" r:id=\"rId1\"/>"
            + "<sheet name=\"Stock\" r:id=\"rId2\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
            + "<Relationship Id=\"rId2\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
    parts.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>");
    parts.put(
        "xl/worksheets/sheet2.xml",
        "<worksheet><sheetData>" + sheetRows + "</sheetData></worksheet>");
    parts.put(
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"m/d/yyyy\"/></numFmts>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
    StringBuilder shared = new StringBuilder("<sst>");
    for (String text : texts) {
      shared.append("<si><t>").append(text).append("</t></si>");
    }
    parts.put("xl/sharedStrings.xml", shared.append("</sst>").toString());
    return zip(parts);
  }

  /** An old workbook with a header and one row; numbers stay numbers, the last cell is a day. */
  public static byte[] xls(Object[]... rows) {
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      Sheet sheet = book.createSheet("Stock");
      CellStyle day = book.createCellStyle();
      day.setDataFormat((short) 14);
      for (int i = 0; i < rows.length; i++) {
        Row row = sheet.createRow(i);
        for (int j = 0; j < rows[i].length; j++) {
          switch (rows[i][j]) {
            case java.time.LocalDate date -> {
              row.createCell(j).setCellValue(date);
              row.getCell(j).setCellStyle(day);
            }
            case Number number -> row.createCell(j).setCellValue(number.doubleValue());
            case Object other -> row.createCell(j).setCellValue(other.toString());
          }
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A zip file of the members. */
  public static byte[] zip(Map<String, String> members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The bytes as gzip. */
  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
