package com.lotview.notification.wiring;

import com.lotview.notification.event.EventLog;
import com.lotview.notification.event.Retention;
import com.lotview.notification.live.LiveLog;
import com.lotview.notification.live.Wakes;
import com.lotview.notification.live.web.SocketProperties;
import com.lotview.notification.notice.NoticeStore;
import com.lotview.notification.webhook.DeliveryStore;
import com.lotview.notification.webhook.WebhookProperties;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {
  private static final Duration NOTICES_KEPT = Duration.ofDays(90);

  @Bean
  LiveLog liveLog(EventLog log, Wakes wakes, SocketProperties properties) {
    return new LiveLog(log, wakes, properties.pollInterval());
  }

  @Bean
  Retention retention(
      EventLog log,
      NoticeStore notices,
      DeliveryStore deliveries,
      SocketProperties properties,
      WebhookProperties webhooks) {
    return new Retention(
        List.of(
            log.deleteOlderThan(properties.retention()),
            notices.deleteOlderThan(NOTICES_KEPT),
            deliveries.deleteOlderThan(webhooks.retention())));
  }
}
