package com.lotview.inventory.imports.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.UnreadableFileException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are made to do harm end with a reason, not with an error of the machine. */
class HostileFileTest {
  private static final int MB = 1024 * 1024;

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of(
            "billion laughs",
            text(
                "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><listings><listing>"
                    + "<a>&b;</a><b>1</b><c>2</c></listing></listings>"),
            "document type"),
        Arguments.of(
            "outside entity",
            text(
                "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                    + "<listings><listing><a>&x;</a><b>1</b><c>2</c></listing></listings>"),
            "document type"),
        Arguments.of(
            "outside document type",
            text("<!DOCTYPE l SYSTEM \"http://127.0.0.1:1/x.dtd\"><l><i><a/><b/><c/></i></l>"),
            "document type"),
        Arguments.of("undefined entity", text("<l><i><a>&nope;</a></i></l>"), "fault in line"),
        Arguments.of("cut XML", text("<listings><listing><a>1</a>"), "fault in line"),
        Arguments.of("deep XML", text("<a>".repeat(100_000)), "more than 64 levels"),
        Arguments.of("XML of nothing", text("<a><b/></a>"), "repeats"),
        Arguments.of("deep JSON", text("[".repeat(100_000) + "{\"a\":1}"), "JSON with a fault"),
        Arguments.of("deep objects", text("{\"a\":".repeat(100_000)), "JSON with a fault"),
        Arguments.of("cut JSON", text("[{\"stock\": \"A1\""), "JSON with a fault in line 1"),
        Arguments.of(
            "long number", text("[{\"a\": " + "9".repeat(10_000) + "}]"), "JSON with a fault"),
        Arguments.of(
            "long name", text("[{\"" + "a".repeat(50_000) + "\": 1}]"), "JSON with a fault"),
        Arguments.of(
            "long text", text("[{\"a\": \"" + "a".repeat(2 * MB) + "\"}]"), "JSON with a fault"),
        Arguments.of("wide record", text("[{" + fields(1500, "") + "}]"), "more than 1000 values"),
        Arguments.of("many columns", text(manyColumns()), "more than 1000 columns"),
        Arguments.of(
            "gzip that is none", new byte[] {0x1F, (byte) 0x8B, 1, 2, 3}, "cannot be read"),
        Arguments.of("empty zip", Workbooks.zip(Map.of()), "archive"),
        Arguments.of(
            "zip without table", Workbooks.zip(Map.of("a.exe", "MZ")), "without a stock file"),
        Arguments.of("zip in zip in zip", nested(4), "an archive in an archive"),
        Arguments.of(
            "cut zip", cut(Workbooks.zip(Map.of("a.csv", "x".repeat(5000)))), "cannot be read"),
        Arguments.of(
            "workbook without sheet",
            Workbooks.zip(Map.of("[Content_Types].xml", "<T/>")),
            "without a sheet"),
        Arguments.of("workbook of no table", Workbooks.xlsx("<row r=\"1\"/>"), "has no table"),
        Arguments.of(
            "workbook with a document type",
            Workbooks.zip(
                Map.of("[Content_Types].xml", "", "xl/workbook.xml", "<!DOCTYPE a><workbook/>")),
            "document type"),
        Arguments.of(
            "workbook far to the right",
            Workbooks.xlsx("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"),
            "more than 1000 columns"),
        Arguments.of("broken old workbook", ole(), "cannot be read"),
        Arguments.of(
            "page without vehicles", text("<!doctype html><html></html>"), "names no vehicles"),
        Arguments.of(
            "linked data without vehicles",
            text("{\"@context\": \"https://schema.org\", \"@type\": \"AutoDealer\"}"),
            "names no vehicles"),
        Arguments.of("nulls", new byte[100_000], ""),
        Arguments.of("nothing", new byte[0], "is empty"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void is_refused_with_its_reason(String name, byte[] file, String reason) {
    assertThat(name).isNotEmpty();
    assertThatThrownBy(() -> StockTables.read(Source.of(file)))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void a_small_file_that_unpacks_to_gigabytes_is_refused() {
    // Members of a gzip file follow one another.
    byte[] blanks = Workbooks.gzip(text(" ".repeat(4 * MB)));
    Source packed = () -> repeated(Workbooks.gzip(text("[{\"a\":\"b\"},")), blanks, 300);

    assertThatThrownBy(() -> StockTables.read(packed))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("unpacks to more than 400 MB");
  }

  @Test
  void more_text_than_can_be_judged_at_once_is_refused() {
    byte[] record = text("{\"stock\":\"A\",\"notes\":\"" + "n".repeat(60_000) + "\"},");
    Source large = () -> repeated(text("["), record, 2_000);

    assertThatThrownBy(() -> StockTables.read(large))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("million characters");
  }

  @Test
  void more_rows_than_any_dealer_has_are_refused() {
    Source many = () -> repeated(text("["), text("{\"stock\":\"A\"},"), 110_000);

    assertThatThrownBy(() -> StockTables.read(many))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("more than 100000 rows");
  }

  private static InputStream repeated(byte[] first, byte[] then, int times) {
    List<InputStream> parts =
        Stream.of(
                Stream.of(first), Stream.generate(() -> then).limit(times), Stream.of(text("{}]")))
            .flatMap(part -> part)
            .<InputStream>map(ByteArrayInputStream::new)
            .toList();
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String fields(int count, String prefix) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"" + prefix + i + "\":1")
        .collect(Collectors.joining(","));
  }

  private static String manyColumns() {
    return IntStream.range(0, 20)
        .mapToObj(i -> "{" + fields(100, "f" + i + "x") + "}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static byte[] nested(int depth) {
    byte[] packed = text("Stock,Make,Model\n");
    for (int i = 0; i < depth; i++) {
      packed = Workbooks.gzip(packed);
    }
    return packed;
  }

  private static byte[] cut(byte[] bytes) {
    return Arrays.copyOf(bytes, 45);
  }

  private static byte[] ole() {
    byte[] bytes = new byte[2048];
    bytes[0] = (byte) 0xD0;
    bytes[1] = (byte) 0xCF;
    bytes[2] = 0x11;
    bytes[3] = (byte) 0xE0;
    return bytes;
  }
}
