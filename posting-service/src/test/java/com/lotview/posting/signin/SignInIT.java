package com.lotview.posting.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.kit.id.Ids;
import com.lotview.posting.ServiceUnderTest;
import com.lotview.testkit.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Sign-ins by live view: who may open which view, and the result for the account. */
@Tag("servers")
class SignInIT extends ServiceUnderTest {
  private static final String WORKER = "http://10.1.2.3:8086";

  @Test
  void whoeverSignsIn_isConnected() {
    JsonNode begun = begun("Main account");
    UUID signIn = id(begun, "signInId");
    assertThat(begun.get("state").asString()).isEqualTo("CONNECTING");
    JsonNode job = job(signIn);
    assertThat(job.get("fbAccountId").asString()).isEqualTo(begun.get("id").asString());

    String ticket = ticket(begun);
    assertThat(begun.at("/liveView/url").asString()).isEqualTo("/live#" + ticket);
    assertThat(look(ticket).get("state").asString()).isEqualTo("WAITING");
    code(redeem(ticket), 409, "LIVE_VIEW_NOT_READY");
    shown(signIn).expectStatus().isNoContent();
    assertThat(look(ticket).get("state").asString()).isEqualTo("OPEN");
    JsonNode where = body(redeem(ticket).expectStatus().isOk());
    assertThat(where.get("workerUrl").asString()).isEqualTo(WORKER);
    assertThat(where.get("signInId").asString()).isEqualTo(signIn.toString());
    redeem(ticket).expectStatus().isUnauthorized();

    String user = newUser();
    UUID account = id(body(account(signIn, user).expectStatus().isOk()), "fbAccountId");
    assertThat(account).hasToString(begun.get("id").asString());
    session(signIn, user, account).expectStatus().isNoContent();
    JsonNode connected = body(as(Role.GM).get().uri(path(account, "")).exchange());
    assertThat(connected.get("state").asString()).isEqualTo("VALID");
    assertThat(connected.get("label").asString()).isEqualTo("Main account");
    assertThat(connected.get("accountRef").asString())
        .endsWith(user.substring(8))
        .startsWith("***");
    assertThat(view(account).get("state").asString()).isEqualTo("SIGNED_IN");
    shown(signIn).expectStatus().isNotFound();
  }

  @Test
  void anAccountThatIsKnown_getsTheNewSession() {
    String user = newUser();
    UUID known = account(user);
    UUID signIn = id(begun("Again"), "signInId");
    shown(signIn).expectStatus().isNoContent();
    UUID account = id(body(account(signIn, user)), "fbAccountId");
    assertThat(account).isEqualTo(known);
    session(signIn, user, account).expectStatus().isNoContent();
    JsonNode kept =
        body(internal().get().uri("/internal/fb-accounts/" + known + "/session").exchange());
    assertThat(kept.get("sealedSession").asString()).isEqualTo("c2VhbGVk");
    assertThat(kept.get("version").asLong()).isEqualTo(2);
  }

  @Test
  void anAccountsOwnView_takesNobodyElse() {
    UUID account = account();
    JsonNode begun = body(open(account).expectStatus().isAccepted());
    UUID signIn = id(begun, "signInId");
    assertThat(id(body(open(account)), "signInId")).as("one view at a time").isEqualTo(signIn);
    shown(signIn);
    code(account(signIn, newUser()), 409, "FB_ACCOUNT_OTHER");
    code(session(signIn, newUser(), account), 409, "FB_ACCOUNT_OTHER");
  }

  @Test
  void aJobThatWaits_isGivenToItsOwner() {
    String user = newUser();
    UUID account = account(user);
    UUID signIn = id(body(ask(account).expectStatus().isOk()), "signInId");
    JsonNode told =
        EAR.await(
                EventTypes.ACCOUNT_SESSION,
                event ->
                    event.get("state").asString().equals("OWNER_WANTED")
                        && event.get("fbAccountId").asString().equals(account.toString()))
            .body();
    assertThat(told.get("reason").asString()).isEqualTo("the site asks for a code");
    assertThat(view(account).get("purpose").asString()).isEqualTo("CONTINUE");
    JsonNode opened = body(open(account));
    assertThat(id(opened, "signInId")).as("no second browser").isEqualTo(signIn);
    redeem(ticket(opened)).expectStatus().isOk();
    code(account(signIn, newUser()), 409, "FB_ACCOUNT_OTHER");
    session(signIn, user, id(body(account(signIn, user)), "fbAccountId"))
        .expectStatus()
        .isNoContent();
    assertThat(view(account).get("state").asString()).isEqualTo("SIGNED_IN");

    UUID inVain = id(body(ask(account)), "signInId");
    internal()
        .put()
        .uri("/internal/sign-ins/" + inVain + "/failure")
        .bodyValue(Map.of("reason", "Nobody looked for 3 minutes"))
        .exchange()
        .expectStatus()
        .isNoContent();
    assertThat(view(account).get("state").asString()).isEqualTo("FAILED");
  }

  private WebTestClient.ResponseSpec ask(UUID account) {
    return internal()
        .post()
        .uri("/internal/sign-ins")
        .bodyValue(
            Map.of(
                "fbAccountId",
                account,
                "reason",
                "the site asks for a code",
                "url",
                WORKER,
                "seconds",
                600))
        .exchange();
  }

