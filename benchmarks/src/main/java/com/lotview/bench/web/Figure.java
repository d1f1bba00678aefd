package com.lotview.bench.web;

import com.lotview.bench.report.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One line of the results.
 *
 * @param aim what it is compared with; says which of the values is meant
 */
record Figure(String what, Distribution values, String aim) {
  static final String HEAD = "| measured | n | p50 | p95 | max | aim |\n|---|---|---|---|---|---|";

  static Figure of(String what, List<Double> values, String aim) {
    if (values.isEmpty() || values.stream().anyMatch(value -> value.isNaN() || value < 0)) {
      throw new IllegalStateException("Not measured: " + what + " " + values);
    }
    return new Figure(what, Distribution.of(what, values), aim);
  }

  static Figure of(String what, double value, String aim) {
    return of(what, Arrays.asList(value), aim);
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.2f | %.2f | %.2f | %s |",
        what,
        values.sorted().length,
        values.percentile(0.50),
        values.percentile(0.95),
        values.percentile(1),
        aim);
  }

  Map<String, Object> json() {
    return Map.of("what", what, "aim", aim, "values", values.json());
  }
}
