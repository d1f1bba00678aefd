package com.lotview.inventory.retention;

import com.lotview.kit.retention.Kept;
import com.lotview.kit.retention.TableRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {
  /** The report of an import goes with it. */
  @Bean
  Kept keptImports(TableRows rows, RetentionProperties properties) {
    return new Kept(
        "Imports",
        properties.imports(),
        rows.of(
            "import_job",
            "state not in ('WAITING', 'RUNNING')"
                + " and coalesce(finished_at, started_at) < :before"));
  }

  /** A run that is held waits for a person. */
  @Bean
  Kept keptFeedRuns(TableRows rows, RetentionProperties properties) {
    return new Kept(
        "Runs of feeds",
        properties.imports(),
        rows.of(
            "stock_feed_run",
            "state not in ('FETCHING', 'IMPORTING', 'HELD') and finished_at < :before"));
  }

  @Bean
  Kept keptSuggestions(TableRows rows, RetentionProperties properties) {
    return new Kept(
        "Decided suggestions",
        properties.suggestions(),
        rows.of("vehicle_suggestion", "decided_at < :before"));
  }
}
