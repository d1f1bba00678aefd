package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.faults.system.SystemProcess;
import com.lotview.sandbox.Sandbox;
import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.SampleStock;
import com.lotview.testkit.SecretSearch;
import com.lotview.testkit.SecretSearch.Planted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An account is connected by a session that the extension's own code sealed. Services, worker and
 * site are three processes: the site is this one, so that the services have no cookie from it.
 */
@Timeout(600)
@Tag("browser")
class SealedSessionIT {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration TIMEOUT = Duration.ofMinutes(3);
  private static final Path WEB = Path.of("../web").toAbsolutePath();

  @TempDir static Path folder;
  private static Sandbox site;
  private static SystemProcess system;
  private static ApiClient api;
  private static String dealership;

  @BeforeAll
  static void start() throws Exception {
    Assumptions.assumeTrue(
        Files.isDirectory(WEB.resolve("node_modules/@hpke/core")),
        "the extension's packages are needed: npm ci in web");
    site = Sandbox.builder().port(0).dataDir(null).pace(0.2).start();
    system =
        SystemProcess.start(
            folder.resolve("home"),
            SystemProcess.freePort(),
            Map.of("LOTVIEW_RATE_LIMITS", "off", "MARKETPLACE_URL", site.url()));
    system.startWorker(Map.of());
    Installation installation = Installation.at(folder.resolve("home"));
    api = new ApiClient(installation.url());
    api.signIn(installation.email(), installation.password());
    dealership = api.get("/v1/dealership").orFail("Looking").get("id").asString();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (system != null) {
      system.close();
    }
    if (site != null) {
      site.close();
    }
  }

  @Test
  void theExtensionsSealIsOpenedByTheWorkerOnly_andTheAccountPosts() throws Exception {
    JsonNode own = siteAccount("Dana Smith");
    String account = connect(own);
    awaitState(account, "VALID");
    String vehicle =
        SampleStock.enter(api, SampleStock.vehicle("S", 1), SampleStock.photos("Sealed"));
    String posting =
        api.post("/v1/postings", Map.of("vehicleId", vehicle, "fbAccountId", account))
            .orFail("Ordering")
            .get("id")
            .asString();
    Awaitility.await("it is live")
        .atMost(TIMEOUT)
        .until(() ->
            api.get("/v1/postings/" + posting)
                .orFail("Looking")
                .get("status")
                .asString()
                .equals("POSTED"));
    assertThat(ledger(own)).isEqualTo(1);

    List<String> values = new ArrayList<>(own.get("cookies").findValuesAsString("value"));
    assertThat(values).hasSizeGreaterThan(3);
    assertThat(HeapSearch.found(system.pid(), folder, values)).isEmpty();
    assertThat(HeapSearch.found(system.pid(), folder, List.of("Sealed by Dana Smith")))
        .as("the search finds what is there")
        .isNotEmpty();
    try (Connection superuser = system.superuser()) {
      SecretSearch search =
          new SecretSearch()
              .tables(superuser)
              .topics(system.kafka())
              .installation(folder.resolve("home"));
      assertThat(
              search.leaks(values.stream().map(value -> Planted.nowhere("cookie", value)).toList()))
          .isEmpty();
      assertThat(search.leaks(List.of(Planted.nowhere("label", "Sealed by Dana Smith"))))
          .contains("label in table posting.fb_account");
    }
  }

  @Test
  void thePanelConnectsTheAccountThatIsSignedInInItsBrowser() throws Exception {
    JsonNode own = siteAccount("Panel Parker");
    Installation installation = Installation.at(folder.resolve("home"));
    Path extension = folder.resolve("extension");
    ProcessBuilder build =
        new ProcessBuilder("node", "extension/build.mjs", extension.toString())
            .directory(WEB.toFile())
            .inheritIO();
    build.environment().put("LOTVIEW_SERVER", installation.url());
    assertThat(build.start().waitFor()).isZero();
    try (PanelBrowser person = PanelBrowser.open(extension)) {
      person.hasCookies(site.url(), browserCookies(own.get("cookies")));
      person.signIn(installation.url(), installation.email(), installation.password());
      person.openPanel(site.url());
      person.press("Connect my Facebook account");
      person.awaitText("They are sealed here");
      person.press("Allow and connect");
      person.awaitText("Connected. LotView can post through this account.");
      List<String> values = own.get("cookies").findValuesAsString("value");
      assertThat(person.everything()).contains("</html>").doesNotContain(values);
    }
    assertThat(
            new SecretSearch()
                .installation(folder.resolve("home"))
                .leaks(
                    own.get("cookies").findValuesAsString("value").stream()
                        .map(value -> Planted.nowhere("cookie", value))
                        .toList()))
        .isEmpty();
    String ref = own.get("id").asString();
    assertThat(
            api.get("/v1/fb-accounts")
                .orFail("Looking")
                .get("data")
                .valueStream()
                .filter(one ->
                    one.get("accountRef").asString().endsWith(ref.substring(ref.length() - 4)))
                .map(one -> one.get("state").asString()))
        .containsExactly("VALID");
  }

