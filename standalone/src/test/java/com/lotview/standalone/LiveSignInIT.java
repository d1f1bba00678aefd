package com.lotview.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.bench.live.OwnersBrowser;
import com.lotview.standalone.bench.live.OwnersBrowser.Spot;
import com.lotview.standalone.demo.ApiClient;
import com.lotview.standalone.demo.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;

/**
 * An owner signs in by live view, in a second real browser, password and two-factor code typed into
 * the picture; afterwards nothing that was typed is to be found anywhere.
 */
@Timeout(300)
class LiveSignInIT {
  /** What is to be clicked on the site's door is of this colour. */
  private static final int[] BUTTON = {8, 102, 255};

  @TempDir static Path folder;
  private static SystemProcess system;
  private static ApiClient api;
  private static Installation installation;

  @BeforeAll
  static void start() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/chromedriver"))
            || System.getenv("CHROMEDRIVER") != null,
        "Chromium and its driver are needed");
    system = SystemProcess.start(folder.resolve("home"), SystemProcess.freePort());
    system.startWorker();
    installation = Installation.at(folder.resolve("home"));
    api = new ApiClient(installation.url());
    api.signIn(installation.email(), installation.password());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (system != null) {
      system.close();
    }
  }

  @Test
  void anOwnerSignsInTheirself_withTwoFactors_andNothingTypedIsKept() throws Exception {
    JsonNode person = person(true);
    JsonNode begun = api.post("/v1/fb-accounts", Map.of("label", "Dana")).orFail("Signing in");
    String account = begun.path("id").asString();
    try (OwnersBrowser owner = OwnersBrowser.open()) {
      owner.look(installation.url() + begun.at("/liveView/url").asString());
      Spot logIn = button(owner, null);
      owner.type(person.path("email").asString(), Keys.TAB, person.path("password").asString());
      owner.click(logIn);
      Spot goOn = button(owner, logIn);
      owner.type(person.path("twoFactorCode").asString(), Keys.ENTER);
      owner.click(button(owner, goOn));
      owner.await("SIGNED_IN");
      assertThat(owner.said()).startsWith("Signed in.");
    }

    JsonNode view = api.get("/v1/fb-accounts/" + account + "/live-view").orFail("Looking");
    assertThat(view.path("state").asString()).isEqualTo("SIGNED_IN");
    works(account);
    try (Connection superuser = system.superuser()) {
      Traces traces = new Traces(folder.resolve("home"));
      for (String secret : new String[] {"password", "email", "twoFactorCode"}) {
        assertThat(traces.of(person.path(secret).asString(), superuser)).as(secret).isEmpty();
      }
      assertThat(traces.of("Dana", superuser)).as("the search finds what is there").isNotEmpty();
    }
  }

  /** A worker with the kept session is signed in. */
  private static void works(String account) {
    api.post("/v1/fb-accounts/" + account + "/validate", Map.of()).orFail("Checking");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(
                    api.get("/v1/fb-accounts/" + account)
                        .orFail("Looking")
                        .at("/check/state")
                        .asString(""))
                .isEqualTo("VALID"));
  }

  private static Spot button(OwnersBrowser owner, Spot before) {
    return owner.seen(BUTTON[0], BUTTON[1], BUTTON[2], spot -> spot.elsewhere(before));
  }

  private static JsonNode person(boolean twoFactor) {
    return api.post(
            installation.sandbox() + "/__accounts",
            Map.of("name", "Dana Smith", "city", "Aurora, Colorado", "twoFactor", twoFactor))
        .orFail("Making an account at the site");
  }
}
