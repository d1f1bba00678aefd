package com.lotview.posting.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.kit.seal.Opener;
import com.lotview.posting.ServiceUnderTest;
import com.lotview.testkit.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@org.junit.jupiter.api.extension.ExtendWith(
    org.springframework.boot.test.system.OutputCaptureExtension.class)
@Tag("servers")
class FbAccountIT extends ServiceUnderTest {

  @Test
  void aConnectedAccountShowsNothingOfItsSessionAndOnlyTheWorkerCanOpenIt(CapturedOutput output) {
    String owner = newUser();
    JsonNode answer = body(connect(session(owner)).expectStatus().isCreated());
    assertThat(answer.get("accountRef").asString())
        .isEqualTo("********" + owner.substring(owner.length() - 4));
    assertThat(answer.get("sessionValid").asBoolean()).isFalse();
    assertThat(answer.get("state").asString()).isEqualTo("CHECKING");
    assertThat(answer.get("lastCheckedAt").isNull()).isTrue();
    UUID id = UUID.fromString(answer.get("id").asString());
    String list = body(as(Role.SALES_MANAGER).get().uri("/v1/fb-accounts").exchange()).toString();
    assertThat(answer + list).contains(id.toString()).doesNotContain("very-secret", owner);
    EAR.await(
        EventTypes.ACCOUNT_SESSION, e -> e.get("fbAccountId").asString().equals(id.toString()));

    JsonNode session = body(internal("posting").get().uri(path(id)).exchange());
    assertThat(session.get("version").asLong()).isEqualTo(1);
    String sealed = session.get("sealedSession").asString();
    Opener worker = new Opener("test", KEYS.openKey());
    String context = "lotview|fb-session|" + dealership + "|" + id;
    JsonNode cookies =
        JSON.readTree(
            new String(worker.open(sealed, context).orElseThrow(), StandardCharsets.UTF_8));
    assertThat(cookies.get(0).get("name").asString()).isEqualTo("c_user");
    assertThat(cookies.get(0).get("expires").asLong()).isEqualTo(-1);
    assertThat(cookies.get(1).get("sameSite").asString()).isEqualTo("None");
    assertThat(worker.open(sealed, context + "x")).isEmpty();
    assertThat(output.getAll()).doesNotContain("very-secret", owner);
  }

  @Test
  void theWorkerStoresANewerSessionAndAnOldOneIsRefused() {
    UUID id = account();
    save(id, "bmV3", 1).expectStatus().isNoContent();
    save(id, "b2xk", 1).expectStatus().isEqualTo(409);
    JsonNode kept = body(internal("posting").get().uri(path(id)).exchange().expectStatus().isOk());
    assertThat(kept.get("sealedSession").asString()).isEqualTo("bmV3");
    assertThat(kept.get("version").asLong()).isEqualTo(2);
    save(UUID.randomUUID(), "eA==", 1).expectStatus().isNotFound();
  }

  @Test
  void aSealIsReplacedWithoutANewVersion_soNoJobLosesWhatItSaves() {
    UUID id = account();
    seal(id, "bmV3IHNlYWw=", 1).expectStatus().isNoContent();
    JsonNode kept = body(internal("posting").get().uri(path(id)).exchange());
    assertThat(kept.get("sealedSession").asString()).isEqualTo("bmV3IHNlYWw=");
    assertThat(kept.get("version").asLong()).isEqualTo(1);
    save(id, "am9i", 1).expectStatus().isNoContent();
    seal(id, "bGF0ZQ==", 1).expectStatus().isEqualTo(409);
    assertThat(
            body(internal("posting").get().uri(path(id)).exchange())
                .get("sealedSession")
                .asString())
        .isEqualTo("am9i");
  }

  @Test
  void aWorkerSeesTheAccountsOfAllDealerships_pageByPage() {
    List<String> made =
        Stream.of(account(), account(), account()).map(UUID::toString).sorted().toList();
    List<String> seen = new ArrayList<>();
    String after = "";
    JsonNode data;
    do {
      data =
          body(internal("posting")
                  .get()
                  .uri("/internal/sealed-accounts?limit=2" + after)
                  .exchange()
                  .expectStatus()
                  .isOk())
              .get("data");
      seen.addAll(data.findValuesAsString("fbAccountId"));
      after = seen.isEmpty() ? "" : "&after=" + seen.getLast();
    } while (!data.isEmpty());
    assertThat(seen).containsAll(made).doesNotHaveDuplicates();
    as(Role.GM).get().uri("/internal/sealed-accounts").exchange().expectStatus().isForbidden();
  }

  @Test
  void theSessionIsForServicesOnly() {
    UUID id = account();
    internal("inventory").get().uri(path(id)).exchange().expectStatus().isUnauthorized();
    as(Role.GM)
        .get()
        .uri(path(id))
        .header("X-Dealership-Id", dealership.toString())
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void onlyAGeneralManagerConnectsAndOnlyOnce() {
    String owner = newUser();
    as(Role.SALES_MANAGER)
        .post()
        .uri("/v1/fb-accounts")
        .bodyValue(session(owner))
        .exchange()
        .expectStatus()
        .isForbidden();
    connect(session(owner)).expectStatus().isCreated();
    connect(session(owner))
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("FB_ACCOUNT_ALREADY_CONNECTED");
  }

  @Test
  void salesperson_choosesOneOfTwoAccounts_andSeesNoMore() {
    UUID first = account();
    UUID second = account();
    UUID vehicle = vehicle();

    JsonNode accounts = body(as(Role.SALESPERSON).get().uri("/v1/fb-accounts").exchange());
    assertThat(accounts.at("/data").findValuesAsString("id"))
        .containsExactlyInAnyOrder(first.toString(), second.toString());
    assertThat(accounts.at("/data/0").propertyNames()).containsExactly("id", "label", "state");
    as(Role.SALESPERSON)
        .get()
        .uri("/v1/fb-accounts/" + first)
        .exchange()
        .expectStatus()
        .isForbidden();

    as(Role.SALESPERSON)
        .post()
        .uri("/v1/postings")
        .bodyValue(Map.of("vehicleId", vehicle))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].reason")
        .isEqualTo("is required: choose one of 2 connected accounts");
    as(Role.SALESPERSON)
        .post()
        .uri("/v1/postings")
        .bodyValue(Map.of("vehicleId", vehicle, "fbAccountId", second))
        .exchange()
        .expectStatus()
        .isAccepted();
  }

