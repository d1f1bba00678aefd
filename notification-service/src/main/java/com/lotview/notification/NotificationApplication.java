package com.lotview.notification;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the notification service, which sends events to people's sockets. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NotificationApplication {

  /** Runs the service alone. */
  public static void main(String[] args) {
    start(args);
  }

  /**
   * Starts the service; several services may be started in one JVM.
   *
   * @param args settings as {@code --NAME=value}
   * @return the running context; closing it ends the service
   */
  public static ConfigurableApplicationContext start(String... args) {
    return new SpringApplicationBuilder(NotificationApplication.class)
        .properties("spring.config.name=notification")
        .run(args);
  }
}
