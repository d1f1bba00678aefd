package com.lotview.notification.wiring;

import com.lotview.notification.event.EventLog;
import com.lotview.notification.event.Retention;
import com.lotview.notification.live.LiveLog;
import com.lotview.notification.live.Wakes;
import com.lotview.notification.live.web.SocketProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

  @Bean
  LiveLog liveLog(EventLog log, Wakes wakes, SocketProperties properties) {
    return new LiveLog(log, wakes, properties.pollInterval());
  }

  @Bean
  Retention retention(EventLog log, SocketProperties properties) {
    return new Retention(log, properties.retention());
  }
}
