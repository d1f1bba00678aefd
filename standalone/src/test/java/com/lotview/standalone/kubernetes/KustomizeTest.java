package com.lotview.standalone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kustomize itself makes of the files what the other tests check. */
class KustomizeTest {
  private static final String HASH =
      "(name: (?:lotview-settings|provision-postgres))-[a-z0-9]{10}\\b";

  @ParameterizedTest
  @ValueSource(strings = {"small", "production"})
  void kustomizeRendersWhatTheTestsRead(String name) throws Exception {
    Map<String, Object> expected = new TreeMap<>();
    Overlay.read(name).forEach((id, resource) -> expected.put(id, resource.content()));
    Map<String, Object> rendered = new TreeMap<>();
    for (Resource resource : Overlay.parse(rendered(name).replaceAll(HASH, "$1"))) {
      rendered.put(resource.id(), resource.content());
    }

    assertThat(rendered.keySet()).isEqualTo(expected.keySet());
    for (Map.Entry<String, Object> one : expected.entrySet()) {
      assertThat(rendered.get(one.getKey()))
          .as(one.getKey())
          .usingRecursiveComparison()
          .ignoringCollectionOrder()
          .isEqualTo(one.getValue());
    }
  }

  @Test
  void everyFileIsPartOfAnOverlay() throws IOException {
    TreeSet<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Overlay.FOLDER)) {
      for (Path file : files.filter(f -> f.endsWith("kustomization.yaml")).toList()) {
        for (String line : Files.readAllLines(file)) {
          Path named = file.getParent().resolve(line.replaceAll(".*[\\[ ]", "").replace("]", ""));
          used.add(named.normalize().toString());
        }
      }
    }
    List<String> unused = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Overlay.FOLDER)) {
      files
          .filter(f -> f.toString().endsWith(".yaml") || f.toString().endsWith(".env"))
          .map(f -> f.endsWith("kustomization.yaml") ? f.getParent() : f)
          .filter(f -> !f.getParent().endsWith("overlays"))
          .filter(f -> !used.contains(f.normalize().toString()))
          .forEach(f -> unused.add(f.toString()));
    }

    assertThat(unused).isEmpty();
  }

  private static String rendered(String overlay) throws Exception {
    List<String> command = command();
    assumeTrue(!command.isEmpty(), "neither kubectl nor kustomize is on the PATH");
    List<String> whole = new ArrayList<>(command);
    whole.add(Overlay.FOLDER.resolve("overlays/" + overlay).toString());
    Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text;
  }

  private static List<String> command() {
    if (found("kustomize")) {
      return List.of("kustomize", "build");
    }
    return found("kubectl") ? List.of("kubectl", "kustomize") : List.of();
  }

  private static boolean found(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
