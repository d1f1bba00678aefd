package com.lotview.inventory;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** The inventory service as a process, or as one of several in a process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class InventoryApplication {

  /** Starts the service; settings may be given as {@code --NAME=value}. */
  public static ConfigurableApplicationContext start(String... args) {
    return new SpringApplicationBuilder(InventoryApplication.class)
        .properties("spring.config.name=inventory")
        .run(args);
  }

  public static void main(String[] args) {
    start(args);
  }
}
