package com.lotview.inventory.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.inventory.meaning.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The worker's tests need orders with a meaning and may not depend on this service: their table of
 * cells must hold what this service reads.
 */
class WorkerCellsTest {
  private static final Path TABLE =
      Path.of("..", "browser-worker", "src", "test", "resources", "meaning", "cells.tsv");

  private final VehicleRules rules = new VehicleRules(Clock.systemUTC());

  @ParameterizedTest
  @MethodSource("cells")
  void cell_saysWhatTheWorkersTestsBelieve(String field, String cell, String kind, String answer) {
    VehicleFacts facts = rules.check(draft(field, cell)).orThrow().facts();

    assertThat(shown(facts.meaning().readings().get(kind))).isEqualTo(answer);
  }

  static Stream<Object[]> cells() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> (Object[]) line.split("\t", -1));
  }

  private static String shown(Reading reading) {
    if (reading == null) {
      return "-";
    }
    if (reading.value() != null) {
      return reading.value();
    }
    return reading.both() != null
        ? String.join("+", reading.both())
        : reading.not().stream().map(value -> "!" + value).collect(Collectors.joining("+"));
  }

  private static VehicleDraft draft(String field, String cell) {
    return new VehicleDraft(
        "1",
        null,
        2020,
        "Ford",
        "Edge",
        null,
        null,
        null,
        null,
        field.equals("bodyStyle") ? cell : null,
        null,
        field.equals("transmission") ? cell : null,
        null,
        field.equals("fuelType") ? cell : null,
        null,
        null,
        null,
        null,
        field.equals("cleanTitle") ? Boolean.valueOf(cell) : null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
