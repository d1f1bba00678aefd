package com.lotview.worker.browser.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.worker.browser.BrowserCookie;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.browser.Launchers;
import com.lotview.worker.browser.Viewport;
import com.lotview.worker.browser.chrome.ChromeInstallation;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.browser.process.BrowserStartException.Reason;
import com.lotview.worker.browser.process.ProcessGroup;
import com.lotview.worker.browser.process.ProcessStat;
import com.lotview.worker.browser.proxy.Forwarders;
import com.lotview.worker.browser.proxy.TestProxy;
import com.lotview.worker.browser.proxy.Upstreams;
import com.lotview.worker.browser.screen.VirtualScreen;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real browsers as a worker starts them: with a window, on a screen that the pool makes itself. */
@Tag("browser")
class BrowserPoolIT {

  private static final PoolRules RULES =
      new PoolRules(2, 1, Duration.ofMillis(1), Duration.ofMinutes(5));

  @TempDir Path home;
  private final Queue<Map<String, String>> requests = new ConcurrentLinkedQueue<>();
  private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);
  private HttpServer site;
  private URI address;

  @BeforeEach
  void start() throws IOException {
    try {
      ChromeInstallation.find(System.getenv());
      VirtualScreen.require(System.getenv());
    } catch (BrowserStartException missing) {
      assumeTrue(false, missing.getMessage());
    }
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext("/", this::answer);
    site.start();
    address = URI.create("http://127.0.0.1:" + site.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    if (exchange.getRequestMethod().equals("GET")) {
      requests.add(headers);
    }
    byte[] page = "<!doctype html><title>t</title><p>page</p>".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Set-Cookie", "fresh=1; HttpOnly; Path=/");
    exchange.sendResponseHeaders(200, page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }

  @AfterEach
  void end() {
    if (site != null) {
      site.stop(0);
    }
  }

  private BrowserPool pool(Upstreams upstreams) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.remove("DISPLAY");
    return new BrowserPool(
        Launchers.named("chrome", null, environment),
        Appearance.of("en-US", false, environment),
        new Forwarders(upstreams, home.resolve("classes"), address),
        RULES,
        free::get,
        home);
  }

  @Test
  void itIsOneOrdinaryBrowserWhoseValuesAgreeAndWhoseCookiesGoInFirstAndOutLast() throws Exception {
    Viewport viewport = Viewport.varied(new Random(5));
    long group;
    try (TestProxy outside = new TestProxy("ann", "secret");
        BrowserPool pool = pool(Upstreams.of("127.0.0.1", outside.port(), "ann", "secret", null));
        BrowserSession browser = pool.open(home.resolve("a"), "account", viewport)) {
      group = browser.processGroup();
      browser.setCookies(
          List.of(
              new BrowserCookie("xs", "1", "127.0.0.1", "/", false, true, "Lax", null),
              new BrowserCookie("other", "2", "127.0.0.1", "/deep", false, true, "Lax", 2e9)),
          address);

      browser.driver().get(address.toString());

      Map<String, String> first = requests.element();
      assertThat(first.get("Cookie")).isEqualTo("xs=1");
      assertThat(outside.asked()).as("through the proxy").isNotEmpty();
      assertThat(browser.cookies())
          .extracting(BrowserCookie::name)
          .containsExactlyInAnyOrder("xs", "other", "fresh");
      assertThat(ask(browser, "[navigator.userAgent]")).containsExactly(first.get("User-agent"));
      assertThat(first.get("User-agent")).doesNotContain("Headless");
      assertThat(first.get("Accept-language")).startsWith("en-US,en;q=");
      assertThat(ask(browser, "navigator.languages")).containsExactly("en-US", "en");
      assertThat(ask(browser, "[innerWidth, innerHeight]"))
          .containsExactly((long) viewport.width(), (long) viewport.height());
      assertThat(
              ask(
                  browser,
                  "[outerWidth + screenX <= screen.width, outerHeight + screenY <= screen.height,"
                      + " document.hasFocus(),"
                      + " !!document.createElement('canvas').getContext('webgl')]"))
          .containsExactly(true, true, true, true);
      assertThat(pool.counts()).containsEntry("busy", 1);
    }
    assertThat(ProcessGroup.alive(group)).isFalse();
    assertThat(processesOfHome()).isEmpty();
    assertThat(left()).isEmpty();
  }

  private static List<Object> ask(BrowserSession browser, String script) {
    return browser.driver().executeScript("return " + script) instanceof List<?> list
        ? List.copyOf(list)
        : List.of();
  }

  @Test
  void twoAtWorkSideBySideBothHaveTheFocusAndOneThatWasKilledLeavesNothing() throws Exception {
    try (BrowserPool pool = pool(Upstreams.none())) {
      BrowserSession one = pool.open(home.resolve("a"), "a", new Viewport(1900, 1050));
      BrowserSession two = pool.open(home.resolve("b"), "b", new Viewport(1900, 1050));
      one.driver().get(address.toString());
      two.driver().get(address.toString());
      assertThat(ask(one, "[document.hasFocus()]")).containsExactly(true);
      assertThat(ask(two, "[document.hasFocus()]")).containsExactly(true);

      assertThat(ProcessGroup.killOf(home.resolve("a"))).isTrue();
      one.close();

      assertThat(pool.counts()).containsEntry("busy", 1);
      assertThat(left()).containsExactly("b");
      two.close();
      two.close();
      assertThat(pool.counts()).containsEntry("busy", 0);
    }
    assertThat(processesOfHome()).isEmpty();
  }

  @Test
  void whatADeadWorkerLeftBesideItsBrowsersIsEndedByTheNext() throws Exception {
    VirtualScreen screen = VirtualScreen.start(home.resolve("screen-1-1"));
    new Forwarders(Upstreams.none(), home.resolve("classes"), address).open(home.resolve("a"), "a");
    assertThat(BrowserReaper.sweep(home)).as("we live").isEqualTo(new BrowserReaper.Swept(0, 0));
    for (String folder : List.of("screen-1-1", "classes", "a")) {
      Files.writeString(home.resolve(folder).resolve("owner"), "1 1970-01-01T00:00:00Z");
    }

    assertThat(BrowserReaper.sweep(home)).isEqualTo(new BrowserReaper.Swept(2, 3));

    assertThat(processesOfHome()).isEmpty();
    String number = screen.screen().display().substring(1);
    assertThat(Path.of("/tmp/.X11-unix/X" + number)).doesNotExist();
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void withoutMemoryNoneIsStartedAndTheErrorNamesTheSetting() {
    free.set(0);
    try (BrowserPool pool = pool(Upstreams.none())) {
      assertThat(pool.hasRoom()).isFalse();
      BrowserStartException full =
          catchThrowableOfType(
              BrowserStartException.class,
              () -> pool.open(home.resolve("a"), "a", new Viewport(1900, 1050)));
      assertThat(full.reason()).isEqualTo(Reason.DID_NOT_START);
      assertThat(full).hasMessageContaining("LOTVIEW_BROWSER_MIN_FREE_MEMORY");
      assertThat(pool.counts()).containsEntry("waiting", 0);
    }
  }

  /** Job folders that contain more than a driver's log. */
  private List<String> left() throws IOException {
    try (Stream<Path> jobs = Files.list(home)) {
      return jobs.filter(job -> !job.endsWith("classes") && !job.toString().contains("screen-"))
          .filter(BrowserPoolIT::holdsAnything)
          .map(job -> job.getFileName().toString())
          .toList();
    }
  }

  private static boolean holdsAnything(Path job) {
    try (Stream<Path> files = Files.list(job)) {
      return files.anyMatch(file -> !file.toString().endsWith(".log") && !file.endsWith("owner"));
    } catch (IOException gone) {
      return false;
    }
  }

  private List<String> processesOfHome() {
    return ProcessGroup.processes()
        .filter(process -> !process.ended() && process.names(home.toString()))
        .map(ProcessStat::commandLine)
        .toList();
  }
}
