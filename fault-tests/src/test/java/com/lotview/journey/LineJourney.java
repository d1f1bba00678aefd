package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import com.lotview.journey.Dealership.Person;
import com.lotview.standalone.client.ClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Somebody looks at a posting while the line, the services or their session fail. */
abstract class LineJourney {
  private final Dealership dealership = DashboardJourneyIT.dealership();

  @Test
  void whatHappensWhileTheLineIsCut_isOnTheScreenWhenItIsMended() throws Exception {
    String posting = planned();
    try (Cable cable = Cable.to(dealership.installation().url());
        DashboardBrowser person = DashboardBrowser.open(cable.url())) {
      person.signIn(dealership.installation().email(), dealership.installation().password());
      sees(person, posting);
      cable.cut();
      person.awaitText("No connection");
      cancel(posting);
      cable.mend();
      showsTheTruth(person, posting, "the line was mended");
    }
  }

  /** A request with a token that has ended is sent again with a new one. */
  @Test
  void aTokenEnds_andTheScreenIsRight() {
    String posting = planned();
    try (DashboardBrowser person = dealership.browserOf(dealership.generalManager())) {
      sees(person, posting);
      person.surroundings().tokenEnds();
      cancel(posting);
      showsTheTruth(person, posting, "the posting was cancelled");
    }
  }

  @Test
  void aSessionEnds_andAfterANewSignInThePageIsThere() {
    String posting = planned();
    Person manager = dealership.person(Role.SALES_MANAGER);
    try (DashboardBrowser person = dealership.browserOf(manager)) {
      sees(person, posting);
      assertThat(dealership.api(manager).delete("/v1/auth/sessions").ok()).isTrue();
      person.awaitSaid("Sign in to LotView");
      cancel(posting);
      person.signIn(manager.email(), manager.password());
      showsTheTruth(person, posting, "the new sign-in");
    }
  }

  /** All services and the gateway are killed, and start again on the same data. */
  @Test
  void theServicesAreRestarted_andTheScreenIsRight() throws Exception {
    String posting = planned();
    try (DashboardBrowser person = dealership.browserOf(dealership.generalManager())) {
      sees(person, posting);
      dealership.system().kill();
      person.awaitText("No connection");
      dealership.system().startAgain();
      Awaitility.await("the API answers")
          .ignoreExceptionsInstanceOf(ClientException.class)
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(() -> cancel(posting));
      showsTheTruth(person, posting, "the services took the change");
      dealership.newWorker();
    }
  }

  private String planned() {
    Map<String, Object> later =
        Map.of("scheduledFor", Instant.now().plus(Duration.ofDays(3)).toString());
    String posting = dealership.order(dealership.car("Line"), dealership.account("Line"), later);
    dealership.await(posting, "READY");
    return posting;
  }

  private void cancel(String posting) {
    dealership.api().post("/v1/postings/" + posting + "/cancel", Map.of()).orFail("Cancelling");
  }

  private static void sees(DashboardBrowser person, String posting) {
    person.go("postings/" + posting);
    person.awaitText("Ready");
    person.awaitSaid("Live");
  }

  /** The time is measured, not judged: the machine may be busy. */
  private void showsTheTruth(DashboardBrowser person, String posting, String since) {
    long began = System.nanoTime();
    person.awaitText("Cancelled");
    System.out.printf(
        "The screen was right %d ms after %s%n", (System.nanoTime() - began) / 1_000_000, since);
    assertThat(dealership.posting(posting).path("status").asString()).isEqualTo("CANCELLED");
  }
}
