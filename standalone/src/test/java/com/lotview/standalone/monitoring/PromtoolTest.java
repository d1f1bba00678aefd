package com.lotview.standalone.monitoring;

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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prometheus' own judgement of its rules: each alert fires and stays quiet as its tests say. */
@Tag("slow")
class PromtoolTest {
  private static final Path FOLDER = MetricsDocument.ROOT.resolve("deploy/monitoring");
  private static Path promtool;

  @BeforeAll
  static void find() {
    Optional<Path> found =
        Stream.concat(
                Stream.of(MetricsDocument.ROOT.resolve(".lotview/prometheus/usr/bin/promtool")),
                Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "")
                            .split(File.pathSeparator, -1))
                    .map(folder -> Path.of(folder, "promtool")))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(
        found.isPresent(),
        "There is no promtool: the alerts were not tried. ./lotview test operations brings it.");
    promtool = found.orElseThrow().toAbsolutePath();
  }

  @Test
  void theRulesAreValid() throws Exception {
    assertThat(run("check", "rules", "rules/slo.yml", "rules/alerts.yml")).contains("SUCCESS");
  }

  @Test
  void theConfigurationIsValid() throws Exception {
    assertThat(run("check", "config", "prometheus.yml")).contains("SUCCESS");
  }

  @Test
  void eachAlertFiresForItsCauseOnly() throws Exception {
    assertThat(run("test", "rules", "tests/alerts.yml")).contains("SUCCESS");
  }

  private static String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(promtool.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
