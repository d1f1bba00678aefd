package com.lotview.kit.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service measures in its tables. A bean of this type is read at an interval, never when
 * metrics are asked for.
 *
 * @param sql a select whose rows are (metric text, label text, value double precision); it runs as
 *     the system role, must be cheap and must have a bound
 * @param gauges the metrics that the select gives
 */
public record TableReading(String sql, List<TableGauge> gauges) {
  public TableReading {
    gauges = List.copyOf(gauges);
  }

  /**
   * One metric.
   *
   * @param name dotted, as in Micrometer
   * @param unit null: a number of things
   * @param label name of the label that the second column is the value of; null: none
   */
  public record TableGauge(
      String name, @Nullable String unit, @Nullable String label, String meaning) {

    /** A number of things, one for each value of the label. */
    public static TableGauge counts(String name, String label, String meaning) {
      return new TableGauge(name, null, label, meaning);
    }

    /** A number of things. */
    public static TableGauge count(String name, String meaning) {
      return new TableGauge(name, null, null, meaning);
    }

    /** How old the oldest of something is. */
    public static TableGauge age(String name, String meaning) {
      return new TableGauge(name, "seconds", null, meaning);
    }
  }
}
