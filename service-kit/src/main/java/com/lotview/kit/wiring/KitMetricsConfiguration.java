package com.lotview.kit.wiring;

import com.lotview.kit.metrics.EventMeters;
import com.lotview.kit.metrics.TableReader;
import com.lotview.kit.metrics.TableReading;
import com.lotview.kit.metrics.TableReading.TableGauge;
import com.lotview.kit.tenant.TenantTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** Metrics of every service with a schema; each service adds readings of its own tables. */
@AutoConfiguration(after = KitDatabaseConfiguration.class)
@ConditionalOnProperty("lotview.database.schema")
public class KitMetricsConfiguration {
  // Ends soon also with an outbox that has grown for days.
  private static final String OUTBOX =
      """
      select 'lotview.outbox.rows', null::text, count(*)::float8
        from (select from outbox limit 10000) bounded
      union all
      select 'lotview.outbox.age', null, coalesce(max(extract(epoch from
          clock_timestamp() - created_at)), 0)::float8
        from (select created_at from outbox order by seq limit 1) oldest
      union all
      select 'lotview.inbox.rows', null, greatest(reltuples, 0)::float8
        from pg_class where oid = 'inbox'::regclass
      """;

  @Bean
  EventMeters eventMeters(MeterRegistry meters, Clock clock) {
    return new EventMeters(meters, clock);
  }

  @Bean
  TableReading outboxReading() {
    return new TableReading(
        OUTBOX,
        List.of(
            TableGauge.count(
                "lotview.outbox.rows",
                "Events that were not sent yet; 10,000 means as many or more"),
            TableGauge.age("lotview.outbox.age", "Age of the oldest event that was not sent yet"),
            TableGauge.count(
                "lotview.inbox.rows", "Handled events that are remembered, as estimated")));
  }

  @Bean
  TableReader tableReader(
      ObjectProvider<TableReading> readings,
      DatabaseClient database,
      TenantTransactions transactions,
      MeterRegistry meters,
      Clock clock,
      @Value("${lotview.metrics.interval}") Duration interval) {
    return new TableReader(
        readings.orderedStream().toList(), database, transactions, meters, clock, interval);
  }
}
