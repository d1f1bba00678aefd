package com.lotview.listing;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** The service that writes and checks listing texts. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ListingApplication {

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
    return new SpringApplicationBuilder(ListingApplication.class)
        .properties("spring.config.name=listing")
        .run(args);
  }
}
