package com.lotview.notification.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.notification.ServiceUnderTest;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.EventProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Many notices, few mails. */
class NoticeMailsIT extends ServiceUnderTest {
  private final UUID dealership = UUID.randomUUID();
  private final UUID seller = UUID.randomUUID();
  private final String token = token(seller, dealership, Role.SALESPERSON);

  @BeforeEach
  void people() {
    person(seller, dealership, Role.SALESPERSON, true);
    awaitPeople(dealership, 1);
  }

  private void fail(int postings) {
    for (int i = 1; i <= postings; i++) {
      posting(dealership, "FAILED", Map.of("userId", seller, "error", "Failure " + i));
    }
  }

  private void awaitNotices(int count) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> ofSeller("select id from notice where true").size() == count);
  }

  private List<String> ofSeller(String sql) {
    return rows(sql + " and user_id = '" + seller + "'");
  }

  /** The delay has passed. */
  private void due() {
    ofSeller("update notice set mail_at = created_at where mail_at is not null");
  }

  private List<EventProbe.Heard> mails() {
    return EVENTS.all(event ->
        event.type().equals(EventTypes.MAIL_REQUESTED) && event.key().equals(seller.toString()));
  }

  private JsonNode mail(int number) {
    await().atMost(Duration.ofSeconds(60)).until(() -> mails().size() >= number);
    EventProbe.Heard mail = mails().get(number - 1);
    assertThat(EventContract.of(mail.topic(), mail.type()).violations(mail.text())).isEmpty();
    return mail.body();
  }

  @Test
  void fiftyFailuresAreOneMailAndTheNextOneWaits() {
    fail(50);
    awaitNotices(50);
    assertThat(mails()).isEmpty();
    due();

    JsonNode mail = mail(1);
    assertThat(mail.path("subject").asString()).isEqualTo("50 things need you in LotView");
    assertThat(mail.path("items")).hasSize(10);
    assertThat(mail.path("more").asInt()).isEqualTo(40);
    assertThat(mail.at("/items/0/text").asString()).isEqualTo("Failure 1");

    fail(1);
    awaitNotices(51);
    assertThat(ofSeller("select id from notice where mail_at > created_at + interval '10 minutes'"))
        .hasSize(1);
    due();
    assertThat(mail(2).path("subject").asString()).startsWith("Posting failed: ");
    assertThat(mails()).hasSize(2);
  }

  @Test
  void whatWasReadOrIsNotWantedIsNotMailed() {
    choose(true, true);
    fail(2);
    awaitNotices(2);
    String newest = get(token, "/v1/notices?limit=1", 200).at("/data/0/id").asString();
    post(token, "/v1/notices/" + newest + "/read", null, 200);
    choose(true, false);
    fail(1);
    awaitNotices(3);
    choose(false, true);
    fail(1);
    awaitNotices(4);
    due();

    JsonNode mail = mail(1);
    assertThat(mail.path("items")).hasSize(2);
    assertThat(get(token, "/v1/notices", 200).path("data")).hasSize(3);
    assertThat(ofSeller("select id from notice where mail_at is not null")).isEmpty();
  }

  private void choose(boolean inApp, boolean mail) {
    Map<String, Object> preference = Map.of("kind", "POSTING_FAILED", "inApp", inApp, "mail", mail);
    call(
        HttpMethod.PUT,
        token,
        "/v1/me/notice-preferences",
        Map.of("data", List.of(preference)),
        200);
  }
}
