package com.lotview.standalone.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The sandbox has no Spring and no settings file; its page is written by hand. */
class SandboxPageTest {
  private static final Path ROOT = Path.of("..");
  private static final Path SOURCE =
      ROOT.resolve("marketplace-sandbox/src/main/java/com/lotview/sandbox");
  private static final Path PAGE = ROOT.resolve("docs/reference/marketplace-sandbox.md");

  @Test
  void pageHasEverySetting() throws IOException {
    assertThat(matches(PAGE, "(?m)^\\| `(SANDBOX_[A-Z]+)`"))
        .isEqualTo(matches(SOURCE.resolve("Sandbox.java"), "setting\\(\"([A-Z_]+)\""));
  }

  @Test
  void pageHasEveryControlRoute() throws IOException {
    assertThat(matches(PAGE, "(?m)^\\| ([A-Z]+ \\| `/__[^`]*)`"))
        .isEqualTo(
            matches(
                SOURCE.resolve("control/ControlApi.java"), "\\.on\\(\"([A-Z]+\", \"/__[^\"]*)\""));
  }

  @Test
  void faultPageHasEveryKind() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/sandbox-faults.md"));

    assertThat(matches(SOURCE.resolve("fault/FaultKind.java"), "\\(\"([a-z]+\\.?[A-Za-z0-9]+)\""))
        .isNotEmpty()
        .allSatisfy(kind -> assertThat(page).contains("`" + kind + "`"));
  }

  @Test
  void faultPageHasEveryChoice() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/sandbox-faults.md"));

    assertThat(matches(SOURCE.resolve("variant/Choice.java"), "\\(\"([a-z]+\\.?[A-Za-z]*)\","))
        .isNotEmpty()
        .allSatisfy(choice -> assertThat(page).contains("`" + choice + "`"));
  }

  private static TreeSet<String> matches(Path file, String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(file))
        .results()
        .map(found -> found.group(1).replace("\", \"", " | `").replace("*", "{id}"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
