package com.lotview.posting.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.SessionOwner;
import com.lotview.kit.seal.Keysets;
import com.lotview.kit.seal.Opener;
import com.lotview.kit.seal.Sealer;
import com.lotview.posting.LiveListings;
import com.lotview.testkit.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Sessions that were sealed in their owner's browser. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("servers")
class SealedElsewhereIT extends LiveListings {
  private static final Sealer FLEET = new Sealer("test", KEYS.sealKey());

  @Test
  void anAccountIsConnectedWhenACheckHasSeenItsSession(CapturedOutput output) {
    String owner = newUser();
    JsonNode sealing = begin(owner);
    UUID account = id(sealing, "fbAccountId");
    String sealed = seal(owner, sealing);
    JsonNode told = body(deliver(sealing, sealed).expectStatus().isAccepted());
    assertThat(told.get("id").asString()).isEqualTo(account.toString());
    assertThat(told.get("state").asString()).isEqualTo("CHECKING");
    assertThat(told.get("sessionValid").asBoolean()).isFalse();
    assertThat(told.get("accountRef").asString()).isEqualTo(ownerOf(owner).ref());

    JsonNode session = session(account);
    assertThat(session.get("sealedSession").asString()).isEqualTo(sealed);
    assertThat(session.get("unseen").asBoolean()).isTrue();
    assertThat(new Opener("test", KEYS.openKey()).open(sealed, sealing.get("context").asString()))
        .hasValue(cookies(owner).getBytes(StandardCharsets.UTF_8));

    Live early = ordered(account, Map.of());
    written(early.posting());
    awaitStatus(early.posting(), "READY");
    assertThat(accountView(account).get("waitingJobs").asInt()).isEqualTo(1);
    assertThat(confirm(account, owner)).isEqualTo(204);
    ended(check(account), "VALID", Map.of());

    requested(early.posting(), 1);
    assertThat(accountView(account).get("state").asString()).isEqualTo("VALID");
    assertThat(session(account).get("unseen").asBoolean()).isFalse();
    EAR.await(EventTypes.ACCOUNT_SESSION, event -> is(event, account, "CHECKING"));
    EAR.await(EventTypes.ACCOUNT_SESSION, event -> is(event, account, "VALID"));
    assertThat(output.getAll()).doesNotContain("very-secret", owner, sealed);
  }

  @Test
  void aFailedCheckTellsWhy_andTheSameOwnerConnectsTheSameAccountAgain() {
    String owner = newUser();
    UUID account = connected(owner);
    JsonNode first = check(account);
    ended(first, "NEEDS_LOGIN", Map.of("reason", "The session is of another account"));
    awaitState(account, "NEEDS_LOGIN");
    assertThat(accountView(account).at("/check/error").asString())
        .isEqualTo("The session is of another account");
    assertThat(session(account).get("unseen").asBoolean()).as("asked again at each try").isTrue();

    JsonNode again = begin(owner);
    assertThat(id(again, "fbAccountId")).isEqualTo(account);
    deliver(again, seal(owner, again)).expectStatus().isAccepted();
    awaitState(account, "CHECKING");
    // What the earlier check found is of the earlier session.
    ended(first, "VALID", Map.of());
    JsonNode second = check(account);
    assertThat(second.get("taskId")).isNotEqualTo(first.get("taskId"));
    ended(second, "VALID", Map.of());
    awaitState(account, "VALID");
    refused(beginning(as(Role.GM), owner), 409, "FB_ACCOUNT_ALREADY_CONNECTED");
  }

  @Test
  void aCheckWithoutAResultIsMadeAgainByItself() {
    UUID account = connected(newUser());
    ended(check(account), "FAILED", Map.of("retryable", true, "reason", "The browser died"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> accountView(account).at("/check/state").asString(""), "FAILED"::equals);
    assertThat(accountView(account).get("state").asString()).isEqualTo("CHECKING");
    time().advance(Duration.ofHours(2));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> accountView(account).at("/check/state").asString(""), "CHECKING"::equals);
    ended(check(account), "VALID", Map.of());
    awaitState(account, "VALID");
  }

