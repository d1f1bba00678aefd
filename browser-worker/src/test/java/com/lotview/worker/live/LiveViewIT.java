package com.lotview.worker.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.worker.browser.chrome.ChromeInstallation;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.fleet.port.OwnerView;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import tools.jackson.databind.json.JsonMapper;

/** A view of a real page, whose viewer is the test. */
@Timeout(60)
@Tag("browser")
class LiveViewIT {
  private static final Duration SECONDS = Duration.ofSeconds(60);
  private static final String PAGE =
      """
      <body style='margin:0'><input id=in autofocus style='position:absolute;left:0;top:0;width:300px;height:40px'>
      <a id=out href='%s' style='position:absolute;left:0;top:60px;width:300px;height:40px'>out</a>
      <div id=n style='position:absolute;top:120px'>0</div>
      <script>let n = 0; setInterval(() => { document.getElementById('n').textContent = ++n; }, 20);</script>
      """;

  private static ChromeDriver browser;
  private static HttpServer site;
  private static HttpServer inside;
  private static final AtomicInteger REACHED = new AtomicInteger();

  private final AtomicLong nanos = new AtomicLong();
  private LiveView view;

  @BeforeAll
  static void start() throws IOException {
    ChromeInstallation chrome = null;
    try {
      chrome = ChromeInstallation.find(System.getenv());
    } catch (BrowserStartException missing) {
      assumeTrue(false, missing.getMessage());
    }
    inside = server("<h1>The cluster's own</h1>", REACHED);
    site = server(PAGE.formatted(address(inside)), new AtomicInteger());
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chrome.binary().toFile());
    options.addArguments(List.of("--headless=new", "--no-sandbox", "--disable-gpu"));
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chrome.driver().toFile())
                .usingAnyFreePort()
                .build(),
            options);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.quit();
      site.stop(0);
      inside.stop(0);
    }
  }

  @BeforeEach
  void show() {
    browser.get(address(site).toString());
    Map<?, ?> chrome = (Map<?, ?>) browser.getCapabilities().getCapability("goog:chromeOptions");
    URI page =
        URI.create(
            "ws://"
                + chrome.get("debuggerAddress")
                + "/devtools/page/"
                + browser.getWindowHandle());
    LiveRules rules =
        new LiveRules(
            address(site), Duration.ofMinutes(10), Duration.ofMinutes(2), Duration.ofMinutes(3));
    view = new LiveView(page, rules, nanos::get, () -> {});
  }

  @AfterEach
  void close() {
    view.close();
  }

  @Test
  void aViewerWhoShowsNothingIsSentNoMore_andThenTheNewest() {
    Watcher watcher = new Watcher();
    view.attach(watcher);
    await().atMost(SECONDS).until(() -> watcher.frames.size() == 2);
    typed(watcher, "a.B7");
    await().atMost(SECONDS).until(() -> "a.B7".equals(value()));
    assertThat(watcher.frames).as("nothing is queued").hasSize(2);
    view.take(watcher, message("{\"t\":\"ack\"}"));
    await().atMost(SECONDS).until(() -> watcher.frames.size() == 3);
    byte[] frame = watcher.frames.getLast();
    assertThat(new byte[] {frame[4], frame[5]}).as("JPEG").isEqualTo(new byte[] {-1, -40});
  }

  @Test
  void onlyTheSiteIsOpened() {
    Watcher watcher = new Watcher();
    view.attach(watcher);
    for (String t : List.of("move", "down", "up")) {
      view.take(watcher, message("{\"t\":\"%s\",\"x\":10,\"y\":70}".formatted(t)));
    }
    await().atMost(SECONDS).until(() -> watcher.said.toString().contains("can be opened here"));
    assertThat(REACHED).hasValue(0);
    assertThat(browser.getCurrentUrl()).startsWith(address(site).toString());
  }

  @Test
  void oneLooksAtATime_andTheLastOneHoldsIt() {
    Watcher first = new Watcher();
    Watcher second = new Watcher();
    view.attach(first);
    view.attach(second);
    assertThat(first.said.getLast()).contains("TAKEN");
    typed(first, "x");
    view.detach(first);
    typed(second, "y");
    await().atMost(SECONDS).until(() -> "y".equals(value()));
  }

  @Test
  void aViewEndsWithoutAnybodyWhoLooksOrWorks() {
    assertThat(view.over()).isEmpty();
    nanos.addAndGet(Duration.ofSeconds(121).toNanos());
    assertThat(view.over()).contains("The view was closed for 2 minutes");
    assertThat(view.over(Duration.ofMinutes(3))).isEmpty();
    Watcher watcher = new Watcher();
    view.attach(watcher);
    assertThat(view.over()).isEmpty();
    nanos.addAndGet(Duration.ofSeconds(601).toNanos());
    assertThat(view.over()).contains("Nothing was done for 10 minutes");
    view.take(watcher, message("{\"t\":\"cancel\"}"));
    assertThat(view.over()).contains("The sign-in was cancelled");
    view.end(OwnerView.End.FAILED, "Over");
    assertThat(watcher.said.getLast()).contains("FAILED", "Over");
    Watcher late = new Watcher();
    view.attach(late);
    assertThat(late.said).singleElement().asString().contains("ended");
  }

  private void typed(Watcher from, String text) {
    for (char c : text.toCharArray()) {
      for (boolean down : new boolean[] {true, false}) {
        view.take(
            from,
            message(
                "{\"t\":\"key\",\"d\":%s,\"key\":\"%s\",\"code\":\"%s\"}"
                    .formatted(down, c, c == '.' ? "Period" : "")));
      }
    }
  }

  private static Object value() {
    return browser.executeScript("return document.getElementById('in').value");
  }

  private static tools.jackson.databind.JsonNode message(String json) {
    return JsonMapper.shared().readTree(json);
  }

  private static HttpServer server(String page, AtomicInteger reached) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/")) {
            reached.incrementAndGet();
          }
          byte[] body = ("<!doctype html>" + page).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static final class Watcher implements Viewer {
    private final List<byte[]> frames = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();

    @Override
    public void frame(byte[] frame) {
      frames.add(frame);
    }

    @Override
    public void tell(String message) {
      said.add(message);
    }

    @Override
    public void end(String message) {
      said.add(message);
    }
  }
}
