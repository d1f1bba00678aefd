package com.lotview.standalone.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The libraries that are shipped are those that were looked at: a new one, another version or
 * another licence changes {@code docs/reference/dependencies.md}, where a reader of the change sees
 * it. Works without a network.
 */
class DependenciesTest {
  private static final Path PAGE = Path.of("../docs/reference/dependencies.md");
  private static final Path CLASS_PATH = Path.of("target/shipped.txt");
  private static final Path LOCK = Path.of("../web/package-lock.json");
  private static final String WRITE = "lotview.reference.write";

  @Test
  void whatIsShippedIsWhatWasLookedAt() throws IOException {
    String wanted = page();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, wanted);
    }

    assertThat(Files.readString(PAGE))
        .as(
            "%s differs from what is built. Look at the change, then: mvn -pl standalone -am test"
                + " -Dtest=DependenciesTest -D%s=true -Dsurefire.failIfNoSpecifiedTests=false",
            PAGE, WRITE)
        .isEqualTo(wanted);
  }

  @Test
  void everyLicencePermitsIt() throws IOException {
    assertThat(Stream.concat(java().stream(), NpmLibraries.of(LOCK).stream()))
        .hasSizeGreaterThan(200)
        .filteredOn(library -> !Licences.PERMITTED.contains(library.licence()))
        .isEmpty();
  }

  @Test
  void aLicenceIsKnownByItsUsualNames() {
    assertThat(Licences.of(List.of("The Apache Software License, Version 2.0")))
        .isEqualTo("Apache-2.0");
    assertThat(Licences.of(List.of("Eclipse Public License - v 2.0", "GPL2 w/ CPE")))
        .isEqualTo("EPL-2.0");
    assertThat(Licences.of(List.of("GNU Affero General Public License v3")))
        .isEqualTo("GNU Affero General Public License v3");
    assertThat(Licences.of(List.of())).isEqualTo("none named");
  }

  private static List<Library> java() throws IOException {
    return MavenLibraries.of(Files.readString(CLASS_PATH));
  }

  private static String page() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Libraries that are shipped");
    lines.add("");
    lines.add(
        "Made from the class path of the services and from `web/package-lock.json`, and compared with them");
    lines.add(
        "by each build (`DependenciesTest`). Where a library offers several licences, the one that is used.");
    lines.add(
        "What only builds or tests is not listed. `./lotview release` adds a bill of materials (CycloneDX).");
    table(lines, "Java", java());
    table(lines, "Dashboard and extension", NpmLibraries.of(LOCK));
    return String.join("\n", lines) + "\n";
  }

  private static void table(List<String> lines, String title, List<Library> libraries) {
    lines.add("");
    lines.add("## " + title);
    lines.add("");
    lines.add("| library | version | licence |");
    lines.add("|---|---|---|");
    libraries.forEach(library -> lines.add(library.row()));
  }
}
