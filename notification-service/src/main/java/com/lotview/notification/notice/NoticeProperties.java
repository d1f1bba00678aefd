package com.lotview.notification.notice;

import com.lotview.kit.retention.Kept;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When notices are mailed, and how long they are kept.
 *
 * @param mailDelay how long a notice waits for others before a mail is sent
 * @param mailPause least time between two mails to a person
 * @param retention how long a notice is kept, read or not
 */
@Validated
@ConfigurationProperties("lotview.notices")
public record NoticeProperties(
    @NotNull @DefaultValue("1m") Duration mailDelay,
    @NotNull @DefaultValue("15m") Duration mailPause,
    @NotNull @DefaultValue("90d") Duration retention) {

  public NoticeProperties {
    Kept.atLeast("lotview.notices.retention", retention, Duration.ofDays(1));
  }
}
