package com.lotview.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.auth.ServiceUnderTest;
import com.lotview.testkit.ForgedTokens;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** No forged token opens a path of the service, and none an internal one. */
class ForgedTokensIT extends ServiceUnderTest {
  @Autowired private SigningKeys keys;

  @Test
  void noForgedTokenIsTaken() {
    RSAKey key = keys.signing();
    UUID user =
        UUID.fromString(get(login(gmEmail, PASSWORD), "/v1/auth/me", 200).get("id").asString());
    get(ForgedTokens.genuine(key, user, dealership, clock.instant()), "/v1/auth/me", 200);

    Map<String, String> forged = ForgedTokens.of(key, user, dealership, clock.instant());
    assertThat(forged).hasSizeGreaterThanOrEqualTo(40);
    forged.forEach((fault, token) -> {
      refused(fault, token, "/v1/auth/me");
      refused(fault, token, "/internal/dealerships/" + dealership);
    });
  }

  @Test
  void neitherARefreshTokenNorAServiceTokenIsAPersons() {
    JsonNode session =
        post(null, "/v1/auth/login", Map.of("email", gmEmail, "password", PASSWORD), 200);
    refused("refresh token", session.get("refreshToken").asString(), "/v1/auth/me");
    get(gatewayToken(), "/v1/auth/me", 403);
    get(session.get("accessToken").asString(), "/internal/dealerships/" + dealership, 403);
    post(
        null,
        "/v1/auth/refresh",
        Map.of("refreshToken", session.get("accessToken").asString()),
        401);
  }

  private void refused(String fault, String token, String path) {
    assertThat(get(token, path, 401).get("code").asString())
        .as(fault)
        .isIn("AUTH_TOKEN_INVALID", "AUTH_TOKEN_EXPIRED");
  }
}
