package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.faults.system.SystemProcess;
import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.OwnersBrowser;
import com.lotview.standalone.client.Progress;
import com.lotview.standalone.demo.DemoRun;
import com.lotview.standalone.demo.PostedVehicle;
import com.lotview.testkit.EventProbe;
import com.lotview.testkit.SecretSearch;
import com.lotview.testkit.SecretSearch.Planted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The whole way, on real parts: every service, PostgreSQL, Kafka, the object store, a real
 * Chromium, and the sandbox's ledger as the judge. With faults: {@code faults.FaultSampleIT}.
 */
@Timeout(600)
@Tag("browser")
class JourneyIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static SystemProcess system;
  private static ApiClient api;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private static final List<String> PAGES =
      List.of(
          "",
          "inventory",
          "inventory/new",
          "import",
          "postings",
          "schedule",
          "notices",
          "accounts",
          "numbers",
          "users",
          "settings/me",
          "settings/notices",
          "settings/dealership",
          "settings/texts",
          "settings/feeds-out",
          "settings/keys",
          "settings/webhooks",
          "settings/audit");

  @BeforeAll
  static void start() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/chromedriver"))
            || System.getenv("CHROMEDRIVER") != null,
        "Chromium and its driver are needed");
    // The tests poll more often than a person.
    system =
        SystemProcess.start(
            folder.resolve("home"),
            SystemProcess.freePort(),
            Map.of("LOTVIEW_RATE_LIMITS", "off", "LOGGING_LEVEL_COM_LOTVIEW_KIT_WEB", "DEBUG"));
    system.startWorker(Map.of());
    api = new ApiClient(installation().url());
    api.signIn(installation().email(), installation().password());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (system != null) {
      system.close();
    }
  }

  @Test
  void oneOrderBecomesOneListingThatIsRightInEveryField() {
    boolean good = demo().postOne().good();

    assertThat(good).as(said()).isTrue();
    assertThat(said())
        .contains("Filling vehicle details")
        .contains("ledger: one listing, right in every field");
  }

  @Test
  void oneClick_isOneTraceThroughAllServices() throws Exception {
    EventProbe events = new EventProbe(system.kafka());
    assertThat(demo().postOne().good()).as(said()).isTrue();
    Matcher accepted = Pattern.compile("accepted as posting (\\S+)").matcher(said());
    assertThat(accepted.find()).as(said()).isTrue();
    String posting = accepted.group(1);

    Predicate<JsonNode> ofPosting = body -> body.toString().contains(posting);
    EventProbe.Heard completed = events.await(EventTypes.POSTING_COMPLETED, ofPosting);
    events.await(
        EventTypes.POSTING_STATE,
        ofPosting.and(body -> body.path("status").asString("").equals("POSTED")));
    String trace = String.valueOf(completed.traceparent());

    List<EventProbe.Heard> caused = events.all(event -> event.text().contains(posting));
    assertThat(caused)
        .extracting(EventProbe.Heard::topic)
        .contains(
            Topics.LISTING_REQUESTED,
            Topics.LISTING_GENERATED,
            Topics.POSTING_REQUESTED,
            Topics.POSTING_PROGRESS,
            Topics.POSTING_COMPLETED,
            Topics.AUDIT_RECORDED);
    assertThat(caused)
        .allSatisfy(event ->
            assertThat(event.traceparent())
                .as(event.topic() + " " + event.type())
                .isEqualTo(trace));
    assertThat(requests(trace))
        .as("internal requests")
        .anyMatch(line -> line.matches(".*GET /internal/vehicles/[^/ ]+ .*"))
        .anyMatch(line -> line.matches(".*GET /internal/vehicles/[^/ ]+/photos .*"))
        .anyMatch(line -> line.matches(".*GET /internal/fb-accounts/[^/ ]+/session .*"))
        .anyMatch(line -> line.matches(".*POST /v1/postings .*"));
    try (Connection superuser = system.superuser()) {
      Awaitility.await("the socket's events carry the trace")
          .atMost(TIMEOUT)
          .untilAsserted(() ->
              assertThat(socketEvents(superuser, posting))
                  .containsKeys("posting.queued", "posting.progress", "posting.completed")
                  .allSatisfy(
                      (kind, traces) -> assertThat(traces).as(kind).containsExactly(trace)));
    }
  }

  /** Requests to any service under that trace, as logged. */
  private static List<String> requests(String trace) throws IOException {
    String id = "trace " + trace.substring(3, 35);
    try (Stream<String> lines = Files.lines(folder.resolve("home/logs/standalone.log"))) {
      return lines.filter(line -> line.contains(id)).toList();
    }
  }

  /** The traces of the posting's socket events, by kind. */
  private static Map<String, Set<String>> socketEvents(Connection superuser, String posting)
      throws SQLException {
    try (PreparedStatement select =
        superuser.prepareStatement(
            "select event, traceparent from notification.event where data like ?")) {
      select.setString(1, "%" + posting + "%");
      Map<String, Set<String>> found = new TreeMap<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.computeIfAbsent(rows.getString(1), kind -> new TreeSet<>()).add(rows.getString(2));
        }
      }
      return found;
    }
  }

  @Test
  void anOwnerSignsInByLiveView_withTwoFactors_andNothingTypedIsKept() throws Exception {
    JsonNode begun =
        api.post("/v1/fb-accounts", Map.of("label", "Dana's lot")).orFail("Signing in");
    String account = begun.path("id").asString();
    try (Owner owner = Owner.of(installation(), api)) {
      OwnersBrowser view = owner.look(begun);
      owner.signsIn(view);
      assertThat(view.said()).startsWith("Signed in. The account is connected");
      assertThat(view(account).path("state").asString()).isEqualTo("SIGNED_IN");
      works(account);
      try (Connection superuser = system.superuser()) {
        SecretSearch search =
            new SecretSearch()
                .tables(superuser)
                .topics(system.kafka())
                .installation(folder.resolve("home"));
        assertThat(search.leaks(secrets(owner))).isEmpty();
        assertThat(search.leaks(List.of(Planted.nowhere("label", "Dana's lot"))))
            .as("the search finds what is there")
            .contains("label in table posting.fb_account");
      }
    }
  }

  private static List<Planted> secrets(Owner owner) {
    // The sandbox is the site: it knows its own accounts. The demo's login is shown at the start.
    Set<String> site = Set.of("file sandbox/");
    Set<String> shown = Set.of("file logs/standalone.txt", "file run/ready.properties");
    return List.of(
        new Planted("site password", owner.secret("password"), site),
        new Planted("site e-mail", owner.secret("email"), site),
        new Planted("site code", owner.secret("twoFactorCode"), site),
        new Planted("password", installation().password(), shown),
        Planted.nowhere("access token", api.token()));
  }

  @Test
  void aJobThatStopsAtATwoFactorPage_goesOnWhenItsOwnerHasGivenTheCode() throws Exception {
    try (Owner owner = Owner.of(installation(), api)) {
      api.post(
              installation().sandbox() + "/__faults",
              Map.of("kind", "twoFactor", "account", owner.secret("id"), "at", "form"))
          .orFail("Setting the site up");
      Path session = owner.session(folder);
      CompletableFuture<PostedVehicle> posting =
          CompletableFuture.supplyAsync(() -> demo().postOne(session));
      String account =
          Awaitility.await("a job waits for its owner")
              .atMost(TIMEOUT)
              .until(JourneyIT::waiting, found -> !found.isEmpty());
      OwnersBrowser view =
          owner.look(
              api.post("/v1/fb-accounts/" + account + "/live-view", Map.of()).orFail("Looking"));
      owner.givesTheCode(view, Owner.button(view, null));
      assertThat(view.said()).contains("The job continues");
      assertThat(posting.join().good()).as(said()).isTrue();
    }
  }

  @Test
  void aPersonPostsByTheDashboard_andSeesItLive() {
    DemoRun.Ready ready = demo().ready();
    String vehicle = ready.vehicle().get("id").asString();
    try (DashboardBrowser person = DashboardBrowser.open(installation().url())) {
      person.signIn(installation().email(), installation().password());
      person.go("inventory?search=" + ready.vehicle().get("stockNumber").asString());
      person.press("Post");
      person.chooseInDialog("account", ready.account());
      person.pressInDialog("Post");
      String posting =
          Awaitility.await("the order is taken")
              .atMost(TIMEOUT)
              .until(() -> postingOf(vehicle), found -> !found.isEmpty());
      person.go("postings/" + posting);
      assertThat(ready.ordered(posting).await(Duration.ofMinutes(5)).good()).as(said()).isTrue();
      person.awaitText("Open on Facebook");
      person.awaitText("Posted");
      assertThat(person.errors()).isEmpty();
    }
  }

  /** Each page of the dashboard, wide and on a phone, light and dark. */
  @Test
  void everyPageOpens_withoutAnErrorOrABarrier() {
    List<String> flaws = new ArrayList<>();
    try (DashboardBrowser person = DashboardBrowser.open(installation().url())) {
      person.signIn(installation().email(), installation().password());
      for (boolean dark : List.of(false, true)) {
        for (int width : List.of(1366, 360)) {
          person.surroundings().show(width, dark);
          flaws.addAll(flaws(person, "%d px, %s".formatted(width, dark ? "dark" : "light")));
        }
      }
      flaws.addAll(person.errors());
    }
    assertThat(flaws).isEmpty();
  }

  @Tag("long")
  @Test
  void everyPageOpens_twiceAsLarge_inForcedColours_withoutMovement() {
    List<String> flaws = new ArrayList<>();
    try (DashboardBrowser person = DashboardBrowser.open(installation().url())) {
      person.signIn(installation().email(), installation().password());
      person.surroundings().showLarge();
      assertThat(person.surroundings().seesWishes()).isTrue();
      flaws.addAll(flaws(person, "large, forced colours"));
      flaws.addAll(person.errors());
    }
    assertThat(flaws).isEmpty();
  }

  /** What is wrong on each page as it is shown now. */
  private static List<String> flaws(DashboardBrowser person, String look) {
    List<String> flaws = new ArrayList<>();
    for (String page : PAGES) {
      person.go(page);
      person.awaitPage();
      person.flaws().forEach(flaw -> flaws.add("%s, %s: %s".formatted(page, look, flaw)));
    }
    return flaws;
  }

  /** The vehicle's latest posting; empty if there is none. */
  private static String postingOf(String vehicle) {
    return api.get("/v1/vehicles/" + vehicle).orFail("Looking").at("/posting/id").asString("");
  }

  /** The account whose job waits; empty if there is none. */
  private static String waiting() {
    return api.get("/v1/fb-accounts")
        .orFail("Looking")
        .path("data")
        .valueStream()
        .map(account -> account.path("id").asString())
        .filter(id -> view(id).path("purpose").asString("").equals("CONTINUE"))
        .findFirst()
        .orElse("");
  }

  private static JsonNode view(String account) {
    return api.get("/v1/fb-accounts/" + account + "/live-view").content();
  }

  /** A worker with the kept session is signed in. */
  private static void works(String account) {
    api.post("/v1/fb-accounts/" + account + "/validate", Map.of()).orFail("Checking");
    Awaitility.await()
        .atMost(TIMEOUT)
        .untilAsserted(() ->
            assertThat(
                    api.get("/v1/fb-accounts/" + account)
                        .orFail("Looking")
                        .at("/check/state")
                        .asString(""))
                .isEqualTo("VALID"));
  }

  private DemoRun demo() {
    return new DemoRun(
        installation(), new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static Installation installation() {
    return Installation.at(folder.resolve("home"));
  }
}
