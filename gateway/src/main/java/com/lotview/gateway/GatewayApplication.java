package com.lotview.gateway;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the gateway. It has no database and reads no events. */
@SpringBootApplication(exclude = {R2dbcAutoConfiguration.class, KafkaAutoConfiguration.class})
@ConfigurationPropertiesScan
public class GatewayApplication {

  public static void main(String[] args) {
    start(args);
  }

  /**
   * Starts the gateway and returns when it takes requests.
   *
   * @param args settings as {@code --NAME=value}, by the names of the environment variables
   */
  public static ConfigurableApplicationContext start(String... args) {
    return new SpringApplicationBuilder(GatewayApplication.class)
        .properties("spring.config.name=gateway")
        .run(args);
  }
}
