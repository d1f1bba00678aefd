package com.lotview.kit.metrics;

import com.lotview.kit.background.Poller;
import com.lotview.kit.metrics.TableReading.TableGauge;
import com.lotview.kit.rows.Columns;
import com.lotview.kit.tenant.TenantTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Reads all table-wide values of a service with one query at an interval. While the query fails,
 * the values stay as they were, and {@code lotview.tables.read.age} grows.
 */
public final class TableReader extends Poller {
  private final DatabaseClient database;
  private final TenantTransactions transactions;
  private final Clock clock;
  private final String sql;
  private final Map<String, Gauge> gauges = new LinkedHashMap<>();
  private volatile Instant readAt;

  /**
   * @param readings at least one
   */
  public TableReader(
      List<TableReading> readings,
      DatabaseClient database,
      TenantTransactions transactions,
      MeterRegistry meters,
      Clock clock,
      Duration interval) {
    super(interval, "Metrics of tables");
    this.database = database;
    this.transactions = transactions;
    this.clock = clock;
    this.readAt = clock.instant();
    this.sql =
        readings.stream()
            .map(reading -> "select * from (" + reading.sql() + ") r (metric, label, value)")
            .collect(Collectors.joining(" union all "));
    readings.stream()
        .flatMap(reading -> reading.gauges().stream())
        .forEach(gauge -> gauges.put(gauge.name(), Gauge.of(gauge, meters)));
    TimeGauge.builder("lotview.tables.read.age", this::ageMillis, TimeUnit.MILLISECONDS)
        .description("Time since the values of the tables were read")
        .register(meters);
  }

  private long ageMillis() {
    return Duration.between(readAt, clock.instant()).toMillis();
  }

  @Override
  protected Mono<Void> poll() {
    return read();
  }

  /** Reads now. */
  public Mono<Void> read() {
    return transactions
        .inSystemMany(database.sql(sql).map(row -> Value.of(new Columns(row))).all())
        .collectList()
        .doOnNext(this::show)
        .then();
  }

  private void show(List<Value> values) {
    Map<String, List<Value>> byMetric =
        values.stream().collect(Collectors.groupingBy(Value::metric));
    gauges.forEach((name, gauge) -> gauge.show(byMetric.getOrDefault(name, List.of())));
    readAt = clock.instant();
  }

  private record Value(String metric, @Nullable String label, double value) {
    static Value of(Columns row) {
      return new Value(row.text("metric"), row.findText("label"), row.get("value", Double.class));
    }
  }

  private record Gauge(MultiGauge rows, @Nullable String label) {
    static Gauge of(TableGauge gauge, MeterRegistry meters) {
      MultiGauge.Builder builder = MultiGauge.builder(gauge.name()).description(gauge.meaning());
      String unit = gauge.unit();
      return new Gauge(
          (unit == null ? builder : builder.baseUnit(unit)).register(meters), gauge.label());
    }

    void show(List<Value> values) {
      List<MultiGauge.Row<?>> all = new ArrayList<>();
      for (Value one : values) {
        String of = one.label();
        all.add(
            MultiGauge.Row.of(
                label == null || of == null ? Tags.empty() : Tags.of(label, of), one.value()));
      }
      rows.register(all, true);
    }
  }
}
