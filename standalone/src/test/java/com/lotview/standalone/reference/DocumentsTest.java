package com.lotview.standalone.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** READMEs stay short, links have a target, and the named packages and types exist. */
class DocumentsTest {
  private static final Path ROOT = Path.of("..");
  private static final int LINES = 60;
  private static final int COLUMNS = 120;
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|mailto:|#)([^)#\\s]+)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern TYPE =
      Pattern.compile("(?<![\\w.@<-])[A-Z][a-z]\\w+(?!\\w|\\.(?:md|yml))");
  private static final Set<String> JDK = Set.of("Clock", "System");
  private static final Pattern PREFIX = Pattern.compile("`([A-Z])` =\\s+`([^`]+)`");
  private static final Pattern PLACE = Pattern.compile("`([A-Z])/([\\w/]+)`");

  @Test
  void readmeOfAModuleIsOnePage() throws IOException {
    for (Path readme : readmes()) {
      List<String> lines = Files.readAllLines(readme);

      assertThat(lines).as("lines of %s", readme).hasSizeLessThanOrEqualTo(LINES);
      assertThat(lines)
          .as("%s: lines have at most %d characters", readme, COLUMNS)
          .allMatch(line -> line.length() <= COLUMNS);
    }
  }

  @Test
  void everyRelativeLinkLeadsToAFile() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      Path folder = page.toAbsolutePath().getParent();
      LINK.matcher(Files.readString(page))
          .results()
          .map(link -> link.group(1))
          .filter(link -> !Files.exists(folder.resolve(link)))
          .forEach(link -> broken.add(page + " -> " + link));
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void everyPackageOfTheGlossaryExists() throws IOException {
    String glossary = Files.readString(ROOT.resolve("docs/glossary.md"));
    Map<String, String> prefixes =
        PREFIX
            .matcher(glossary)
            .results()
            .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    List<String> missing =
        PLACE
            .matcher(glossary)
            .results()
            .filter(place -> !Files.isDirectory(folder(prefixes, place)))
            .map(MatchResult::group)
            .toList();

    assertThat(prefixes).isNotEmpty();
    assertThat(missing).isEmpty();
  }

  @Test
  void everyTypeOfTheArchitecturePageExists() throws IOException {
    Set<String> types = types();
    List<String> missing =
        CODE.matcher(Files.readString(ROOT.resolve("ARCHITECTURE.md")))
            .results()
            .flatMap(code -> TYPE.matcher(code.group(1)).results())
            .map(MatchResult::group)
            .filter(type -> !types.contains(type) && !JDK.contains(type))
            .distinct()
            .toList();

    assertThat(types).contains("DocumentsTest");
    assertThat(missing).isEmpty();
  }

  private static Set<String> types() throws IOException {
    Set<String> types = new HashSet<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path source : modules.map(module -> module.resolve("src")).toList()) {
        if (Files.isDirectory(source)) {
          try (Stream<Path> files = Files.walk(source)) {
            files
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".java"))
                .forEach(name -> types.add(name.substring(0, name.length() - 5)));
          }
        }
      }
    }
    return types;
  }

  private static Path folder(Map<String, String> prefixes, MatchResult place) {
    return ROOT.resolve(prefixes.getOrDefault(place.group(1), "unknown")).resolve(place.group(2));
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(readmes());
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      Stream.concat(top, docs).filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
    }
    return pages;
  }

  private static List<Path> readmes() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .map(folder -> folder.resolve("README.md"))
          .filter(Files::exists)
          .toList();
    }
  }
}
