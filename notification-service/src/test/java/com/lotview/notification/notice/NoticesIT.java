package com.lotview.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.notification.ServiceUnderTest;
import com.lotview.notification.SocketClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Who gets which notices, and what they do with them. */
class NoticesIT extends ServiceUnderTest {
  private final UUID dealership = UUID.randomUUID();
  private final UUID gm = UUID.randomUUID();
  private final UUID manager = UUID.randomUUID();
  private final UUID seller = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();

  @BeforeEach
  void people() {
    person(gm, dealership, Role.GM, true);
    person(manager, dealership, Role.SALES_MANAGER, true);
    person(seller, dealership, Role.SALESPERSON, true);
    person(other, dealership, Role.SALESPERSON, true);
    person(UUID.randomUUID(), UUID.randomUUID(), Role.GM, true);
    awaitPeople(dealership, 4);
  }

  private List<String> users(String table, String where) {
    return rows(
        "select user_id from %s where dealership_id = '%s' and %s"
            .formatted(table, dealership, where));
  }

  private String token(UUID user) {
    Role role =
        user.equals(gm) ? Role.GM : user.equals(manager) ? Role.SALES_MANAGER : Role.SALESPERSON;
    return token(user, dealership, role);
  }

  private void posting(String status, Map<String, ?> more) {
    Map<String, Object> fields = new HashMap<>(more);
    fields.putIfAbsent("userId", seller);
    posting(dealership, status, fields);
  }

