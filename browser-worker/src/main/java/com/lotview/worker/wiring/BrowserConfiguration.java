package com.lotview.worker.wiring;

import com.lotview.worker.browser.BrowserReaper;
import com.lotview.worker.browser.ChromeInstallation;
import com.lotview.worker.browser.ChromeLauncher;
import com.lotview.worker.fleet.SiteBrowsers;
import com.lotview.worker.fleet.site.ChromeSiteBrowsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The browsers of this machine. Without them the worker does not start, and says what to do. */
@Configuration(proxyBeanMethods = false)
class BrowserConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(BrowserConfiguration.class);

  @Bean
  @ConditionalOnMissingBean
  SiteBrowsers siteBrowsers(WorkerProperties properties, JsonMapper json) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    put(environment, "CHROME_BIN", properties.site().chrome());
    put(environment, "CHROMEDRIVER", properties.site().driver());
    ChromeInstallation chrome = ChromeInstallation.find(environment);
    LOG.info("Browser: {}, driver: {}", chrome.binary(), chrome.driver());
    clear(properties.home());
    return new ChromeSiteBrowsers(new ChromeLauncher(environment), properties.site(), json);
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