  @Test
  void aSealOfAnotherAccount_aChangedOne_andAnotherOwnersSession_connectNothing() throws Exception {
    JsonNode first = siteAccount("Moved Miller");
    JsonNode begun = begin(first);
    String moved = seal(first, begun.get("context").asString() + "0");
    assertStopped(deliver(begun, moved), "cannot be opened");

    JsonNode second = siteAccount("Changed Cooper");
    JsonNode sealing = begin(second);
    StringBuilder changed = new StringBuilder(seal(second, sealing.get("context").asString()));
    changed.setCharAt(80, changed.charAt(80) == 'A' ? 'B' : 'A');
    assertStopped(deliver(sealing, changed.toString()), "cannot be opened");

    JsonNode third = siteAccount("Stated Stone");
    JsonNode stated = begin(third);
    String others = seal(siteAccount("Real Reed"), stated.get("context").asString());
    String account = deliver(stated, others);
    assertStopped(account, "another Facebook account");
    // Asked again, it is still another's.
    api.post("/v1/fb-accounts/" + account + "/validate", Map.of()).orFail("Checking");
    assertStopped(account, "another Facebook account");
  }

  private static String connect(JsonNode own) throws Exception {
    JsonNode begun = begin(own);
    return deliver(begun, seal(own, begun.get("context").asString()));
  }

  private static JsonNode begin(JsonNode own) throws Exception {
    JsonNode owner = extension(own, Map.of()).get("owner");
    String label = "Sealed by " + own.get("name").asString();
    return api.post("/v1/fb-accounts/sealings", Map.of("label", label, "owner", owner))
        .orFail("Beginning");
  }

  private static String seal(JsonNode own, String context) throws Exception {
    return extension(own, Map.of("context", context, "key", key())).get("sealedSession").asString();
  }

  private static JsonNode key() {
    return api.get("/v1/fb-accounts/session-key").orFail("Reading the key");
  }

  private static String deliver(JsonNode begun, String sealed) {
    return api.put(
            "/v1/fb-accounts/sealings/" + begun.get("id").asString() + "/session",
            Map.of("keyId", key().get("keyId").asLong(), "sealedSession", sealed))
        .orFail("Delivering")
        .get("id")
        .asString();
  }

  /** The extension's code, with the cookies as a browser has them. */
  private static JsonNode extension(JsonNode own, Map<String, Object> more)
      throws IOException, InterruptedException {
    Map<String, Object> question = new HashMap<>(more);
    question.put("dealershipId", dealership);
    question.put("cookies", browserCookies(own.get("cookies")));
    Process node =
        new ProcessBuilder("node", "extension/test/seal-cookies.mjs")
            .directory(WEB.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var in = node.getOutputStream()) {
      in.write(JSON.writeValueAsBytes(question));
    }
    String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(node.waitFor()).isZero();
    return JSON.readTree(said);
  }

  private static List<Map<String, Object>> browserCookies(JsonNode cookies) {
    return cookies
        .valueStream()
        .map(one ->
            Map.<String, Object>of(
                "name",
                one.get("name").asString(),
                "value",
                one.get("value").asString(),
                "domain",
                one.get("domain").asString(),
                "path",
                "/",
                "httpOnly",
                true,
                "secure",
                false,
                "sameSite",
                "lax",
                "expirationDate",
                one.get("expires").asDouble()))
        .toList();
  }

  private static JsonNode siteAccount(String name) {
    JsonNode made = SampleStock.siteAccount(api, site.url(), name, Map.of());
    assertThat(made.get("name").asString()).isEqualTo(name);
    return made;
  }

  private static int ledger(JsonNode own) {
    return api.get(site.url() + "/__ledger?account=" + own.get("id").asString())
        .orFail("Reading the ledger")
        .get("listings")
        .size();
  }

  private static void awaitState(String account, String state) {
    Awaitility.await(state)
        .atMost(TIMEOUT)
        .until(() -> read(account).get("state").asString().equals(state));
  }

  private static void assertStopped(String account, String reason) {
    Awaitility.await("the check has ended")
        .atMost(TIMEOUT)
        .until(() -> !read(account).at("/check/state").asString("CHECKING").equals("CHECKING"));
    assertThat(read(account).get("state").asString()).isEqualTo("NEEDS_LOGIN");
    assertThat(read(account).at("/check/error").asString()).contains(reason);
  }

  private static JsonNode read(String account) {
    return api.get("/v1/fb-accounts/" + account).orFail("Looking");
  }
}
