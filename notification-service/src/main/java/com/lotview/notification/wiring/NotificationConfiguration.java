package com.lotview.notification.wiring;

import com.lotview.kit.retention.Kept;
import com.lotview.kit.retention.TableRows;
import com.lotview.notification.event.EventLog;
import com.lotview.notification.live.LiveLog;
import com.lotview.notification.live.Wakes;
import com.lotview.notification.live.web.SocketProperties;
import com.lotview.notification.notice.NoticeProperties;
import com.lotview.notification.webhook.WebhookProperties;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {
  @Bean
  LiveLog liveLog(EventLog log, Wakes wakes, SocketProperties properties) {
    return new LiveLog(log, wakes, properties.pollInterval());
  }

  /** The oldest first: a log is read from its oldest entry, and has no gap. */
  @Bean
  Kept keptEvents(TableRows rows, SocketProperties properties) {
    return new Kept("Events", properties.retention(), rows.of("event", "at < :before order by at"));
  }

  @Bean
  Kept keptNotices(TableRows rows, NoticeProperties properties) {
    return new Kept("Notices", properties.retention(), rows.of("notice", "created_at < :before"));
  }

  @Bean
  Kept keptDeliveries(TableRows rows, WebhookProperties properties) {
    return new Kept(
        "Deliveries of web hooks",
        properties.retention(),
        rows.of("webhook_delivery", "created_at < :before"));
  }

  @Bean
  Kept keptTickets(TableRows rows) {
    return new Kept(
        "Tickets of sockets", Duration.ofHours(1), rows.of("ws_ticket", "expires_at < :before"));
  }
}
