package com.lotview.standalone.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.NamingConvention;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code docs/metrics.md} names every metric of the code, and each has a test. */
class MetricsDocumentTest {
  private static final Pattern NAME = Pattern.compile("[\"'](lotview(?:\\.[a-z]+)+)[\"']");
  private static final Pattern SETTING =
      Pattern.compile("@ConditionalOnProperty\\(.*|current_setting\\(.*|set_config\\(.*");
  private static final List<String> SIGNS =
      List.of("io.micrometer.core.instrument", "com.lotview.kit.metrics");

  @Test
  void theDocumentNamesTheMetricsOfTheCode() throws IOException {
    assertThat(MetricsDocument.read().names()).isEqualTo(inCode());
  }

  @Test
  void theDocumentHasTheNamesOfPrometheus() throws IOException {
    NamingConvention convention = new PrometheusNamingConvention();
    for (MetricsDocument.Row row : MetricsDocument.read().rows()) {
      assertThat(row.shown())
          .as(row.name())
          .isEqualTo(total(convention.name(row.name(), type(row), unit(row)), row));
    }
  }

  @Test
  void aTestNamesEachMetric() throws IOException {
    String tests =
        sources("src/test/java").stream()
            .filter(file -> !file.toString().contains("/monitoring/"))
            .map(MetricsDocumentTest::text)
            .collect(Collectors.joining());

    assertThat(MetricsDocument.read().names())
        .filteredOn(name -> !tests.contains('"' + name + '"'))
        .as("metrics that no test would miss")
        .isEmpty();
  }

  @Test
  void noLabelIsAnId() throws IOException {
    for (MetricsDocument.Row row : MetricsDocument.read().rows()) {
      assertThat(row.labels())
          .as(row.name())
          .noneMatch(label -> label.toLowerCase(Locale.ROOT).endsWith("id"))
          .doesNotContain("dealership", "account", "user", "vehicle", "posting", "job");
    }
  }

  // Prometheus' client adds it to what Micrometer calls a counter.
  private static String total(String name, MetricsDocument.Row row) {
    return row.type().equals("counter") && !name.endsWith("_total") ? name + "_total" : name;
  }

  private static Meter.Type type(MetricsDocument.Row row) {
    return switch (row.type()) {
      case "counter" -> Meter.Type.COUNTER;
      case "gauge", "time gauge" -> Meter.Type.GAUGE;
      case "timer" -> Meter.Type.TIMER;
      default -> throw new IllegalStateException("No type: " + row);
    };
  }

  private static @Nullable String unit(MetricsDocument.Row row) {
    return row.unit().isEmpty() ? null : row.unit();
  }

  private static Set<String> inCode() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path file : sources("src/main/java")) {
      String text = text(file);
      if (SIGNS.stream().anyMatch(text::contains)) {
        NAME.matcher(SETTING.matcher(text).replaceAll(""))
            .results()
            .forEach(found -> names.add(found.group(1)));
      }
    }
    return names;
  }

  private static List<Path> sources(String folder) throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(MetricsDocument.ROOT)) {
      for (Path module : modules.filter(m -> Files.isDirectory(m.resolve(folder))).toList()) {
        try (Stream<Path> files = Files.walk(module.resolve(folder))) {
          files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
      }
    }
    return sources;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
