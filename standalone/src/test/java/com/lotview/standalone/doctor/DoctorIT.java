package com.lotview.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.standalone.StartupException;
import com.lotview.standalone.doctor.Finding.Unknown;
import com.lotview.standalone.doctor.Finding.Wrong;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults planted on real servers: each is named with its cure, and nothing else is called wrong.
 */
@Tag("servers")
@Tag("long")
class DoctorIT {
  @TempDir static Path folder;

  private static PlantedSystem system;

  @BeforeAll
  static void start() throws Exception {
    system = new PlantedSystem(folder);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @BeforeEach
  void well() throws Exception {
    system.well();
  }

  static Stream<PlantedFault> faults() {
    return Stream.of(
            DatabaseFaults.all(),
            KafkaFaults.all(),
            StorageFaults.all(),
            ServiceFaults.all(),
            KeyFaults.all())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aPlantedFaultIsNamedWithItsCure_andNothingElse(PlantedFault fault) throws Exception {
    Map<String, String> variables = system.variables();
    List<Finding> found;
    AutoCloseable planted = fault.plant().on(system, variables);
    try {
      found = examined(variables, fault.clock());
    } finally {
      planted.close();
    }

    assertThat(wrong(found)).as(fault.name()).isNotEmpty();
    assertThat(wrong(found))
        .as(fault.name())
        .allSatisfy(one -> {
          assertThat(one.what()).contains(fault.what());
          assertThat(one.cure()).contains(fault.cure());
        });
  }

  @Test
  void onASystemOnWhichAllIsWellNothingIsCalledWrongOrUnknown() throws Exception {
    List<Finding> found = examined(system.variables(), Clock.systemUTC());

    assertThat(found).hasSizeGreaterThan(20).allMatch(Finding.Well.class::isInstance);
  }

  @Test
  void theVariablesOfOneServiceAreEnough() throws Exception {
    Map<String, String> one =
        Map.of(
            "DATABASE_URL",
            system.postgres.url("posting", "app", PlantedSystem.SECRET),
            "KAFKA_BOOTSTRAP_SERVERS",
            system.variables().get("KAFKA_BOOTSTRAP_SERVERS"),
            "KAFKA_USER",
            "posting",
            "KAFKA_PASSWORD",
            PlantedSystem.SECRET);
    List<Finding> found = examined(one, Clock.systemUTC());

    assertThat(wrong(found)).isEmpty();
    assertThat(found)
        .filteredOn(Unknown.class::isInstance)
        .as("only Kafka's superuser sees this")
        .extracting(finding -> ((Unknown) finding).what())
        .containsExactly("min.insync.replicas of the topics");
  }

  @Test
  void aFileThatNamesNoServerIsRefused() {
    assertThatThrownBy(() -> examined(Map.of("LOG_LEVEL", "INFO"), Clock.systemUTC()))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("names no server");
  }

  @Test
  void theLinesAndTheResultAreThoseOfTheScript() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    assertThat(Doctor.shown(List.of(new Finding.Well("a"), new Unknown("b", "why")), out)).isTrue();
    assertThat(Doctor.shown(List.of(new Wrong("c", "cure")), out)).isFalse();
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines("ok    a\nnone  b\n      why\nBAD   c\n      cure\n");
  }

  private static List<Finding> examined(Map<String, String> variables, Clock clock)
      throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("cluster.env"),
            variables.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .collect(Collectors.joining("\n", "# variables\n", "\n")));
    List<Finding> found = Doctor.examine(Variables.of(file).surroundings(), clock);
    assertThat(found.toString())
        .doesNotContain(PlantedSystem.SECRET, system.keys.openKey(), system.keys.sealKey());
    return found;
  }

  static List<Wrong> wrong(List<Finding> found) {
    return found.stream().filter(Wrong.class::isInstance).map(Wrong.class::cast).toList();
  }
}