  @Test
  void aNewerTicket_takesTheOlderOnesPlace_andTheyAgeFast() {
    JsonNode begun = begun("Main");
    shown(id(begun, "signInId"));
    String newer = ticket(body(open(id(begun, "id"))));
    redeem(ticket(begun)).expectStatus().isUnauthorized();
    time().advance(Duration.ofSeconds(61));
    redeem(newer).expectStatus().isUnauthorized();
    redeem("AAAA").expectStatus().isUnauthorized();
  }

  @Test
  void onlyAGeneralManagerOfTheDealership_opensViews() {
    UUID account = account();
    for (Role role : List.of(Role.SALES_MANAGER, Role.SALESPERSON)) {
      as(role).post().uri(path(account, "/live-view")).exchange().expectStatus().isForbidden();
      as(role)
          .post()
          .uri("/v1/fb-accounts")
          .bodyValue(Map.of("label", "Mine"))
          .exchange()
          .expectStatus()
          .isForbidden();
    }
    WebTestClient stranger = asUser(Role.GM, Ids.next());
    stranger.post().uri(path(account, "/live-view")).exchange().expectStatus().isNotFound();
    as(Role.GM)
        .post()
        .uri("/internal/live-views")
        .bodyValue(Map.of("ticket", "x"))
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void whatIsCalledOff_fails_orIsTooLate_endsForTheWorkerToo() {
    JsonNode called = begun("Called off");
    as(Role.GM).delete().uri(path(id(called, "id"), "/live-view")).exchange().expectStatus().isOk();
    shown(id(called, "signInId")).expectStatus().isNotFound();
    assertThat(look(ticket(called)).get("state").asString()).isEqualTo("CANCELLED");

    JsonNode failed = begun("Failed");
    jobEnded(failed, "The browser could not be started");
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> view(id(failed, "id")).get("state").asString(), "FAILED"::equals);
    assertThat(view(id(failed, "id")).get("reason").asString()).contains("could not be started");

    JsonNode late = begun("Late");
    shown(id(late, "signInId"));
    time().advance(Duration.ofMinutes(16));
    assertThat(view(id(late, "id")).get("reason").asString()).contains("in time");
    code(account(id(late, "signInId"), newUser()), 404, "LIVE_VIEW_NOT_FOUND");
  }

  private void jobEnded(JsonNode begun, String reason) {
    Map<String, Object> end = new HashMap<>();
    end.put("jobId", "sign-in:" + begun.get("signInId").asString() + ":1");
    end.put("kind", "SIGN_IN");
    end.put("taskId", begun.get("signInId").asString());
    end.put("dealershipId", dealership);
    end.put("fbAccountId", begun.get("id").asString());
    end.put("attempt", 1);
    end.put("fence", 1);
    end.put("outcome", "FAILED");
    end.put("retryable", false);
    end.put("reason", reason);
    end.put("evidence", List.of());
    end.put("startedAt", Instant.now());
    end.put("finishedAt", Instant.now());
    EAR.send(
        Topics.POSTING_COMPLETED,
        EventTypes.POSTING_COMPLETED,
        begun.get("id").asString(),
        Ids.next(),
        end);
  }

  private JsonNode begun(String label) {
    return body(
        as(Role.GM)
            .post()
            .uri("/v1/fb-accounts")
            .bodyValue(Map.of("label", label))
            .exchange()
            .expectStatus()
            .isAccepted());
  }

  private WebTestClient.ResponseSpec open(UUID account) {
    return as(Role.GM).post().uri(path(account, "/live-view")).exchange();
  }

  private JsonNode view(UUID account) {
    return body(as(Role.GM).get().uri(path(account, "/live-view")).exchange());
  }

  private JsonNode job(UUID signIn) {
    return EAR.await(
            EventTypes.POSTING_REQUESTED,
            event ->
                event.get("kind").asString().equals("SIGN_IN")
                    && event.get("taskId").asString().equals(signIn.toString()))
        .body();
  }

  private JsonNode look(String ticket) {
    return body(
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .build()
            .post()
            .uri("/v1/live/look")
            .bodyValue(Map.of("ticket", ticket))
            .exchange()
            .expectStatus()
            .isOk());
  }

  private WebTestClient.ResponseSpec redeem(String ticket) {
    return internal()
        .post()
        .uri("/internal/live-views")
        .bodyValue(Map.of("ticket", ticket))
        .exchange();
  }

  private WebTestClient.ResponseSpec shown(UUID signIn) {
    return internal()
        .put()
        .uri("/internal/sign-ins/" + signIn + "/view")
        .bodyValue(Map.of("url", WORKER))
        .exchange();
  }

  private WebTestClient.ResponseSpec account(UUID signIn, String user) {
    return internal()
        .post()
        .uri("/internal/sign-ins/" + signIn + "/account")
        .bodyValue(Map.of("user", user))
        .exchange();
  }

  private WebTestClient.ResponseSpec session(UUID signIn, String user, UUID account) {
    return internal()
        .put()
        .uri("/internal/sign-ins/" + signIn + "/session")
        .bodyValue(Map.of("user", user, "fbAccountId", account, "sealedSession", "c2VhbGVk"))
        .exchange();
  }

  private WebTestClient internal() {
    return client(TestIssuer.running().serviceToken("posting"))
        .mutate()
        .defaultHeader("X-Dealership-Id", dealership.toString())
        .build();
  }

  private static void code(WebTestClient.ResponseSpec answer, int status, String code) {
    answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
  }

  private static UUID id(JsonNode body, String field) {
    return UUID.fromString(body.get(field).asString());
  }

  private static String ticket(JsonNode begun) {
    return begun.at("/liveView/ticket").asString();
  }

  private static String path(UUID account, String rest) {
    return "/v1/fb-accounts/" + account + rest;
  }
}
