package com.lotview.standalone.sizes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Main code of all modules: a file has at most 300 lines and a method at most 25, or there is a
 * reason. The reason of a file is in its Javadoc; that of a method is in {@code long-methods.txt},
 * unless nearly all of it is one statement without a block, as a table or an SQL text is.
 */
class SizesTest {
  private static final Path ROOT = Path.of("..");
  private static final Map<Path, List<String>> SOURCES = sources();
  private static final int FILE_LINES = 300;
  private static final int METHOD_LINES = 25;
  private static final int BESIDE_A_TABLE = 10;
  private static final String REASON = "Longer than 300 lines because";

  @Test
  void longFileSaysWhyItIsLong() {
    List<Path> silent =
        SOURCES.entrySet().stream()
            .filter(file -> file.getValue().size() > FILE_LINES)
            .filter(file -> !words(file.getValue()).contains(REASON))
            .map(Map.Entry::getKey)
            .toList();

    assertThat(SOURCES).hasSizeGreaterThan(1500);

    assertThat(silent)
        .as("split these, or write into the Javadoc of their type: \"%s …\"", REASON)
        .isEmpty();
  }

  @Test
  void longMethodIsOnTheListWithAReason() throws IOException {
    Map<String, String> reasons = reasons();
    Map<String, Integer> found = new TreeMap<>();
    SOURCES.forEach((file, lines) ->
        SourceMethod.of(lines).stream()
            .filter(SizesTest::isLong)
            .forEach(method -> found.put(name(file, method), method.lines())));

    assertThat(reasons.values()).noneMatch(String::isBlank);
    assertThat(found.keySet())
        .as(
            "split these methods of %s, or give a reason in long-methods.txt; %s",
            METHOD_LINES, found)
        .isSubsetOf(reasons.keySet());
    assertThat(reasons.keySet()).as("no longer long").isSubsetOf(found.keySet());
  }

  @Test
  void methodsOfEachShapeAreMeasured() {
    List<String> source =
        """
        final class Sample<T> {
          private final Runnable later = () -> {
            run();
          };

          Sample(int one) {
            this(one, 2);
          }

          @Override
          public <A> Map<String, A> chain(
              int one, int two) throws Exception {
            if (one > two) {
              return null;
            }

            return store
                .of(one)
                .of(\"\"\"
        select {
        }
        \"\"\")
                .then();
          }

          enum Kind {
            ONE {
              @Override
              int of(Kind other) {
                return switch (other) {
                  case ONE -> 1;
                };
              }
            }
          }
        }
        """
            .lines()
            .toList();

    assertThat(SourceMethod.of(source))
        .containsExactly(
            new SourceMethod("Sample", 1, 1),
            new SourceMethod("chain", 11, 7),
            new SourceMethod("of", 3, 3));
  }

  private static boolean isLong(SourceMethod method) {
    return method.lines() > METHOD_LINES && method.lines() - method.longest() >= BESIDE_A_TABLE;
  }

  private static String name(Path file, SourceMethod method) {
    String type = file.getFileName().toString().replace(".java", "");
    return ROOT.relativize(file).getName(0) + " " + type + "." + method.name();
  }

  private static Map<Path, List<String>> sources() {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(SizesTest::javaFiles)
          .collect(Collectors.toMap(file -> file, SizesTest::read));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String words(List<String> lines) {
    return String.join(" ", lines).replaceAll("\\s+\\*?\\s*", " ");
  }

  private static Map<String, String> reasons() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SizesTest.class.getResourceAsStream("long-methods.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(": ", 2))
          .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
  }
}