  @Test
  void aSealedSessionIsTakenOnce() {
    String owner = newUser();
    JsonNode sealing = begin(owner);
    String sealed = seal(owner, sealing);
    deliver(sealing, sealed).expectStatus().isAccepted();
    deliver(sealing, sealed).expectStatus().isAccepted();
    assertThat(session(id(sealing, "fbAccountId")).get("version").asLong()).isEqualTo(1);
    refused(deliver(sealing, seal(owner, sealing)), 409, "SEALING_USED");

    as(Role.GM)
        .delete()
        .uri("/v1/fb-accounts/" + id(sealing, "fbAccountId"))
        .exchange()
        .expectStatus()
        .isOk();
    JsonNode later = begin(owner);
    assertThat(later.get("context")).isEqualTo(sealing.get("context"));
    refused(deliver(later, sealed), 409, "SEALING_USED");
    deliver(later, seal(owner, later)).expectStatus().isAccepted();
  }

  @Test
  void aSealingEnds_isOfItsDealership_andIsReplacedByTheNext() {
    String owner = newUser();
    JsonNode old = begin(owner);
    JsonNode sealing = begin(owner);
    refused(deliver(old, seal(owner, old)), 404, "SEALING_NOT_FOUND");
    refused(
        delivered(asUser(Role.GM, UUID.randomUUID()), sealing, body(sealing, owner)),
        404,
        "SEALING_NOT_FOUND");
    time().advance(Duration.ofMinutes(11));
    refused(deliver(sealing, seal(owner, sealing)), 404, "SEALING_NOT_FOUND");
  }

  @Test
  void anotherDealershipsAccountStaysTheirs_andAnotherOwnersSessionIsRefused() {
    String owner = newUser();
    UUID account = connected(owner);
    assertThat(confirm(account, owner)).isEqualTo(204);
    assertThat(confirm(account, newUser())).isEqualTo(409);
    // The number that is hidden is checked too, in each of its forms.
    SessionOwner own = ownerOf(owner);
    SessionOwner other = ownerOf(newUser());
    assertThat(confirm(account, new SessionOwner(own.ref(), own.hash(), other.fingerprint())))
        .isEqualTo(409);
    assertThat(confirm(account, new SessionOwner(own.ref(), other.hash(), own.fingerprint())))
        .isEqualTo(409);

    UUID elsewhere = UUID.randomUUID();
    WebTestClient gm = asUser(Role.GM, elsewhere);
    JsonNode sealing =
        body(beginning(gm, SessionOwner.of(elsewhere, owner)).expectStatus().isCreated());
    assertThat(id(sealing, "fbAccountId")).isNotEqualTo(account);
    refused(delivered(gm, sealing, body(sealing, owner)), 409, "FB_ACCOUNT_ALREADY_CONNECTED");
  }

  @Test
  void whatIsNotSealedForTheFleet_isRefusedByName() {
    String owner = newUser();
    JsonNode sealing = begin(owner);
    String sealed = seal(owner, sealing);
    Sealer retired = new Sealer("test", Keysets.generate().sealKey());
    String old = retired.seal(new byte[] {1}, sealing.get("context").asString());
    refused(
        delivered(
            as(Role.GM),
            sealing,
            Map.of("keyId", retired.publicKey().keyId(), "sealedSession", old)),
        409,
        "SEAL_KEY_RETIRED");

    wrong(sealing, Map.of("keyId", keyId() ^ 1, "sealedSession", sealed), "keyId");
    wrong(sealing, Map.of("sealedSession", sealed), "keyId");
    wrong(sealing, sealed("AAAA"), "sealedSession");
    wrong(sealing, sealed("not base64 !"), "sealedSession");
    wrong(sealing, sealed(sealed.substring(0, 60)), "sealedSession");
    wrong(sealing, sealed("A".repeat(200_001)), "sealedSession");
    Map<String, Object> plain = new HashMap<>(sealed(sealed));
    plain.put("cookies", List.of(Map.of("name", "xs", "value", "very-secret-xs")));
    wrong(sealing, plain, "cookies");
    refused(
        delivered(as(Role.GM), sealing, sealed("A".repeat(1_100_000))), 413, "PAYLOAD_TOO_LARGE");
    deliver(sealing, sealed).expectStatus().isAccepted();
  }

