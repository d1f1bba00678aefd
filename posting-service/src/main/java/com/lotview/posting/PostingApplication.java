package com.lotview.posting;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** The posting service as a program. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PostingApplication {

  public static void main(String[] args) {
    start(args);
  }

  /** Starts the service; values of the environment may be given as {@code --NAME=value}. */
  public static ConfigurableApplicationContext start(String... args) {
    return new SpringApplicationBuilder(PostingApplication.class)
        .properties("spring.config.name=posting")
        .run(args);
  }
}
