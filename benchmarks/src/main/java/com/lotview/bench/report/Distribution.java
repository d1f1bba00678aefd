package com.lotview.bench.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measured values of one kind, in milliseconds; never compared. */
@SuppressWarnings("ArrayRecordComponent")
public record Distribution(String name, double[] sorted) {

  public static Distribution of(String name, List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return new Distribution(name, sorted);
  }

  /** The smallest value that at least the given share of all values do not exceed. */
  public double percentile(double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(index, 0, sorted.length - 1)];
  }

  public String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.1f | %.1f | %.1f | %.1f |",
        name,
        sorted.length,
        percentile(0.50),
        percentile(0.95),
        percentile(0.99),
        percentile(1));
  }

  public Map<String, Object> json() {
    return Map.of(
        "name",
        name,
        "count",
        sorted.length,
        "p50",
        percentile(0.50),
        "p95",
        percentile(0.95),
        "p99",
        percentile(0.99),
        "max",
        percentile(1));
  }
}
