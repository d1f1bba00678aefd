package com.lotview.worker;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The browser worker, a process of its own. */
@SpringBootApplication
public class WorkerApplication {

  public static void main(String[] args) {
    start(args);
  }

  /** Starts the worker; arguments are settings, as {@code --NAME=value}. */
  public static ConfigurableApplicationContext start(String... args) {
    return new SpringApplicationBuilder(WorkerApplication.class)
        .properties("spring.config.name=worker")
        .run(args);
  }
}
