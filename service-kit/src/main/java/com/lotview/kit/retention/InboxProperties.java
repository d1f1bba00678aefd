package com.lotview.kit.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a service knows which events it has handled.
 *
 * @param retention longer than Kafka keeps the events (a week by default): an event that comes
 *     again after its row is gone would be handled twice
 */
@ConfigurationProperties("lotview.inbox")
public record InboxProperties(@DefaultValue("30d") Duration retention) {
  private static final Duration LEAST = Duration.ofDays(14);

  public InboxProperties {
    Kept.atLeast("lotview.inbox.retention", retention, LEAST);
  }
}
