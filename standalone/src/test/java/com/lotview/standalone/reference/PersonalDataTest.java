package com.lotview.standalone.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each table of each schema is in docs/personal-data.md, and each name there is a table. */
class PersonalDataTest {
  private static final Path ROOT = Path.of("..");
  private static final String KIT = "every schema";
  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(?:create(?: unlogged)? table(?: if not exists)?|(drop) table(?: if exists)?)"
              + "\\s+(?:\\$\\{schema}\\.)?(\\w+)|\\brename to\\s+(\\w+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

  @Test
  void everyTableIsOnThePage_andEachNameOnThePageIsATable() throws IOException {
    Map<String, Set<String>> tables = tables();
    assertThat(tables.keySet()).contains("auth", "posting", "fleet", "gateway", KIT);
    assertThat(tables.get("auth")).contains("app_user", "audit_event");

    Map<String, Set<String>> named = named(page());

    tables.forEach((schema, names) ->
        assertThat(named.getOrDefault(schema, Set.of()))
            .as("tables in the section %s of docs/personal-data.md", schema)
            .isEqualTo(names));
  }

  @Test
  void everyTopicIsOnThePage() throws IOException {
    assertThat(page()).contains(Topics.ALL.stream().map(topic -> "`" + topic + "`").toList());
  }

  @Test
  void aTableThatIsDroppedOrRenamedIsSeen() {
    assertThat(tablesOf("create table a (id int); create unlogged table b (x int); drop table a;"))
        .containsExactly("b");
    assertThat(renames("alter table a rename to b;")).containsExactly("b");
    assertThat(renames("alter table a rename column b to c;")).isEmpty();
  }

  /** A rename of a table would need more here; there is none yet. */
  private static List<String> renames(String sql) {
    return TABLE
        .matcher(sql)
        .results()
        .filter(found -> found.group(3) != null)
        .map(found -> found.group(3))
        .toList();
  }

  private static Set<String> tablesOf(String sql) {
    Set<String> tables = new TreeSet<>();
    for (MatchResult found : TABLE.matcher(sql).results().toList()) {
      if (found.group(3) == null && found.group(1) == null) {
        tables.add(found.group(2));
      } else if (found.group(1) != null) {
        tables.remove(found.group(2));
      }
    }
    return tables;
  }

  private static Map<String, Set<String>> tables() throws IOException {
    Map<String, Set<String>> tables = new TreeMap<>();
    for (Path schema : schemas()) {
      String sql = migrations(schema);
      assertThat(renames(sql)).as("tables that %s renames", schema).isEmpty();
      String name = schema.getFileName().toString();
      tables.put(name.equals("kit") ? KIT : name, tablesOf(sql));
    }
    return tables;
  }

  private static List<Path> schemas() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src/main/resources/db"))
          .filter(Files::isDirectory)
          .flatMap(PersonalDataTest::children)
          .filter(Files::isDirectory)
          .toList();
    }
  }

  private static String migrations(Path schema) {
    return children(schema)
        .filter(file -> file.toString().endsWith(".sql"))
        .sorted(PersonalDataTest::byVersion)
        .map(PersonalDataTest::withoutComments)
        .collect(Collectors.joining("\n"));
  }

  private static int byVersion(Path one, Path other) {
    return Integer.compare(version(one), version(other));
  }

  private static int version(Path migration) {
    return Integer.parseInt(
        migration.getFileName().toString().replaceFirst("^V(?:\\d+_)?(\\d+)__.*", "$1"));
  }

  private static String withoutComments(Path file) {
    try {
      return Files.readString(file).replaceAll("--[^\n]*", "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Stream<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** In the first cell of a line of a table, and in lines of what has no personal data. */
  private static Map<String, Set<String>> named(String page) {
    Map<String, Set<String>> named = new HashMap<>();
    String[] sections = page.split("(?m)^## ");
    for (String section : List.of(sections).subList(1, sections.length)) {
      String title = section.lines().findFirst().orElse("");
      Set<String> names = new TreeSet<>();
      section
          .lines()
          .filter(line -> line.startsWith("| `"))
          .forEach(line -> add(names, line.split("\\|")[1]));
      int without = section.indexOf("No personal data:");
      if (without >= 0) {
        add(names, section.substring(without).replaceAll("\\([^)]*\\)", ""));
      }
      named.put(title, names);
    }
    return named;
  }

  private static void add(Set<String> names, String text) {
    NAME.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
  }

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/personal-data.md"));
  }
}