  @Test
  void oneFacebookAccount_isConnectedOnceInTheWholeSystem() {
    String owner = newUser();
    UUID here =
        UUID.fromString(
            body(connect(session(owner)).expectStatus().isCreated()).get("id").asString());
    UUID elsewhere = UUID.randomUUID();

    connect(elsewhere, owner)
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("FB_ACCOUNT_ALREADY_CONNECTED");
    assertThat(body(asUser(Role.GM, elsewhere).get().uri("/v1/fb-accounts").exchange()).at("/data"))
        .isEmpty();

    as(Role.GM).delete().uri("/v1/fb-accounts/" + here).exchange().expectStatus().isOk();
    connect(elsewhere, owner).expectStatus().isCreated();
    connect(session(owner)).expectStatus().isEqualTo(409);
  }

  private WebTestClient.ResponseSpec connect(UUID other, String owner) {
    return asUser(Role.GM, other)
        .post()
        .uri("/v1/fb-accounts")
        .bodyValue(session(owner))
        .exchange();
  }

  @Test
  void cookiesOfOtherSites_areLeftOut() {
    Map<String, Object> request = new HashMap<>(session(newUser()));
    List<Object> cookies = new ArrayList<>((List<?>) request.get("cookies"));
    for (String domain : List.of("evil.example", "127.0.0.1", ".com", "other-example.com")) {
      cookies.add(Map.of("name", "stray", "value", "1", "domain", domain, "path", "/"));
    }
    cookies.add(Map.of("name", "kept", "value", "1", "domain", "www.example.com", "path", "/"));
    request.put("cookies", cookies);
    UUID id =
        UUID.fromString(body(connect(request).expectStatus().isCreated()).get("id").asString());

    JsonNode session = body(internal("posting").get().uri(path(id)).exchange());
    String opened =
        new String(
            new Opener("test", KEYS.openKey())
                .open(
                    session.get("sealedSession").asString(),
                    "lotview|fb-session|" + dealership + "|" + id)
                .orElseThrow(),
            StandardCharsets.UTF_8);
    assertThat(JSON.readTree(opened).findValuesAsString("name"))
        .containsExactlyInAnyOrder("c_user", "xs", "kept");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"name\":\"c_user\",\"value\":\"1000001\",\"domain\":\"x.com\"}]|cookies|xs is missing",
        "[]|cookies|1 to 100",
        "[{\"name\":\"c_user\",\"domain\":\"x.com\"}]|cookies[0].value|is required",
        "[{\"name\":\"xs\",\"value\":\"SECRET;\",\"domain\":\"x.com\"}]|cookies[0].value|wrong form",
        "[{\"name\":\"xs\",\"value\":\"a\",\"domain\":\"x y\"}]|cookies[0].domain|wrong form",
        "[{\"name\":\"xs\",\"value\":\"a\",\"domain\":\"..\"}]|cookies[0].domain|wrong form",
        "[{\"name\":\"xs\",\"value\":\"a\",\"domain\":\"x\",\"new\":1}]|cookies[0].new|not a known",
        "[{\"name\":\"xs\",\"value\":\"a\",\"domain\":\"x\",\"expires\":-7}]|cookies[0].expires|seconds",
        "[{\"name\":\"c_user\",\"value\":\"1000001\",\"domain\":\"x\",\"expires\":1000}]|cookies|expired"
      })
  void aWrongCookieIsNamedWithoutItsValue(String cookies, String field, String reason) {
    String answer =
        new String(
            connect(Map.of("label", "Main", "cookies", JSON.readValue(cookies, List.class)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .returnResult()
                .getResponseBody(),
            StandardCharsets.UTF_8);
    assertThat(answer).contains(reason).doesNotContain("SECRET");
  }

  private WebTestClient.ResponseSpec connect(Object body) {
    return as(Role.GM).post().uri("/v1/fb-accounts").bodyValue(body).exchange();
  }

  private WebTestClient.ResponseSpec save(UUID id, String sealed, long version) {
    return internal("posting")
        .put()
        .uri(path(id))
        .bodyValue(Map.of("sealedSession", sealed, "version", version))
        .exchange();
  }

  private WebTestClient.ResponseSpec seal(UUID id, String sealed, long version) {
    return internal("posting")
        .put()
        .uri(path(id) + "/seal")
        .bodyValue(Map.of("sealedSession", sealed, "version", version))
        .exchange();
  }

  private WebTestClient internal(String audience) {
    return client(TestIssuer.running().serviceToken(audience))
        .mutate()
        .defaultHeader("X-Dealership-Id", dealership.toString())
        .build();
  }

  private static String path(UUID id) {
    return "/internal/fb-accounts/" + id + "/session";
  }
}
