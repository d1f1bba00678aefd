package com.lotview.inventory.hostile;

import com.lotview.contracts.Market;
import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.UnreadableFileException;
import com.lotview.inventory.imports.format.Workbooks;
import com.lotview.inventory.imports.row.Learned;
import com.lotview.inventory.imports.row.Makes;
import com.lotview.inventory.imports.row.StockFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Malicious stock files, and the largest harmless one; run by {@link SmallHeap}. */
final class HostileTables {
  private static final int MB = 1024 * 1024;
  private static final String HEADER = "Stock,VIN,Year,Make,Model,Price,Mileage\n";
  private static final String ROW = "A1,1HGBH41JXMN109186,2021,Toyota,Camry,24999,34500\n";

  private HostileTables() {}

  /** Names of the files, and a part of the reason for refusal; empty: accepted. */
  static Map<String, String> reasons() {
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put("a million columns in the header", "more than 1000 columns");
    reasons.put("ten million columns in the header", "more than 1000 columns");
    reasons.put("a million cells in a row", "more than 1000 columns");
    reasons.put("60 MB of delimiters in a row", "more than 1000 columns");
    reasons.put("a header line of 8 MB", "column");
    reasons.put("a line of 60 MB", "column");
    reasons.put("60 MB of line ends", "lines");
    reasons.put("60 MB of rows of one character", "lines");
    reasons.put("many cells of one character", "million cells");
    reasons.put("a quote that is never closed", "more than 100000 rows");
    reasons.put("a quote in each row that is never closed", "");
    reasons.put("60 MB of zeros", "is empty");
    reasons.put("a text of more than 64 MB", "more than 64 MB");
    reasons.put("UTF-16 of half a character", "");
    reasons.put("a mark of UTF-8 and nothing", "is empty");
    reasons.put("a zip that unpacks to 450 MB", "more than 64 MB");
    reasons.put("a gzip that unpacks to gigabytes", "more than 64 MB");
    reasons.put("a zip with a hundred thousand members", "without a stock file");
    reasons.put("a zip whose names lead out", "");
    reasons.put("a workbook whose texts unpack to 500 MB", "");
    reasons.put("a workbook of a million columns", "more than 1000 columns");
    reasons.put("a workbook of a million empty rows", "has no table");
    reasons.put("XML of a million attributes", "");
    reasons.put("XML of a name of 20 MB", "");
    reasons.put("XML of a million kinds of elements", "");
    reasons.put("JSON of a million names", "");
    reasons.put("JSON of a hundred thousand records with names of their own", "1000 columns");
    reasons.put("a page of 60 MB without an end", "");
    reasons.put("entities in entities", "");
    reasons.put("the largest stock that is taken", "(taken)");
    return reasons;
  }

