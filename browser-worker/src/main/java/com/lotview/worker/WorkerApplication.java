package com.lotview.worker;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The browser worker process. */
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
   * Starts a worker with other browsers, sessions, photos or pictures; for measurements.
   *
   * @param instead configurations with beans that replace the worker's own
   */
  public static ConfigurableApplicationContext startWith(List<Class<?>> instead, String... args) {
    // They come first, because the worker's own beans are only replaced by earlier ones.
    List<Class<?>> sources = new ArrayList<>(instead);
    sources.add(WorkerApplication.class);
    return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
        .properties("spring.config.name=worker")
        .run(args);
  }
}
