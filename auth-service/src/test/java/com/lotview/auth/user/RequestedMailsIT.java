package com.lotview.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.auth.ServiceUnderTest;
import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.EventProbe;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

/** Mails that other services request. */
class RequestedMailsIT extends ServiceUnderTest {
  private static final EventProbe EVENTS = EventProbe.onTestServers();

  private void request(UUID event, UUID user, String subject) {
    ObjectNode body =
        (ObjectNode)
            json.readTree(
                EventContract.of(Topics.MAIL_REQUESTED, EventTypes.MAIL_REQUESTED).example());
    body.put("dealershipId", dealership.toString());
    body.put("userId", user.toString());
    body.put("subject", subject);
    // One key: the last one arrives after all others were handled.
    EVENTS.send(
        Topics.MAIL_REQUESTED, EventTypes.MAIL_REQUESTED, dealership.toString(), event, body);
  }

  @Test
  void eachIsSentOnceToThoseWhoCanSignIn() {
    UUID sam = join("sam", Role.SALESPERSON);
    UUID gone = join("gone", Role.SALESPERSON);
    UUID invited = invite("invited", Role.SALESPERSON);
    call(HttpMethod.DELETE, gm, "/v1/users/" + gone, null, 204);
    UUID event = UUID.randomUUID();

    request(event, sam, "12 things\nBcc: all@example.com");
    request(event, sam, "12 things");
    request(UUID.randomUUID(), gone, "Gone");
    request(UUID.randomUUID(), invited, "Invited");
    request(UUID.randomUUID(), UUID.randomUUID(), "Nobody");
    request(UUID.randomUUID(), sam, "The end");

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> subjects(email("sam")).contains("The end"));
    assertThat(subjects(email("sam")))
        .contains("12 things Bcc: all@example.com")
        .doesNotContain("12 things", "Gone", "Invited", "Nobody");
  }

  @Test
  void itListsWhatWaitsWithLinks() {
    UUID sam = join("sam", Role.SALESPERSON);
    request(UUID.randomUUID(), sam, "12 things need you in LotView");

    String text =
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () -> body(email("sam"), "12 things need you in LotView"), found -> found != null);

    assertThat(text.replace("\r\n", "\n"))
        .startsWith("Hello sam,\n")
        .contains(
            """
            - Account Main account must sign in again
              The marketplace shows its login page
              https://lots.example.com/app/accounts
            """)
        .contains("And 10 more: https://lots.example.com/app/\n")
        .contains("https://lots.example.com/app/settings/notices");
  }
}