  @Test
  void onlyWhoMayConnectGetsKeyAndSealing() {
    for (Role role : List.of(Role.SALESPERSON, Role.SALES_MANAGER)) {
      as(role).get().uri("/v1/fb-accounts/session-key").exchange().expectStatus().isForbidden();
      refused(beginning(as(role), newUser()), 403, "FORBIDDEN");
    }
    JsonNode sealing = begin(newUser());
    refused(delivered(as(Role.SALES_MANAGER), sealing, sealed("AAAA")), 403, "FORBIDDEN");
    JsonNode key =
        body(as(Role.GM).get().uri("/v1/fb-accounts/session-key").exchange().expectStatus().isOk());
    assertThat(key.get("keyId").asLong()).isEqualTo(keyId());
    assertThat(Base64.getDecoder().decode(key.get("publicKey").asString())).hasSize(32);
    assertThat(KEYS.openKey()).doesNotContain(key.get("publicKey").asString());
  }

  private UUID connected(String owner) {
    JsonNode sealing = begin(owner);
    deliver(sealing, seal(owner, sealing)).expectStatus().isAccepted();
    return id(sealing, "fbAccountId");
  }

  private JsonNode begin(String owner) {
    return body(beginning(as(Role.GM), owner).expectStatus().isCreated());
  }

  private WebTestClient.ResponseSpec beginning(WebTestClient caller, String owner) {
    return beginning(caller, ownerOf(owner));
  }

  private static WebTestClient.ResponseSpec beginning(WebTestClient caller, SessionOwner owner) {
    return caller
        .post()
        .uri("/v1/fb-accounts/sealings")
        .bodyValue(Map.of("label", "My account", "owner", owner))
        .exchange();
  }

  private WebTestClient.ResponseSpec deliver(JsonNode sealing, String sealed) {
    return delivered(as(Role.GM), sealing, sealed(sealed));
  }

  private static Map<String, Object> sealed(String sealed) {
    return Map.of("keyId", keyId(), "sealedSession", sealed);
  }

  private Map<String, Object> body(JsonNode sealing, String owner) {
    return sealed(seal(owner, sealing));
  }

  private static WebTestClient.ResponseSpec delivered(
      WebTestClient caller, JsonNode sealing, Object body) {
    return caller
        .put()
        .uri("/v1/fb-accounts/sealings/" + sealing.get("id").asString() + "/session")
        .bodyValue(body)
        .exchange();
  }

  private void wrong(JsonNode sealing, Object body, String field) {
    delivered(as(Role.GM), sealing, body)
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo(field);
  }

  private static void refused(WebTestClient.ResponseSpec answer, int status, String code) {
    answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
  }

  private static String seal(String owner, JsonNode sealing) {
    return FLEET.seal(
        cookies(owner).getBytes(StandardCharsets.UTF_8), sealing.get("context").asString());
  }

  private static String cookies(String owner) {
    return JSON.writeValueAsString(
        List.of(
            Map.of("name", "c_user", "value", owner, "domain", ".example.com", "path", "/"),
            Map.of("name", "xs", "value", "very-secret-xs", "domain", ".example.com")));
  }

  private static long keyId() {
    return FLEET.publicKey().keyId();
  }

  private SessionOwner ownerOf(String user) {
    return SessionOwner.of(dealership, user);
  }

  private int confirm(UUID account, String user) {
    return confirm(account, ownerOf(user));
  }

  private int confirm(UUID account, SessionOwner owner) {
    return internal()
        .put()
        .uri("/internal/fb-accounts/" + account + "/session/owner")
        .bodyValue(owner)
        .exchange()
        .returnResult(String.class)
        .getStatus()
        .value();
  }

  private JsonNode session(UUID account) {
    return body(internal().get().uri("/internal/fb-accounts/" + account + "/session").exchange());
  }

  private WebTestClient internal() {
    return client(TestIssuer.running().serviceToken("posting"))
        .mutate()
        .defaultHeader("X-Dealership-Id", dealership.toString())
        .build();
  }

  private JsonNode check(UUID account) {
    String id = accountView(account).at("/check/checkId").asString();
    return EAR.await(
            EventTypes.POSTING_REQUESTED,
            event -> event.has("taskId") && event.get("taskId").asString().equals(id))
        .body();
  }

  private void awaitState(UUID account, String state) {
    Awaitility.await(state)
        .atMost(Duration.ofSeconds(60))
        .until(() -> accountView(account).get("state").asString(), state::equals);
  }

  private static boolean is(JsonNode event, UUID account, String state) {
    return event.get("fbAccountId").asString().equals(account.toString())
        && event.get("state").asString().equals(state);
  }

  private static UUID id(JsonNode node, String field) {
    return UUID.fromString(node.get(field).asString());
  }
}
