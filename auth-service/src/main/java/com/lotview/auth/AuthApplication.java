package com.lotview.auth;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the auth service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AuthApplication {

  public static void main(String[] args) {
    start(args);
  }

  /**
   * Starts the service and returns when it takes requests.
   *
   * @param args settings as {@code --NAME=value}, by the names of the environment variables
   */
  public static ConfigurableApplicationContext start(String... args) {
    return new SpringApplicationBuilder(AuthApplication.class)
        .properties("spring.config.name=auth")
        .run(args);
  }
}
