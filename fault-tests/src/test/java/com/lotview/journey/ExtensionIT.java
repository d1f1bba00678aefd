package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.faults.system.SystemProcess;
import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.Progress;
import com.lotview.standalone.demo.DemoRun;
import com.lotview.testkit.SecretSearch;
import com.lotview.testkit.SecretSearch.Planted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The extension in a real Chromium, from a dealer's page to the sandbox's ledger, on real parts.
 */
@Timeout(600)
@Tag("browser")
class ExtensionIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration POSTING_TIMEOUT = Duration.ofMinutes(5);
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAGES = ROOT.resolve("web/extension/test");

  @TempDir static Path folder;
  private static SystemProcess system;
  private static ApiClient api;
  // One account for all: with several, a person would choose.
  private static DemoRun demo;
  private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();

  private ExtensionBrowser person;
  private DealerSite site;

  @BeforeAll
  static void start() throws Exception {
    ExtensionBuild.needsChromium();
    int port = SystemProcess.freePort();
    ExtensionBuild.run(folder.resolve("home"), port, List.of());
    system =
        SystemProcess.start(folder.resolve("home"), port, Map.of("LOTVIEW_RATE_LIMITS", "off"));
    system.startWorker(Map.of());
    api = new ApiClient(installation().url());
    api.signIn(installation().email(), installation().password());
    demo =
        new DemoRun(
            installation(), new Progress(new PrintStream(SAID, true, StandardCharsets.UTF_8)));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (system != null) {
      system.close();
    }
  }

  @BeforeEach
  void open() throws IOException {
    site = new DealerSite();
    person = ExtensionBrowser.with(folder.resolve("home/extension/unpacked"));
    person.go(installation().url() + "/app/");
    person.signIn(installation().email(), installation().password());
  }

  @AfterEach
  void close() {
    person.close();
    site.close();
  }

  @Test
  void twoClicks_postTheVehicleOfThePage() {
    DemoRun.Ready ready = demo.ready();
    person.go(pageOf(ready));

    Panel panel = person.press();
    panel.click("Post");

    panel.awaitText("Open the listing");
    assertThat(panel.text()).contains("Posted", "7/7");
    assertJudged(ready);
  }

  @Test
  void panelClosed_andWorkerStopped_onePosting() {
    DemoRun.Ready ready = demo.ready();
    person.go(pageOf(ready));

    Panel panel = person.press();
    person.stopWorker();
    panel.click("Post");
    posting(ready);
    panel.close();
    person.stopWorker();

    assertJudged(ready);
    person.press().awaitText("Open the listing");
  }

  @Test
  void workerStoppedAllTheTime_panelClosedInTheMiddle_onePosting() {
    DemoRun.Ready ready = demo.ready();
    person.go(pageOf(ready));

    Panel panel = person.press();
    panel.click("Post");
    stopWorkerUntil(() -> !postings(ready).isEmpty());
    panel.close();
    stopWorkerUntil(() -> status(ready).equals("POSTED"));

    assertJudged(ready);
    person.press().awaitText("Open the listing");
  }

  /** The browser stops it at any moment, and starts it again when it is needed. */
  private void stopWorkerUntil(Callable<Boolean> done) {
    Awaitility.await("it goes on")
        .atMost(TIMEOUT)
        .until(() -> {
          person.stopWorker();
          return done.call();
        });
  }

  @Test
  void twoWindows_onePosting() {
    DemoRun.Ready ready = demo.ready();
    person.go(pageOf(ready));
    Panel first = person.press();
    person.window(pageOf(ready) + "#again");
    Panel second = person.press();

    first.click("Post");
    second.awaitText("/7");

    assertJudged(ready);
    first.awaitText("Open the listing");
    second.awaitText("Open the listing");
  }

  @Test
  void offlineAndBack_isSentOnce() {
    DemoRun.Ready ready = demo.ready();
    person.go(pageOf(ready));
    Panel panel = person.press();
    panel.awaitText("Show the text");

    panel.offline(true);
    panel.click("Post");
    panel.awaitText("No connection. The order is kept");
    assertThat(postings(ready)).isEmpty();
    panel.offline(false);

    assertJudged(ready);
    panel.awaitText("Open the listing");
  }

  @Test
  void permissionsAreLotViewsOnly_andTheTokenIsNowhere() throws Exception {
    DemoRun.Ready ready = demo.ready();
    person.go(pageOf(ready));
    Panel panel = person.press();
    panel.awaitText("Show the text");

    assertThat(panel.ask("return (await chrome.permissions.getAll()).origins.join()").asString())
        .isEqualTo(installation().url() + "/*");
    assertThat(panel.ask(SCRIPTS).asInt()).as("scripts that run in pages by themselves").isZero();
    String token = panel.ask("return (await chrome.storage.session.get('token')).token").asString();
    assertThat(token.split("\\.")).hasSize(3);
    panel.click("Post");
    panel.awaitText("Open the listing");
    assertThat(List.of(person.everything(), panel.everything()))
        .allSatisfy(
            kept -> assertThat(kept).contains("</html>").doesNotContain(token.substring(20, 60)));
    assertThat(person.consoles()).doesNotContain(token.substring(20, 60));
    SecretSearch search = new SecretSearch().installation(folder.resolve("home"));
    assertThat(search.leaks(List.of(Planted.nowhere("token", token)))).isEmpty();
  }

  private static final String SCRIPTS =
      """
      const registered = await chrome.scripting.getRegisteredContentScripts();
      return registered.length + (chrome.runtime.getManifest().content_scripts ?? []).length;
      """;

  @Test
  void pagesOfPlatforms_theRightVehicleOrAQuestion() throws IOException {
    JsonNode cases = JsonMapper.shared().readTree(Files.readString(PAGES.resolve("cases.json")));
    Panel panel = null;
    List<String> wrong = new ArrayList<>();
    for (JsonNode one : cases) {
      String name = one.path("page").asString();
      String html = Files.readString(PAGES.resolve("pages/" + name + ".html"));
      String address = site.page(one.path("address").asString(), html);
      person.go(address);
      long pressed = System.currentTimeMillis();
      if (panel == null) {
        panel = person.press();
      } else {
        person.pressAgain();
      }
      String seen = seenSince(panel, pressed);
      if (!seen.equals(expected(one))) {
        wrong.add("%s: %s, not %s".formatted(address, seen, expected(one)));
      }
    }
    assertThat(cases).hasSizeGreaterThanOrEqualTo(16);
    assertThat(wrong).isEmpty();
  }

  private static String expected(JsonNode one) {
    return Stream.concat(
            Stream.of(one.path("kind").asString()),
            one.path("vins").valueStream().map(JsonNode::asString))
        .collect(Collectors.joining(" "));
  }

  private static String seenSince(Panel panel, long pressed) {
    return Awaitility.await("the panel shows the page")
        .atMost(TIMEOUT)
        .until(() -> panel.ask(SEEN.formatted(pressed)).asString(""), seen -> !seen.isEmpty());
  }

  /** What the panel took a page for; nothing while it shows that of an earlier press. */
  private static final String SEEN =
      """
      const { id } = await chrome.windows.getCurrent();
      const view = (await chrome.storage.session.get('view-' + id))['view-' + id];
      if (view === undefined || view.at < %d) return '';
      const { page } = view;
      const seen = page.kind === 'vehicle' ? [page.vehicle] : page.vehicles ?? [];
      return [page.kind, ...seen.map((one) => one.vin)].join(' ');
      """;

  private String pageOf(DemoRun.Ready ready) {
    JsonNode vehicle = ready.vehicle();
    return site.vehicle(
        vehicle.path("year").asString() + " " + vehicle.path("make").asString(),
        vehicle.path("vin").asString());
  }

  /** By the ledger: one listing, right in every field; and one posting. */
  private static void assertJudged(DemoRun.Ready ready) {
    assertThat(ready.ordered(posting(ready)).await(POSTING_TIMEOUT).good())
        .as(SAID.toString(StandardCharsets.UTF_8))
        .isTrue();
    assertThat(postings(ready)).hasSize(1);
  }

  private static String status(DemoRun.Ready ready) {
    return api.get("/v1/postings/" + posting(ready)).orFail("Looking").path("status").asString();
  }

  private static String posting(DemoRun.Ready ready) {
    return Awaitility.await("the order is taken")
        .atMost(TIMEOUT)
        .until(() -> postings(ready), found -> !found.isEmpty())
        .getFirst();
  }

  private static List<String> postings(DemoRun.Ready ready) {
    return api.get("/v1/postings?vehicleId=" + ready.vehicle().get("id").asString())
        .orFail("Looking")
        .path("data")
        .valueStream()
        .map(posting -> posting.path("id").asString())
        .toList();
  }

  private static Installation installation() {
    return Installation.at(folder.resolve("home"));
  }
}
