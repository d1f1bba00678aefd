package com.lotview.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsTest {
  private static final Path EVENTS = Path.of("src/main/resources/contracts/events");

  static List<Path> schemas() throws IOException {
    try (Stream<Path> files = Files.walk(EVENTS)) {
      return files.filter(file -> file.toString().endsWith(".schema.json")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyExampleFitsItsSchema(Path schema) throws IOException {
    String example =
        Files.readString(Path.of(schema.toString().replace(".schema.json", ".example.json")));

    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(schema))
                .validate(
                    example,
                    InputFormat.JSON,
                    c -> c.getExecutionConfig().setFormatAssertionsEnabled(true)))
        .isEmpty();
  }

  @Test
  void everyTopicHasAnEvent() {
    assertThat(Topics.ALL).allSatisfy(topic -> assertThat(EVENTS.resolve(topic)).isDirectory());
  }

  @Test
  void salespeoplePostButManageNothing() {
    assertThat(Role.SALESPERSON.permits(Permission.POSTINGS_CREATE)).isTrue();
    assertThat(Role.SALESPERSON.permits(Permission.VEHICLES_WRITE)).isFalse();
    assertThat(Role.SALES_MANAGER.permits(Permission.FB_ACCOUNTS_CONNECT)).isFalse();
    assertThat(Role.GM.permits(Permission.USERS_MANAGE)).isTrue();
  }
}
