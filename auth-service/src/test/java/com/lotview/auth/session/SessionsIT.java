package com.lotview.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.auth.ServiceUnderTest;
import com.lotview.contracts.Role;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class SessionsIT extends ServiceUnderTest {

  @Test
  void aPersonSeesTheDevices_theLastUsedFirst_andEndsOne() {
    JsonNode phone = session();
    clock.advance(Duration.ofMinutes(1));
    JsonNode desk = session();
    String token = desk.get("accessToken").asString();

    JsonNode data = get(token, "/v1/auth/sessions", 200).get("data");

    // The set-up's own session is the third.
    assertThat(data).hasSize(3);
    assertThat(data.at("/0/current").asBoolean()).isTrue();
    assertThat(data.at("/1/current").asBoolean()).isFalse();
    assertThat(data.at("/0/ip").asString()).isEqualTo("127.0.0.1");
    assertThat(data.at("/0/userAgent").asString()).contains("ReactorNetty");
    assertThat(data.at("/1/startedAt").asString()).isLessThan(data.at("/0/startedAt").asString());

    String id = data.at("/1/id").asString();
    call(HttpMethod.DELETE, token, "/v1/auth/sessions/" + id, null, 204);
    call(HttpMethod.DELETE, token, "/v1/auth/sessions/" + id, null, 404);
    post(null, "/v1/auth/refresh", refresh(phone), 401);
    post(null, "/v1/auth/refresh", refresh(desk), 200);
  }

  @Test
  void aPersonSignsOutEverywhere() {
    JsonNode first = session();
    JsonNode second = session();
    call(HttpMethod.DELETE, first.get("accessToken").asString(), "/v1/auth/sessions", null, 204);
    post(null, "/v1/auth/refresh", refresh(first), 401);
    post(null, "/v1/auth/refresh", refresh(second), 401);
  }

  @Test
  void logoutNeedsNoValidAccessToken() {
    JsonNode session = session();
    String token = session.get("accessToken").asString();
    clock.advance(Duration.ofMinutes(17));
    get(token, "/v1/auth/me", 401);
    post(token, "/v1/auth/logout", Map.of(), 401);
    post(token, "/v1/auth/logout", refresh(session), 204);
    post(null, "/v1/auth/refresh", refresh(session), 401);

    JsonNode other = session();
    post("not.a.token", "/v1/auth/logout", refresh(other), 204);
    post(null, "/v1/auth/refresh", refresh(other), 401);
    post(null, "/v1/auth/logout", refresh(other), 204);
  }

  @Test
  void anUnknownRefreshTokenLeavesTheAccessTokensSessionToEnd() {
    JsonNode session = session();
    Map<String, String> unknown = Map.of("refreshToken", "unknown");
    post(null, "/v1/auth/logout", unknown, 204);
    post(session.get("accessToken").asString(), "/v1/auth/logout", unknown, 204);
    post(null, "/v1/auth/refresh", refresh(session), 401);
  }

  @Test
  void theSessionOfAnotherPersonIsNotFound() {
    join("tom", Role.SALESPERSON);
    String tom = login(email("tom"), PASSWORD);
    String id = get(tom, "/v1/auth/sessions", 200).at("/data/0/id").asString();
    call(HttpMethod.DELETE, gm, "/v1/auth/sessions/" + id, null, 404);
    call(HttpMethod.DELETE, gm, "/v1/auth/sessions/" + UUID.randomUUID(), null, 404);
    get(tom, "/v1/auth/sessions", 200);
  }

  /** A refresh at the moment of the change must not give a session that outlives it. */
  @Test
  void noRefreshOutlivesSigningOutEverywhere() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 5; i++) {
        JsonNode other = session();
        String own = login(gmEmail, PASSWORD);
        Future<JsonNode> refreshed = threads.submit(() -> tryRefresh(other));
        call(HttpMethod.DELETE, own, "/v1/auth/sessions", null, 204);
        JsonNode after = refreshed.get();
        if (after.has("refreshToken")) {
          post(null, "/v1/auth/refresh", refresh(after), 401);
        }
      }
    }
  }

  private JsonNode tryRefresh(JsonNode session) {
    try {
      return post(null, "/v1/auth/refresh", refresh(session), 200);
    } catch (AssertionError refused) {
      return json.createObjectNode();
    }
  }

  private JsonNode session() {
    return post(null, "/v1/auth/login", Map.of("email", gmEmail, "password", PASSWORD), 200);
  }

  private static Map<String, String> refresh(JsonNode session) {
    return Map.of("refreshToken", session.get("refreshToken").asString());
  }
}
