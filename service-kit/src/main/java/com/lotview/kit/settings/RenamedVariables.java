package com.lotview.kit.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Keeps old names of environment variables working: offers their values under the new names and
 * logs each old name once per process. The table is {@code lotview/renamed-variables.properties}.
 */
public final class RenamedVariables implements EnvironmentPostProcessor {
  private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

  private final Log log;

  public RenamedVariables(DeferredLogFactory logs) {
    this.log = logs.getLog(RenamedVariables.class);
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Map<String, Object> values = new HashMap<>();
    table()
        .forEach((oldName, newName) -> {
          String value = environment.getProperty(oldName);
          if (value == null) {
            return;
          }
          if (environment.containsProperty(newName)) {
            warnOnce(oldName, oldName + " is ignored, because " + newName + " is set");
          } else {
            values.put(newName, value);
            warnOnce(oldName, oldName + " is now " + newName + "; the old name still works");
          }
        });
    if (!values.isEmpty()) {
      environment.getPropertySources().addLast(new MapPropertySource("renamedVariables", values));
    }
  }

  private void warnOnce(String oldName, String message) {
    if (REPORTED.add(oldName)) {
      log.warn(message);
    }
  }

  static Map<String, String> table() {
    try {
      Properties table =
          PropertiesLoaderUtils.loadProperties(
              new ClassPathResource("lotview/renamed-variables.properties"));
      Map<String, String> names = new HashMap<>();
      table.stringPropertyNames().forEach(name -> names.put(name, table.getProperty(name)));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
