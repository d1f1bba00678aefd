package com.lotview.auth.wiring;

import com.lotview.kit.retention.Kept;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long data of people is kept.
 *
 * @param audit entries of the audit trail; the database itself refuses to delete younger ones than
 *     90 days
 * @param unsentMails mails that no server took for a day
 */
@ConfigurationProperties("lotview.retention")
record RetentionProperties(
    @DefaultValue("730d") Duration audit, @DefaultValue("7d") Duration unsentMails) {

  RetentionProperties {
    Kept.atLeast("lotview.retention.audit", audit, Duration.ofDays(90));
    Kept.atLeast("lotview.retention.unsent-mails", unsentMails, Duration.ofDays(1));
  }
}
