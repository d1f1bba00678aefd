package com.lotview.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.faults.blow.Cell;
import com.lotview.faults.judge.Report;
import com.lotview.faults.judge.Result;
import com.lotview.faults.system.Processes;
import com.lotview.faults.system.Rules;
import com.lotview.faults.system.Scene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** Plays cells on a system of their own, writes the tables, and makes a test of each cell. */
final class Suite {
  private static final Path TABLES = Path.of("target", "faults").toAbsolutePath();

  private Suite() {}

  static Stream<DynamicTest> play(String name, Path folder, Rules rules, List<Cell> cells)
      throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/chromedriver"))
            || System.getenv("CHROMEDRIVER") != null,
        "Chromium and its driver are needed");
    Pattern wanted = Pattern.compile(Rules.setting("LOTVIEW_FAULT_CELLS", ""));
    List<Cell> chosen =
        cells.stream().filter(cell -> wanted.matcher(cell.toString()).find()).toList();
    List<Result> results;
    int leftBehind;
    try (Scene scene = Scene.open(folder.resolve("home"), rules);
        FaultRun run = new FaultRun(scene, TABLES.resolve(name + ".txt"))) {
      results = run.play(chosen);
      leftBehind = run.leftBehind();
    } finally {
      keepLogs(folder.resolve("home/logs"), TABLES.resolve(name + "-logs"));
    }
    new Report(results).write(TABLES, name);
    return Stream.concat(
        results.stream()
            .map(result -> DynamicTest.dynamicTest(result.cell().toString(), () -> check(result))),
        Stream.of(
            DynamicTest.dynamicTest(
                "no browser is left behind", () -> assertThat(leftBehind).isZero())));
  }

  private static void keepLogs(Path from, Path to) {
    Processes.run("rm", "-rf", to.toString());
    Processes.run("cp", "-r", from.toString(), to.toString());
  }

  private static void check(Result result) {
    Assumptions.assumeTrue(result.skipped() == null, result::toString);
    assertThat(result.flaws()).as(result.toString()).isEmpty();
  }
}
