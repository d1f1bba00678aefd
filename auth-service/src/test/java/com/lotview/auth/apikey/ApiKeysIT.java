package com.lotview.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.auth.ServiceUnderTest;
import com.lotview.contracts.Role;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class ApiKeysIT extends ServiceUnderTest {

  @Test
  void aKeyIsShownOnce_andExchangedForATokenWithItsScopes() throws ParseException {
    JsonNode made = make(Map.of("name", "Website", "scopes", List.of("vehicles.read")), 201);
    String key = made.get("key").asString();

    JsonNode listed = get(gm, "/v1/dealership/api-keys", 200);
    assertThat(listed.toString()).doesNotContain(key);
    assertThat(listed.at("/data/0/name").asString()).isEqualTo("Website");
    assertThat(key).startsWith(listed.at("/data/0/beginning").asString());
    assertThat(listed.at("/data/0/lastUsedAt").isNull()).isTrue();

    SignedJWT token = SignedJWT.parse(exchange(key, 200).get("accessToken").asString());
    assertThat(token.getJWTClaimsSet().getStringClaim("scope")).isEqualTo("vehicles.read");
    assertThat(token.getJWTClaimsSet().getStringClaim("dealershipId"))
        .isEqualTo(dealership.toString());
    assertThat(token.getJWTClaimsSet().getClaim("role")).isNull();
    assertThat(get(gm, "/v1/dealership/api-keys", 200).at("/data/0/lastUsedAt").isNull()).isFalse();
  }

  @Test
  void aScopePermitsWhatItSays_andNoMore() {
    String key =
        make(Map.of("name", "Reader", "scopes", List.of("audit.read")), 201).get("key").asString();
    String token = exchange(key, 200).get("accessToken").asString();
    JsonNode refused = get(token, "/v1/users", 403);
    assertThat(refused.get("detail").asString())
        .isEqualTo("This API key lacks the scope users.manage");
  }

  @Test
  void aRevokedOrExpiredKeyOpensNothing() {
    JsonNode made = make(Map.of("name", "A", "scopes", List.of("postings.read")), 201);
    String id = made.at("/apiKey/id").asString();
    call(HttpMethod.DELETE, gm, "/v1/dealership/api-keys/" + id, null, 204);
    exchange(made.get("key").asString(), 404);
    call(HttpMethod.DELETE, gm, "/v1/dealership/api-keys/" + id, null, 404);
    assertThat(get(gm, "/v1/dealership/api-keys", 200).get("data")).isEmpty();

    String soon = clock.instant().plus(Duration.ofMinutes(5)).toString();
    String brief =
        make(Map.of("name", "B", "scopes", List.of("postings.read"), "expiresAt", soon), 201)
            .get("key")
            .asString();
    exchange(brief, 200);
    clock.advance(Duration.ofMinutes(5));
    exchange(brief, 404);
  }

  @Test
  void whatAPersonMustDoIsNoScope() {
    for (String scope : List.of("users.manage", "dealership.manage", "fb-accounts.connect", "x")) {
      JsonNode problem = make(Map.of("name", "N", "scopes", List.of(scope)), 400);
      assertThat(problem.at("/errors/0/field").asString()).isEqualTo("scopes");
    }
    make(Map.of("name", "N", "scopes", List.of()), 400);
    make(
        Map.of(
            "name", "N", "scopes", List.of("vehicles.read"), "expiresAt", "2020-01-01T00:00:00Z"),
        400);
  }

  @Test
  void onlyAGeneralManagerMakesKeys_ofTheOwnDealership() {
    join("liz", Role.SALES_MANAGER);
    String manager = login(email("liz"), PASSWORD);
    get(manager, "/v1/dealership/api-keys", 403);
    call(HttpMethod.DELETE, gm, "/v1/dealership/api-keys/" + UUID.randomUUID(), null, 404);
    String id =
        make(Map.of("name", "A", "scopes", List.of("postings.read")), 201)
            .at("/apiKey/id")
            .asString();
    newDealership();
    call(HttpMethod.DELETE, gm, "/v1/dealership/api-keys/" + id, null, 404);
  }

  private JsonNode make(Map<String, Object> body, int status) {
    return post(gm, "/v1/dealership/api-keys", body, status);
  }

  private JsonNode exchange(String key, int status) {
    return post(gatewayToken(), "/internal/api-key-tokens", Map.of("key", key), status);
  }
}