  private JsonNode awaitNotices(UUID user, int count) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> get(token(user), "/v1/notices", 200), page -> page.path("data").size() == count);
  }

  @Test
  void aStockFeedInTroubleIsToldToManagersAndThatItIsWellAgain() {
    feed("HALVED", "6 vehicles are missing, more than half of the stock.");
    JsonNode trouble = awaitNotices(gm, 1).path("data").path(0);
    assertThat(trouble.path("kind").asString()).isEqualTo("STOCK_FEED_TROUBLE");
    assertThat(trouble.path("title").asString())
        .isEqualTo("Stock feed \"Whole stock at night\" has halved: accept it or wait");
    assertThat(trouble.path("text").asString()).startsWith("6 vehicles are missing");

    feed("WELL", "");
    JsonNode well = awaitNotices(gm, 2).path("data").path(0);
    assertThat(well.path("kind").asString()).isEqualTo("STOCK_FEED_WELL");
    assertThat(users("notice", "kind like 'STOCK_FEED%'"))
        .containsExactlyInAnyOrder(
            gm.toString(), gm.toString(), manager.toString(), manager.toString());
  }

  private void feed(String state, String reason) {
    EVENTS.send(
        Topics.VEHICLE_CHANGED,
        EventTypes.STOCK_FEED_STATE,
        UUID.randomUUID().toString(),
        UUID.randomUUID(),
        example(
            Topics.VEHICLE_CHANGED,
            EventTypes.STOCK_FEED_STATE,
            dealership,
            Map.of("state", state, "reason", reason)));
  }

  @Test
  void aFailedPostingReachesWhoOrderedItAndTheManagersOnly() throws Exception {
    UUID id = UUID.randomUUID();
    try (SocketClient socket = SocketClient.open(port, "?after=0", token(seller));
        SocketClient others = SocketClient.open(port, "?after=0", token(other))) {
      posting("FAILED", Map.of("willRetry", true, "error", "try again"));
      posting("FAILED", Map.of("postingId", id, "error", "The form has changed"));
      posting("CANCELLED", Map.of());

      JsonNode notice = awaitNotices(seller, 1).path("data").get(0);
      assertThat(notice.path("kind").asString()).isEqualTo("POSTING_FAILED");
      assertThat(notice.path("title").asString()).startsWith("Posting failed: 2021 Toyota Camry");
      assertThat(notice.path("text").asString()).isEqualTo("The form has changed");
      assertThat(notice.path("path").asString()).isEqualTo("/app/postings/" + id);
      assertThat(notice.path("readAt").isNull()).isTrue();
      awaitNotices(gm, 1);
      awaitNotices(manager, 1);
      assertThat(get(token(other), "/v1/notices", 200).path("data")).isEmpty();

      List<JsonNode> frames = List.of(socket.next(), socket.next(), socket.next(), socket.next());
      assertThat(frames.stream().map(frame -> frame.path("event").asString()))
          .containsExactly(
              "posting.failed", "posting.failed", "notice.created", "posting.cancelled");
      assertThat(frames.get(2).path("data")).isEqualTo(notice);
      assertThat(List.of(others.next(), others.next(), others.next()))
          .extracting(frame -> frame.path("event").asString())
          .containsExactly("posting.failed", "posting.failed", "posting.cancelled");
    }
  }

  @Test
  void anAccountThatMustSignInReachesTheManagers() {
    EVENTS.send(
        Topics.ACCOUNT_SESSION,
        EventTypes.ACCOUNT_SESSION,
        dealership.toString(),
        UUID.randomUUID(),
        example(Topics.ACCOUNT_SESSION, EventTypes.ACCOUNT_SESSION, dealership, Map.of()));

    JsonNode notice = awaitNotices(manager, 1).path("data").get(0);
    assertThat(notice.path("kind").asString()).isEqualTo("LOGIN_NEEDED");
    assertThat(notice.path("title").asString())
        .isEqualTo("Account Main account must sign in again");
    awaitNotices(gm, 1);
    assertThat(get(token(seller), "/v1/notices", 200).path("data")).isEmpty();
  }

  @Test
  void whoLeftIsNotToldAndWhoIsNotKnownYetIs() {
    UUID unknown = UUID.randomUUID();
    person(seller, dealership, Role.SALESPERSON, false);
    person(gm, dealership, Role.SALESPERSON, true);
    awaitPeople(dealership, 3);
    await().atMost(Duration.ofSeconds(60)).until(() -> users("person", "role = 'GM'").isEmpty());

    posting("NEEDS_REVIEW", Map.of());
    posting("NEEDS_REVIEW", Map.of("userId", unknown));

    awaitNotices(manager, 2);
    awaitNotices(unknown, 1);
    assertThat(users("notice", "true"))
        .containsExactlyInAnyOrder(manager.toString(), manager.toString(), unknown.toString());
  }

  @Test
  void noticesAreReadOneByOneOrAllUpToAMoment() {
    for (int i = 1; i <= 3; i++) {
      posting("FAILED", Map.of("error", "Failure " + i));
    }
    JsonNode all = awaitNotices(seller, 3);
    assertThat(all.path("unread").asInt()).isEqualTo(3);
    JsonNode newest = all.path("data").get(0);
    assertThat(newest.path("text").asString()).isEqualTo("Failure 3");
    String one = "/v1/notices/" + newest.path("id").asString() + "/read";

    JsonNode read = post(token(seller), one, null, 200);
    assertThat(read.path("readAt").isNull()).isFalse();
    assertThat(post(token(seller), one, null, 200)).isEqualTo(read);
    post(token(other), one, null, 404);
    post(token(UUID.randomUUID(), UUID.randomUUID(), Role.GM), one, null, 404);

    JsonNode unread = get(token(seller), "/v1/notices?unread=true&limit=1", 200);
    assertThat(unread.path("unread").asInt()).isEqualTo(2);
    assertThat(unread.path("data").get(0).path("text").asString()).isEqualTo("Failure 2");
    String next = unread.path("next").asString();
    JsonNode last = get(token(seller), "/v1/notices?unread=true&limit=1&before=" + next, 200);
    assertThat(last.path("data").get(0).path("text").asString()).isEqualTo("Failure 1");
    assertThat(last.path("next").isNull()).isTrue();

    Map<String, Object> untilFirst =
        Map.of("until", last.path("data").get(0).path("createdAt").asString());
    assertThat(post(token(seller), "/v1/notices/read", untilFirst, 200).path("unread").asInt())
        .isEqualTo(1);
    assertThat(get(token(manager), "/v1/notices", 200).path("unread").asInt()).isEqualTo(3);
    post(token(seller), "/v1/notices/read", Map.of(), 400);
    get(token(seller), "/v1/notices?limit=0", 400);
  }

  @Test
  void internalFieldsOfAVehicleAreNamedToThoseWhoMaySeeThem() throws Exception {
    try (SocketClient sellers = SocketClient.open(port, "?after=0", token(seller));
        SocketClient managers = SocketClient.open(port, "?after=0", token(manager));
        SocketClient byTicket =
            SocketClient.open(
                port,
                "?after=0&ticket="
                    + post(token(manager), "/v1/ws-tickets", null, 200).path("ticket").asString(),
                null)) {
      vehicleChanged("costBasis", "notes");
      vehicleChanged("price", "costBasis");

      for (SocketClient client : List.of(managers, byTicket)) {
        assertThat(changes(client.next())).containsExactly("costBasis", "notes");
        assertThat(changes(client.next())).containsExactly("price", "costBasis");
      }
      assertThat(changes(sellers.next())).containsExactly("price");
    }
  }

  private void vehicleChanged(String... changes) {
    EVENTS.send(
        Topics.VEHICLE_CHANGED,
        EventTypes.VEHICLE_CHANGED,
        dealership.toString(),
        UUID.randomUUID(),
        example(
            Topics.VEHICLE_CHANGED,
            EventTypes.VEHICLE_CHANGED,
            dealership,
            Map.of("changes", List.of(changes))));
  }

  private static List<String> changes(JsonNode frame) {
    return frame.path("data").path("changes").valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void aPersonChoosesWhatToHearOf() {
    JsonNode standard = get(token(seller), "/v1/me/notice-preferences", 200).path("data");
    assertThat(standard).hasSize(NoticeKind.values().length);
    assertThat(standard).allMatch(one -> one.path("inApp").asBoolean());
    assertThat(mailed(standard)).contains("POSTING_FAILED").doesNotContain("FLEET_AWAY");

    JsonNode chosen =
        call(
                HttpMethod.PUT,
                token(seller),
                "/v1/me/notice-preferences",
                Map.of("data", List.of(preference("POSTING_FAILED", false, false))),
                200)
            .path("data");
    assertThat(chosen).hasSize(standard.size());
    assertThat(mailed(chosen)).doesNotContain("POSTING_FAILED").contains("REVIEW_NEEDED");
    posting("FAILED", Map.of());
    posting("NEEDS_REVIEW", Map.of());

    assertThat(awaitNotices(seller, 1).at("/data/0/kind").asString()).isEqualTo("REVIEW_NEEDED");
    awaitNotices(manager, 2);
    refused(preference("NEXT_YEAR", true, true));
    refused(Map.of("kind", "POSTING_FAILED", "inApp", true));
    Map<String, Object> twice = preference("POSTING_FAILED", true, true);
    refused(twice, twice);
  }

  @SafeVarargs
  private void refused(Map<String, Object>... preferences) {
    Map<String, Object> body = Map.of("data", List.of(preferences));
    call(HttpMethod.PUT, token(seller), "/v1/me/notice-preferences", body, 400);
  }

  private static Map<String, Object> preference(String kind, boolean inApp, boolean mail) {
    return Map.of("kind", kind, "inApp", inApp, "mail", mail);
  }

  private static List<String> mailed(JsonNode preferences) {
    return preferences
        .valueStream()
        .filter(one -> one.path("mail").asBoolean())
        .map(one -> one.path("kind").asString())
        .toList();
  }
}
