package com.lotview.worker;

import java.util.ArrayList;
import java.util.List;
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
    return startWith(List.of(), args);
  }

  /**
   * Starts a worker whose browsers, sessions, photos or pictures come from elsewhere, with
   * everything else as it is; for measurements.
   *
   * @param instead configurations with beans that take the place of the worker's own
   */
  public static ConfigurableApplicationContext startWith(List<Class<?>> instead, String... args) {
    // First of all: the worker's own beans give way only to what is there before them.
    List<Class<?>> sources = new ArrayList<>(instead);
    sources.add(WorkerApplication.class);
    return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
        .properties("spring.config.name=worker")
        .run(args);
  }
}