  public static void main(String[] args) throws Exception {
    read("a million columns in the header", times("a,", 1_000_000));
    read("ten million columns in the header", times("a,", 10_000_000));
    read("a million cells in a row", text(HEADER + ROW), times("x,", 1_000_000));
    read("60 MB of delimiters in a row", text(HEADER + ROW), times(",", 60 * MB));
    read("a header line of 8 MB", times("h", 8 * MB), text("\n" + ROW));
    read("a line of 60 MB", times("x", 60 * MB));
    read("60 MB of line ends", text(HEADER + ROW), times("\n", 60 * MB));
    read("60 MB of rows of one character", times("x\n", 30 * MB));
    read("many cells of one character", text(HEADER + ROW), times("x,".repeat(900) + "\n", 34_000));
    read("a quote that is never closed", text(HEADER + "\""), times(ROW, 900_000));
    read("a quote in each row that is never closed", text(HEADER), times("\"" + ROW, 20_000));
    read("60 MB of zeros", new byte[60 * MB]);
    read("a text of more than 64 MB", text(HEADER), times(ROW, 1_400_000));
    read("UTF-16 of half a character", new byte[] {(byte) 0xFF, (byte) 0xFE, 0x53});
    read("a mark of UTF-8 and nothing", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    read("a zip that unpacks to 450 MB", zip(1, i -> "a.csv", 450));
    gzip("a gzip that unpacks to gigabytes");
    read("a zip with a hundred thousand members", zip(100_000, i -> i + ".jpg", 0));
    read("a zip whose names lead out", zip(1, i -> "../../../../tmp/evil.csv", 0));
    read("a workbook whose texts unpack to 500 MB", workbook());
    read(
        "a workbook of a million columns",
        Workbooks.xlsx("<row r=\"1\">" + "<c><v>1</v></c>".repeat(1_000_000) + "</row>"));
    read("a workbook of a million empty rows", Workbooks.xlsx("<row/>".repeat(1_000_000)));
    read("XML of a million attributes", text("<l><i"), attributes(), text("/></l>"));
    read("XML of a name of 20 MB", text("<l><"), times("n", 20 * MB), text("/></l>"));
    read("XML of a million kinds of elements", text("<l>"), elements(), text("</l>"));
    read("JSON of a million names", text("[{"), names(1_000_000), text("\"z\":1}]"));
    read(
        "JSON of a hundred thousand records with names of their own",
        text("["),
        numbered(100_000, i -> "{\"n" + i + "\":1},"),
        text("{}]"));
    read(
        "a page of 60 MB without an end", text("<!doctype html><html>"), times("<script ", 7 * MB));
    read("entities in entities", text(HEADER), times("A,,2020,&amp;amp;amp;amp;,M,1,1\n", 90_000));
    read("the largest stock that is taken", largest());
  }

  private static void read(String name, byte[]... parts) throws Exception {
    read(
        name,
        () ->
            new SequenceInputStream(
                Collections.enumeration(
                    Stream.of(parts).<InputStream>map(ByteArrayInputStream::new).toList())));
  }

  private static void read(String name, Source source) throws Exception {
    SmallHeap.tell(
        name,
        UnreadableFileException.class,
        () ->
            StockFile.read(
                source, Makes.load(), LocalDate.of(2026, 11, 29), Market.US, Learned.NONE));
  }

  private static void gzip(String name) throws Exception {
    byte[] start = Workbooks.gzip(text(HEADER));
    byte[] rows = Workbooks.gzip(times(ROW, 100_000));
    read(
        name,
        () ->
            new SequenceInputStream(
                Collections.enumeration(
                    IntStream.range(0, 400)
                        .<InputStream>mapToObj(i -> new ByteArrayInputStream(i == 0 ? start : rows))
                        .toList())));
  }

  private static byte[] zip(int members, IntFunction<String> name, int megabytes) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      byte[] megabyte = times(ROW, MB / ROW.length());
      for (int i = 0; i < members; i++) {
        zip.putNextEntry(new ZipEntry(name.apply(i)));
        for (int j = 0; j < megabytes; j++) {
          zip.write(megabyte);
        }
      }
    }
    return out.toByteArray();
  }

  private static byte[] workbook() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(text("<Types/>"));
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write(text("<workbook><sheets><sheet name=\"a\" sheetId=\"1\"/></sheets></workbook>"));
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      zip.write(text("<sst>"));
      byte[] texts = times("<si><t>" + "t".repeat(1000) + "</t></si>", 1000);
      for (int i = 0; i < 500; i++) {
        zip.write(texts);
      }
      zip.write(text("</sst>"));
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      zip.write(
          text(
              "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
                  + "</sheetData></worksheet>"));
    }
    return out.toByteArray();
  }

  private static byte[] largest() {
    String columns =
        IntStream.range(0, 15)
            .mapToObj(i -> ",Extra " + i)
            .reduce(
                "Stock,VIN,Year,Make,Model,Price,Mileage,Color,Body,Transmission", String::concat);
    return join(
        text(columns + "\n"),
        numbered(
            100_000,
            i ->
                "S%06d,,2021,Toyota,Camry,%d,%d,Silver,Sedan,Automatic%s\n"
                    .formatted(i, 15_000 + i, 20_000 + i, (",text " + i).repeat(15))));
  }

  private static byte[] attributes() {
    return numbered(1_000_000, i -> " a" + i + "='1'");
  }

  private static byte[] elements() {
    return numbered(1_000_000, i -> "<e" + i + "/>");
  }

  private static byte[] names(int count) {
    return numbered(count, i -> "\"n" + i + "\":1,");
  }

  private static byte[] numbered(int count, IntFunction<String> one) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      out.writeBytes(text(one.apply(i)));
    }
    return out.toByteArray();
  }

  private static byte[] times(String what, int count) {
    byte[] one = text(what);
    byte[] all = new byte[one.length * count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(one, 0, all, i * one.length, one.length);
    }
    return all;
  }

  private static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
