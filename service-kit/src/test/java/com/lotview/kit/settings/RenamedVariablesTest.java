package com.lotview.kit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class RenamedVariablesTest {
  @Configuration(proxyBeanMethods = false)
  static class Nothing {}

  @Test
  void anOldName_worksAndIsReportedOnce(CapturedOutput output) {
    for (int start = 0; start < 2; start++) {
      assertThat(value("LOTVIEW_POLL_INTERVAL", Map.of("LOTVIEW_POLL", "7s"))).isEqualTo("7s");
    }
    assertThat(
            output
                .getOut()
                .split(
                    Pattern.quote(
                        "LOTVIEW_POLL is now LOTVIEW_POLL_INTERVAL; the old name still works"),
                    -1))
        .hasSize(2);
  }

  @Test
  void theNewName_winsOverTheOld(CapturedOutput output) {
    Map<String, Object> both = Map.of("EVENTS_LOOK", "7s", "EVENTS_POLL_INTERVAL", "9s");

    assertThat(value("EVENTS_POLL_INTERVAL", both)).isEqualTo("9s");
    assertThat(output).contains("EVENTS_LOOK is ignored, because EVENTS_POLL_INTERVAL is set");
  }

  @Test
  void withoutEither_theDefaultHolds() {
    assertThat(value("LOTVIEW_POLL_INTERVAL", Map.of())).isEqualTo("default");
  }

  @Test
  void everyNewName_isReadByAService_andNoOldOne() throws IOException {
    String settings;
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      settings =
          modules
              .map(module -> module.resolve("src/main/resources"))
              .filter(Files::isDirectory)
              .flatMap(RenamedVariablesTest::yaml)
              .collect(Collectors.joining());
    }
    RenamedVariables.table()
        .forEach((oldName, newName) ->
            assertThat(settings)
                .contains("${" + newName + ":")
                .doesNotContain("${" + oldName + ":"));
  }

  private static Stream<String> yaml(Path resources) {
    try (Stream<Path> files = Files.list(resources)) {
      return files.filter(file -> file.toString().endsWith(".yml")).toList().stream()
          .map(file -> {
            try {
              return Files.readString(file);
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          });
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String value(String name, Map<String, Object> variables) {
    SpringApplication application =
        new SpringApplicationBuilder(Nothing.class)
            .web(WebApplicationType.NONE)
            .properties(variables)
            .build();
    try (ConfigurableApplicationContext context = application.run()) {
      return context.getEnvironment().getProperty(name, "default");
    }
  }
}
