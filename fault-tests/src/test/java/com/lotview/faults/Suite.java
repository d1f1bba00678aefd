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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** Runs cells on their own system, writes the tables, and makes a test of each cell. */
final class Suite {
  private static final Path TABLES = Path.of("target", "faults").toAbsolutePath();

  // By suite. A second run after a failure runs only the failed cells.
  private static final Map<String, List<Result>> PLAYED = new HashMap<>();

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
    List<Result> results = new ArrayList<>(good(name));
    Set<String> done = results.stream().map(Suite::cell).collect(Collectors.toSet());
    List<Cell> open = chosen.stream().filter(cell -> !done.contains(cell.toString())).toList();
    int leftBehind;
    try (Scene scene = Scene.open(folder.resolve("home"), rules);
        FaultRun run = new FaultRun(scene, TABLES.resolve(name + ".txt"))) {
      results.addAll(run.play(open));
      leftBehind = run.leftBehind();
    } finally {
      keepLogs(folder.resolve("home/logs"), TABLES.resolve(name + "-logs"));
    }
    PLAYED.put(name, results);
    new Report(results).write(TABLES, name);
    return Stream.concat(
        results.stream()
            .map(result -> DynamicTest.dynamicTest(result.cell().toString(), () -> check(result))),
        Stream.of(
            DynamicTest.dynamicTest(
                "no browser is left behind", () -> assertThat(leftBehind).isZero())));
  }

  private static List<Result> good(String name) {
    List<Result> before = PLAYED.getOrDefault(name, List.of());
    Set<String> bad =
        before.stream().filter(each -> !each.good()).map(Suite::cell).collect(Collectors.toSet());
    return before.stream().filter(each -> !bad.contains(cell(each))).toList();
  }

  /** Without the site's variant, which a second run draws again. */
  private static String cell(Result result) {
    return result.cell().toString().replaceFirst(" \\[[^]]*]$", "");
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
