package com.lotview.worker.wiring;

import com.lotview.worker.browser.BrowserLauncher;
import com.lotview.worker.browser.Launchers;
import com.lotview.worker.browser.pool.Appearance;
import com.lotview.worker.browser.pool.BrowserPool;
import com.lotview.worker.browser.pool.BrowserReaper;
import com.lotview.worker.browser.pool.FreeMemory;
import com.lotview.worker.browser.pool.PoolRules;
import com.lotview.worker.browser.proxy.Forwarders;
import com.lotview.worker.browser.proxy.Upstreams;
import com.lotview.worker.fleet.port.SiteBrowsers;
import com.lotview.worker.fleet.site.BrowserSettings;
import com.lotview.worker.fleet.site.ChromeSiteBrowsers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The browsers of this machine. Without them the worker does not start and names the remedy. */
@Configuration(proxyBeanMethods = false)
class BrowserConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(BrowserConfiguration.class);

  /** Closes after the fleet, which stops before the beans are destroyed. */
  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean({BrowserPool.class, SiteBrowsers.class})
  BrowserPool browserPool(WorkerProperties properties, MeterRegistry meters) {
    BrowserSettings settings = properties.browser();
    Map<String, String> environment = new HashMap<>(System.getenv());
    put(environment, "CHROME_BIN", settings.chrome());
    put(environment, "CHROMEDRIVER", settings.driver());
    Appearance appearance = Appearance.of(settings.language(), settings.headless(), environment);
    BrowserLauncher launcher =
        Launchers.named(settings.launcher(), settings.launcherJars(), environment);
    Upstreams upstreams = settings.proxy().upstreams();
    LOG.info("Browsers: {}, {}, {} proxies", settings.launcher(), appearance, upstreams.count());
    clear(properties.home());
    BrowserPool pool =
        new BrowserPool(
            launcher,
            appearance,
            new Forwarders(
                upstreams,
                properties.home().resolve("forwarder-" + ProcessHandle.current().pid()),
                properties.site().url()),
            PoolRules.reserving(settings.minFreeMemory().toBytes()),
            new FreeMemory(),
            properties.home());
    meter(pool, meters);
    return pool;
  }

  static void meter(BrowserPool pool, MeterRegistry meters) {
    pool.counts()
        .keySet()
        .forEach(state ->
            Gauge.builder("lotview.browsers", pool, p -> p.counts().getOrDefault(state, 0))
                .description("Browsers of this worker, by where they are in their life")
                .tag("state", state)
                .register(meters));
    Gauge.builder("lotview.browsers.memory.free", pool, BrowserPool::freeBytes)
        .description("Memory that browsers may still take")
        .baseUnit("bytes")
        .register(meters);
  }

  @Bean
  @ConditionalOnMissingBean
  SiteBrowsers siteBrowsers(BrowserPool pool, WorkerProperties properties, JsonMapper json) {
    return new ChromeSiteBrowsers(pool, properties.site(), json);
  }

  /** Up also without room for another browser: jobs wait or go to other workers. */
  @Bean
  @ConditionalOnBean(BrowserPool.class)
  HealthIndicator browsersHealthIndicator(BrowserPool pool) {
    return () ->
        Health.up()
            .withDetails(pool.counts())
            .withDetail("freeMiB", pool.freeBytes() >> 20)
            .withDetail("room", pool.hasRoom())
            .build();
  }

  @Bean
  @ConditionalOnBean(BrowserPool.class)
  @ConditionalOnProperty(name = "lotview.worker.browser.self-test", matchIfMissing = true)
  BrowserSelfTest browserStartHealthIndicator(BrowserPool pool, WorkerProperties properties) {
    Path folder =
        properties.home().toAbsolutePath().resolve("self-test-" + ProcessHandle.current().pid());
    return new BrowserSelfTest(() -> pool.tryOut(folder));
  }

  private static void put(Map<String, String> environment, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      environment.put(name, value);
    }
  }

  private static void clear(Path home) {
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new UncheckedIOException("LOTVIEW_WORKER_HOME cannot be used: " + home, e);
    }
    BrowserReaper.Swept swept = BrowserReaper.sweep(home);
    if (swept.groupsKilled() + swept.foldersDeleted() > 0) {
      LOG.info(
          "Cleared up after dead workers: {} browsers, {} folders",
          swept.groupsKilled(),
          swept.foldersDeleted());
    }
  }
}
