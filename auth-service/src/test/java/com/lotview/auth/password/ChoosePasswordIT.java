package com.lotview.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.auth.ServiceUnderTest;
import com.lotview.contracts.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class ChoosePasswordIT extends ServiceUnderTest {
  private static final String NEW = "seven purple bicycles";

  @Test
  void aForgottenPasswordIsChosenAnew_andAllSessionsEnd() {
    JsonNode session = session(PASSWORD);
    forgotten(gmEmail);
    String token = link(gmEmail, "/account/password");

    Map<String, String> choice = Map.of("token", token, "password", NEW);
    post(null, "/v1/auth/password/reset", choice, 204);

    post(null, "/v1/auth/refresh", refresh(session), 401);
    post(null, "/v1/auth/login", Map.of("email", gmEmail, "password", PASSWORD), 401);
    session(NEW);
    assertThat(post(null, "/v1/auth/password/reset", choice, 422).get("code").asString())
        .isEqualTo("LINK_INVALID");
    Awaitility.await().until(() -> subjects(gmEmail).contains("Your LotView password was changed"));
  }

  @Test
  void anUnknownEmailIsAnsweredAlike_andAMailboxIsNotFilled() {
    forgotten("nobody@example.com");
    IntStream.range(0, 5).forEach(i -> forgotten(gmEmail));
    Awaitility.await().until(() -> subjects(gmEmail).size() == 3);
    clock.advance(Duration.ofHours(1).plusSeconds(1));
    forgotten(gmEmail);
    Awaitility.await().until(() -> subjects(gmEmail).size() == 4);
  }

  @Test
  void aLinkOpensForAnHour_forItsOwnPurpose() {
    forgotten(gmEmail);
    String token = link(gmEmail, "/account/password");
    Map<String, String> choice = Map.of("token", token, "password", NEW);
    post(null, "/v1/auth/invitation", choice, 422);
    clock.advance(Duration.ofHours(1).plusSeconds(1));
    post(null, "/v1/auth/password/reset", choice, 422);
    post(null, "/v1/auth/password/reset", Map.of("token", "wrong", "password", NEW), 422);
  }

  @Test
  void aLinkOpensOnce_forManyAtOnce() {
    forgotten(gmEmail);
    Map<String, String> choice =
        Map.of("token", link(gmEmail, "/account/password"), "password", NEW);
    long taken =
        IntStream.range(0, 4)
            .parallel()
            .filter(i -> {
              try {
                post(null, "/v1/auth/password/reset", choice, 204);
                return true;
              } catch (AssertionError refused) {
                return false;
              }
            })
            .count();
    assertThat(taken).isEqualTo(1);
  }

  @Test
  void aPersonChangesThePassword_andTheOtherSessionsEnd() {
    JsonNode other = session(PASSWORD);
    JsonNode own = session(PASSWORD);
    String token = own.get("accessToken").asString();
    JsonNode wrong = change(token, "not this", NEW, 400);
    assertThat(wrong.at("/errors/0/field").asString()).isEqualTo("currentPassword");

    change(token, PASSWORD, NEW, 204);

    post(null, "/v1/auth/refresh", refresh(other), 401);
    post(null, "/v1/auth/refresh", refresh(own), 200);
    session(NEW);
  }

  @Test
  void aWeakPasswordIsRefused_andTheLinkStillOpens() {
    forgotten(gmEmail);
    String token = link(gmEmail, "/account/password");
    for (String weak : List.of("short", "password1", "aaaaaaaaaaaa", gmEmail, "x".repeat(257))) {
      JsonNode problem =
          post(null, "/v1/auth/password/reset", Map.of("token", token, "password", weak), 400);
      assertThat(problem.at("/errors/0/field").asString()).isEqualTo("password");
    }
    post(null, "/v1/auth/password/reset", Map.of("token", token, "password", NEW), 204);
  }

  @Test
  void whoHasNotJoinedOrIsDeactivatedGetsNoLink() {
    invite("una", Role.SALESPERSON);
    link(email("una"), "/account/invitation");
    forgotten(email("una"));
    java.util.UUID id = join("vic", Role.SALESPERSON);
    forgotten(email("vic"));
    String token = link(email("vic"), "/account/password");
    call(HttpMethod.DELETE, gm, "/v1/users/" + id, null, 204);
    post(null, "/v1/auth/password/reset", Map.of("token", token, "password", NEW), 422);
    forgotten(email("vic"));
    forgotten(gmEmail);
    link(gmEmail, "/account/password");
    assertThat(subjects(email("una"))).hasSize(1);
    assertThat(subjects(email("vic"))).hasSize(2);
  }

  private void forgotten(String email) {
    post(null, "/v1/auth/password/forgotten", Map.of("email", email), 202);
  }

  private JsonNode change(String token, String current, String password, int status) {
    return call(
        HttpMethod.PUT,
        token,
        "/v1/auth/password",
        Map.of("currentPassword", current, "newPassword", password),
        status);
  }

  private JsonNode session(String password) {
    return post(null, "/v1/auth/login", Map.of("email", gmEmail, "password", password), 200);
  }

  private static Map<String, String> refresh(JsonNode session) {
    return Map.of("refreshToken", session.get("refreshToken").asString());
  }
}
