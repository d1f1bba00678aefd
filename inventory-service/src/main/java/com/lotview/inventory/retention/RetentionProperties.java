package com.lotview.inventory.retention;

import com.lotview.kit.retention.Kept;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long records of people's work are kept.
 *
 * @param imports ended imports with their reports, and ended runs of feeds
 * @param suggestions decided suggestions
 */
@ConfigurationProperties("lotview.retention")
record RetentionProperties(
    @DefaultValue("365d") Duration imports, @DefaultValue("365d") Duration suggestions) {
  private static final Duration LEAST = Duration.ofDays(7);

  RetentionProperties {
    Kept.atLeast("lotview.retention.imports", imports, LEAST);
    Kept.atLeast("lotview.retention.suggestions", suggestions, LEAST);
  }
}
