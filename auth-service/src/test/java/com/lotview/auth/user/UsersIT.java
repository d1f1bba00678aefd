package com.lotview.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.auth.ServiceUnderTest;
import com.lotview.contracts.Role;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class UsersIT extends ServiceUnderTest {

  @Test
  void aPersonIsInvited_choosesAPassword_andIsSignedIn() {
    UUID id = invite("sam", Role.SALESPERSON);
    assertThat(state(id)).isEqualTo("INVITED");
    assertThat(subjects(email("sam"))).allMatch(s -> s.equals("Ada Gold invites you to LotView"));
    post(null, "/v1/auth/login", Map.of("email", email("sam"), "password", PASSWORD), 401);

    String token = link(email("sam"), "/account/invitation");
    JsonNode joined =
        post(null, "/v1/auth/invitation", Map.of("token", token, "password", PASSWORD), 200);

    assertThat(joined.at("/user/id").asString()).isEqualTo(id.toString());
    assertThat(get(joined.get("accessToken").asString(), "/v1/auth/me", 200).at("/role").asString())
        .isEqualTo("SALESPERSON");
    assertThat(state(id)).isEqualTo("ACTIVE");
    login(email("sam"), PASSWORD);
    assertThat(
            code(
                post(
                    null,
                    "/v1/auth/invitation",
                    Map.of("token", token, "password", PASSWORD),
                    422)))
        .isEqualTo("LINK_INVALID");
  }

  @Test
  void anInvitationOpensForSevenDays_andOnlyTheNewest() {
    UUID id = invite("lea", Role.SALES_MANAGER);
    String first = link(email("lea"), "/account/invitation");
    clock.advance(Duration.ofDays(7).plusSeconds(1));
    String later = login(gmEmail, PASSWORD);
    Map<String, String> old = Map.of("token", first, "password", PASSWORD);
    assertThat(code(post(null, "/v1/auth/invitation", old, 422))).isEqualTo("LINK_INVALID");

    post(later, "/v1/users/" + id + "/invitation", Map.of(), 202);
    post(later, "/v1/users/" + id + "/invitation", Map.of(), 202);
    org.awaitility.Awaitility.await().until(() -> subjects(email("lea")).size() == 3);
    post(
        null,
        "/v1/auth/invitation",
        Map.of("token", link(email("lea"), "/account/invitation"), "password", PASSWORD),
        200);
    assertThat(code(post(later, "/v1/users/" + id + "/invitation", Map.of(), 409)))
        .isEqualTo("USER_NOT_INVITED");
  }

  @Test
  void aDeactivatedPersonIsOut_andComesBack() {
    UUID id = join("max", Role.SALESPERSON);
    JsonNode session =
        post(null, "/v1/auth/login", Map.of("email", email("max"), "password", PASSWORD), 200);

    call(HttpMethod.DELETE, gm, "/v1/users/" + id, null, 204);
    call(HttpMethod.DELETE, gm, "/v1/users/" + id, null, 204);

    assertThat(state(id)).isEqualTo("DEACTIVATED");
    post(
        null,
        "/v1/auth/refresh",
        Map.of("refreshToken", session.get("refreshToken").asString()),
        401);
    post(null, "/v1/auth/login", Map.of("email", email("max"), "password", PASSWORD), 401);
    call(HttpMethod.PATCH, gm, "/v1/users/" + id, Map.of("active", true), 200);
    login(email("max"), PASSWORD);
  }

  @Test
  void aNewRoleEndsTheSessions() {
    UUID id = join("kim", Role.SALESPERSON);
    String refresh =
        post(null, "/v1/auth/login", Map.of("email", email("kim"), "password", PASSWORD), 200)
            .get("refreshToken")
            .asString();
    JsonNode changed =
        call(
            HttpMethod.PATCH,
            gm,
            "/v1/users/" + id,
            Map.of("role", "SALES_MANAGER", "lastName", "Lee"),
            200);
    assertThat(changed.get("role").asString()).isEqualTo("SALES_MANAGER");
    assertThat(changed.get("lastName").asString()).isEqualTo("Lee");
    post(null, "/v1/auth/refresh", Map.of("refreshToken", refresh), 401);
  }

  @Test
  void oneGeneralManagerIsAlwaysLeft_alsoWhenTwoLeaveAtOnce() {
    String own = get(gm, "/v1/auth/me", 200).get("id").asString();
    assertThat(code(call(HttpMethod.DELETE, gm, "/v1/users/" + own, null, 409)))
        .isEqualTo("USER_LAST_GM");
    assertThat(
            code(
                call(HttpMethod.PATCH, gm, "/v1/users/" + own, Map.of("role", "SALESPERSON"), 409)))
        .isEqualTo("USER_LAST_GM");

    invite("not-yet-joined", Role.GM);
    call(HttpMethod.DELETE, gm, "/v1/users/" + own, null, 409);
    UUID second = join("bo", Role.GM);
    long left =
        IntStream.range(0, 2)
            .parallel()
            .filter(i -> deleted(i == 0 ? own : second.toString()))
            .count();
    assertThat(left).isEqualTo(1);
  }

  @Test
  void anEmailBelongsToOnePersonOfTheWholeSystem() {
    invite("pat", Role.SALESPERSON);
    JsonNode problem =
        post(
            gm,
            "/v1/users",
            Map.of("email", email("PAT"), "firstName", "P", "lastName", "D", "role", "SALESPERSON"),
            409);
    assertThat(code(problem)).isEqualTo("USER_EMAIL_TAKEN");
    assertThat(problem.at("/errors/0/field").asString()).isEqualTo("email");
  }

  @Test
  void theListIsFilteredSearchedAndPaged() {
    join("ann", Role.SALESPERSON);
    join("ben", Role.SALES_MANAGER);
    invite("cy", Role.SALESPERSON);

    assertThat(emails("")).containsExactly(email("ann"), email("ben"), email("cy"), gmEmail);
    assertThat(emails("?state=INVITED")).containsExactly(email("cy"));
    assertThat(emails("?state=INVITED,ACTIVE&role=SALESPERSON"))
        .containsExactly(email("ann"), email("cy"));
    assertThat(emails("?search=BEN d")).containsExactly(email("ben"));
    JsonNode page = get(gm, "/v1/users?limit=3&page=2", 200);
    assertThat(page.get("data")).hasSize(1);
    assertThat(page.at("/pagination/total").asInt()).isEqualTo(4);
    get(gm, "/v1/users?limit=0", 400);
    get(gm, "/v1/users?state=FOO", 400);
  }

  @Test
  void onlyTheDealershipsOwnManagerSeesAndChangesPeople() {
    UUID id = join("eve", Role.SALES_MANAGER);
    String manager = login(email("eve"), PASSWORD);
    get(manager, "/v1/users", 403);
    call(HttpMethod.PATCH, manager, "/v1/users/" + id, Map.of("role", "GM"), 403);

    UUID stranger = UUID.randomUUID();
    String code = code(get(gm, "/v1/users/" + stranger, 404));
    UUID other = dealershipOfAnother();
    assertThat(code).isEqualTo("USER_NOT_FOUND");
    assertThat(code(get(gm, "/v1/users/" + other, 404))).isEqualTo(code);
    assertThat(code(call(HttpMethod.DELETE, gm, "/v1/users/" + other, null, 404))).isEqualTo(code);
  }

  @Test
  void ofTwoManagersTheSecondLearnsOfTheFirst() {
    UUID id = join("tim", Role.SALESPERSON);
    for (String path : java.util.List.of("/v1/users/" + id, "/v1/dealership")) {
      String field = path.endsWith("dealership") ? "city" : "lastName";
      String read = tag(HttpMethod.GET, path, null, null, 200);
      String later = tag(HttpMethod.PATCH, path, Map.of(field, "One"), read, 200);
      assertThat(later).isNotEqualTo(read);
      tag(HttpMethod.PATCH, path, Map.of(field, "Two"), read, 412);
      assertThat(get(gm, path, 200).get(field).asString()).isEqualTo("One");
      tag(HttpMethod.PATCH, path, Map.of(field, "Three"), later, 200);
      tag(HttpMethod.PATCH, path, Map.of(field, "Four"), null, 200);
    }
  }

  @Test
  void aDealershipDecidesWhetherPostingsNeedAYes() {
    assertThat(get(gm, "/v1/dealership", 200).get("approvalRequired").asBoolean()).isFalse();
    call(HttpMethod.PATCH, gm, "/v1/dealership", Map.of("approvalRequired", true), 200);
    call(HttpMethod.PATCH, gm, "/v1/dealership", Map.of("city", "Boulder"), 200);
    String path = "/internal/dealerships/" + dealership;
    assertThat(get(gatewayToken(), path, 200).get("approvalRequired").asBoolean()).isTrue();
  }

  @Test
  void servicesGetTheNamesOfAllWhoActOrActed() {
    UUID gone = join("gus", Role.SALESPERSON);
    call(HttpMethod.DELETE, gm, "/v1/users/" + gone, null, 204);
    UUID key =
        UUID.fromString(
            post(
                    gm,
                    "/v1/dealership/api-keys",
                    Map.of("name", "Website", "scopes", java.util.List.of("postings.read")),
                    201)
                .at("/apiKey/id")
                .asString());
    String path = "/internal/dealerships/" + dealership + "/people";
    Map<String, String> names = new java.util.HashMap<>();
    for (JsonNode person : get(gatewayToken(), path, 200).get("data")) {
      names.put(person.get("id").asString(), person.get("name").asString());
    }
    assertThat(names)
        .hasSize(3)
        .containsEntry(gone.toString(), "gus Doe")
        .containsEntry(key.toString(), "Website")
        .containsValue("Ada Gold");
    get(gm, path, 403);
  }

  @Test
  void aWrongFieldIsNamed() {
    Map<String, String> right =
        Map.of("email", email("x"), "firstName", "X", "lastName", "Y", "role", "GM");
    for (Map.Entry<String, String> wrong :
        Map.of("email", "no address", "firstName", "a\nb", "role", "ADMIN").entrySet()) {
      Map<String, String> body = new java.util.HashMap<>(right);
      body.put(wrong.getKey(), wrong.getValue());
      assertThat(post(gm, "/v1/users", body, 400).at("/errors/0/field").asString())
          .isEqualTo(wrong.getKey());
    }
  }

  private boolean deleted(String id) {
    try {
      call(HttpMethod.DELETE, gm, "/v1/users/" + id, null, 204);
      return true;
    } catch (AssertionError refused) {
      return false;
    }
  }

  private UUID dealershipOfAnother() {
    String own = gm;
    String ownEmail = gmEmail;
    UUID ownDealership = dealership;
    newDealership();
    UUID person = UUID.fromString(get(gm, "/v1/auth/me", 200).get("id").asString());
    gm = own;
    gmEmail = ownEmail;
    dealership = ownDealership;
    return person;
  }

  private String state(UUID id) {
    return get(gm, "/v1/users/" + id, 200).get("state").asString();
  }

  private java.util.List<String> emails(String query) {
    return StreamSupport.stream(get(gm, "/v1/users" + query, 200).get("data").spliterator(), false)
        .map(user -> user.get("email").asString())
        .toList();
  }

  private static String code(JsonNode problem) {
    return problem.get("code").asString();
  }
}
