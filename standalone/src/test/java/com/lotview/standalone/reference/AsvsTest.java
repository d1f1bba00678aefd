package com.lotview.standalone.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/asvs.csv} has each item of the security standard that concerns the product, once. A
 * test that a line names exists, and a line that is not proved by a test gives its reason.
 */
class AsvsTest {
  private static final Path ROOT = Path.of("..");
  private static final Path ITEMS = Path.of("src/test/resources/asvs-items.csv");
  private static final Path FILE = ROOT.resolve("docs/asvs.csv");
  private static final Pattern NAME = Pattern.compile("([\\w-]+)/(\\w+)#(\\w+)");
  private static final Pattern DOCUMENT = Pattern.compile("[\\w-]+(?:/[\\w.-]*\\w)+");
  private static final Pattern TEST = Pattern.compile("@(Test|ParameterizedTest|TestFactory)\\b");

  private static List<Line> lines;

  /** A line of the file; the tests are separated by semicolons, the note is in quotes. */
  private record Line(
      String item, String level, String area, String status, String test, String note) {
    static Line of(String text) {
      String[] cells = text.split(",", 6);
      assertThat(cells).as(text).hasSize(6);
      assertThat(cells[5]).as(text).matches("|\"[^\"]*\"");
      return new Line(
          cells[0], cells[1], cells[2], cells[3], cells[4], cells[5].replace("\"", "").strip());
    }

    String place() {
      return item + "," + level + "," + area;
    }

    List<String> tests() {
      return test.isEmpty() ? List.of() : List.of(test.split(";", -1));
    }
  }

  @BeforeAll
  static void read() throws IOException {
    lines = Files.readAllLines(FILE).stream().skip(1).map(Line::of).toList();
  }

  @Test
  void eachItemOfTheList_standsOnceInItsOrder() throws IOException {
    List<String> listed = Files.readAllLines(ITEMS).stream().skip(1).toList();

    assertThat(listed).isNotEmpty().doesNotHaveDuplicates();
    assertThat(lines).extracting(Line::place).containsExactlyElementsOf(listed);
  }

  @Test
  void eachLine_hasAKnownStatus() {
    assertThat(lines)
        .extracting(Line::status)
        .isSubsetOf(Set.of("tested", "doc", "partly", "open"));
  }

  @Test
  void aTestedLine_namesATest() {
    assertThat(lines)
        .filteredOn(line -> line.status().equals("tested"))
        .isNotEmpty()
        .noneMatch(line -> line.tests().isEmpty());
  }

  @Test
  void aLineThatIsNotTested_hasAReason() {
    assertThat(lines)
        .filteredOn(line -> !line.status().equals("tested"))
        .noneMatch(line -> line.note().isEmpty());
  }

  @Test
  void eachDocumentThatANoteNames_exists_andADocumentedLineNamesOne() {
    for (Line line : lines) {
      List<String> names = DOCUMENT.matcher(line.note()).results().map(MatchResult::group).toList();
      assertThat(names)
          .as(line.item())
          .allMatch(name -> Files.isRegularFile(ROOT.resolve(name)))
          .hasSizeGreaterThanOrEqualTo(line.status().equals("doc") ? 1 : 0);
    }
  }

  @Test
  void eachTestThatALineNames_exists() throws IOException {
    for (Line line : lines) {
      for (String test : line.tests()) {
        Matcher name = NAME.matcher(test);
        assertThat(name.matches()).as("%s: %s", line.item(), test).isTrue();
        String source = source(name.group(1), name.group(2));
        assertThat(isTest(source, name.group(3))).as("%s: %s", line.item(), test).isTrue();
      }
    }
  }

  /** The source of the test class; empty if the module has none of that name. */
  private static String source(String module, String type) throws IOException {
    Path tests = ROOT.resolve(module).resolve("src/test/java");
    if (!Files.isDirectory(tests)) {
      return "";
    }
    try (Stream<Path> files = Files.walk(tests)) {
      Path file = files.filter(one -> one.endsWith(type + ".java")).findFirst().orElse(null);
      return file == null ? "" : Files.readString(file);
    }
  }

  // A blank line stands before each method and its annotations.
  private static boolean isTest(String source, String method) {
    Matcher found =
        Pattern.compile("(?:void|Stream<DynamicTest>) " + method + "\\(").matcher(source);
    return found.find()
        && TEST.matcher(
                source.substring(source.lastIndexOf("\n\n", found.start()) + 1, found.start()))
            .find();
  }
}
