package com.lotview.bench.browser;

import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.browser.Viewport;
import com.lotview.worker.browser.chrome.ChromeInstallation;
import com.lotview.worker.browser.pool.BrowserPool;
import com.lotview.worker.browser.process.ProcessGroup;
import com.lotview.worker.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Opens the probe page by every way of starting the browser. */
final class Probe {
  static final String BY_HAND = "by hand, no driver";
  static final String PLAIN = "plain Selenium, headless=new";
  static final String DEFAULT = "LotView's default";
  static final String HEADLESS = "LotView, headless by choice";

  private final Path home;
  private final ChromeInstallation chrome = ChromeInstallation.find(System.getenv());

  Probe(Path home) {
    this.home = home;
  }

  /** The results of each way; first, the browser without a driver. */
  Map<String, Appeared> run() throws IOException, InterruptedException {
    Map<String, Appeared> all = new LinkedHashMap<>();
    try (ProbeSite site = ProbeSite.open()) {
      Path windows = Files.createDirectories(home.resolve("w"));
      try (BrowserPool pool = Stage.pool(windows, site.address(), false)) {
        Appeared ours = pooled(site, pool, windows);
        all.put(BY_HAND, byHand(site, windows));
        all.put(DEFAULT, ours);
      }
      Path none = Files.createDirectories(home.resolve("h"));
      try (BrowserPool pool = Stage.pool(none, site.address(), true)) {
        all.put(HEADLESS, pooled(site, pool, none));
      }
      all.put(PLAIN, plain(site));
    }
    return all;
  }

  private static Appeared pooled(ProbeSite site, BrowserPool pool, Path folder)
      throws IOException, InterruptedException {
    Path job = folder.resolve("job");
    try (BrowserSession browser = pool.open(job, "a", Viewport.varied(new Random(3)))) {
      browser.driver().get(site.address().toString());
      return site.await();
    } finally {
      Folders.delete(job);
    }
  }

  private Appeared plain(ProbeSite site) throws IOException, InterruptedException {
    Path profile = home.resolve("plain");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chrome.binary().toFile());
    options.addArguments("--headless=new", "--user-data-dir=" + profile);
    if (!chrome.sandboxed()) {
      options.addArguments("--no-sandbox");
    }
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chrome.driver().toFile())
            .usingAnyFreePort()
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    try {
      driver.get(site.address().toString());
      return site.await();
    } finally {
      driver.quit();
      Folders.delete(profile);
    }
  }

  private Appeared byHand(ProbeSite site, Path screens) throws IOException, InterruptedException {
    Path profile = home.resolve("hand");
    List<String> command = new ArrayList<>(List.of("setsid", chrome.binary().toString()));
    command.addAll(
        List.of(
            "--user-data-dir=" + profile,
            "--no-first-run",
            "--no-default-browser-check",
            "--password-store=basic",
            "--enable-unsafe-swiftshader",
            "--window-size=1920,1223"));
    if (!chrome.sandboxed()) {
      command.add("--no-sandbox");
    }
    command.add(site.address().toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(Yardstick.screen(screens));
    Process process =
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try {
      return site.await();
    } finally {
      ProcessGroup.kill(process.pid());
      Folders.delete(profile);
    }
  }
}
