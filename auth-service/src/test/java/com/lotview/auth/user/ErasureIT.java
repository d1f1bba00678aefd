package com.lotview.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.auth.ServiceUnderTest;
import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.kit.hash.Sha256;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.EventProbe;
import com.lotview.testkit.SecretSearch;
import com.lotview.testkit.SecretSearch.Planted;
import com.lotview.testkit.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/**
 * A person is erased: what was planted of them is in the tables before, and in none afterwards.
 * Kafka's topics keep events until they are a week old, and are not searched.
 */
class ErasureIT extends ServiceUnderTest {
  private static final EventProbe EVENTS = EventProbe.onTestServers();

  // Other tests' people are in the same tables, and stay.
  private final String mark = UUID.randomUUID().toString();
  private final String first = "First" + mark.substring(0, 8);
  private final String last = "Last" + mark.substring(24);
  private final String address =
      "2001:db8::" + mark.substring(9, 13) + ":" + mark.substring(19, 23);
  private final String agent = "Browser/" + mark;

  @Test
  void nothingThatSaysWhoThePersonWasIsLeft() throws Exception {
    UUID id = person();
    List<Planted> planted = planted();
    assertThat(kinds(planted)).containsExactlyInAnyOrderElementsOf(all(planted));
    call(HttpMethod.DELETE, gm, "/v1/users/" + id, null, 204);

    JsonNode erased = post(gm, "/v1/users/" + id + "/erasure", Map.of(), 200);

    assertThat(leaks(planted)).isEmpty();
    assertThat(erased.get("firstName").asString() + " " + erased.get("lastName").asString())
        .isEqualTo("Erased person");
    assertThat(erased.get("email").asString()).isEmpty();
    assertThat(erased.get("erasedAt").isNull()).isFalse();
    assertThat(count("refresh_token", id) + count("one_time_link", id)).isZero();
    EVENTS.await(
        EventTypes.USER_CHANGED,
        body ->
            body.path("userId").asString().equals(id.toString())
                && body.path("erased").asBoolean()
                && !body.path("active").asBoolean()
                && EventContract.of(Topics.USER_CHANGED, EventTypes.USER_CHANGED)
                    .violations(body.toString())
                    .isEmpty());
  }

  @Test
  void whatWasDoneStaysInTheAuditTrail_andTheErasureIsInIt() throws Exception {
    UUID id = person();
    call(HttpMethod.DELETE, gm, "/v1/users/" + id, null, 204);
    post(gm, "/v1/users/" + id + "/erasure", Map.of(), 200);

    JsonNode about = get(gm, "/v1/audit?subject=user/" + id, 200).get("data");
    assertThat(about.findValuesAsString("action"))
        .contains("user.erased", "user.deactivated", "user.role-changed", "user.invited");
    assertThat(about.toString())
        .contains("(erased)", "SALES_MANAGER")
        .doesNotContain(first)
        .contains("Ada Gold", "127.0.0.1");
    JsonNode own = get(gm, "/v1/audit?userId=" + id, 200).get("data");
    assertThat(own.findValuesAsString("action")).contains("session.opened");
    assertThat(own.valueStream().map(entry -> entry.get("userName").asString()))
        .containsOnly("Erased person");
    assertThat(own.valueStream().map(entry -> entry.get("ip").isNull())).containsOnly(true);
  }

  @Test
  void anEntryOfAnotherServiceThatComesLaterSaysNothingOfThem() {
    UUID id = person();
    call(HttpMethod.DELETE, gm, "/v1/users/" + id, null, 204);
    post(gm, "/v1/users/" + id + "/erasure", Map.of(), 200);

    EVENTS.send(
        Topics.AUDIT_RECORDED,
        EventTypes.AUDIT_RECORDED,
        dealership.toString(),
        UUID.randomUUID(),
        Map.of(
            "id",
            UUID.randomUUID(),
            "dealershipId",
            dealership,
            "userId",
            id,
            "action",
            "posting.created",
            "subject",
            "posting/" + UUID.randomUUID(),
            "ip",
            address,
            "userAgent",
            agent,
            "changes",
            List.of(),
            "at",
            Instant.now()));

    String page = "/v1/audit?action=posting.created&userId=" + id;
    await().atMost(Duration.ofSeconds(60)).until(() -> get(gm, page, 200).get("data").size() == 1);
    assertThat(get(gm, page, 200).toString()).doesNotContain(address, agent);
  }

  @Test
  void onlyWhoIsDeactivatedIsErased_onceAndForGood() {
    UUID id = person();
    assertThat(code(post(gm, "/v1/users/" + id + "/erasure", Map.of(), 409)))
        .isEqualTo("USER_NOT_DEACTIVATED");
    String own = get(gm, "/v1/auth/me", 200).get("id").asString();
    assertThat(code(post(gm, "/v1/users/" + own + "/erasure", Map.of(), 409)))
        .isEqualTo("USER_LAST_GM");
    post(gm, "/v1/users/" + UUID.randomUUID() + "/erasure", Map.of(), 404);
    call(HttpMethod.DELETE, gm, "/v1/users/" + id, null, 204);

    JsonNode once = post(gm, "/v1/users/" + id + "/erasure", Map.of(), 200);
    JsonNode again = post(gm, "/v1/users/" + id + "/erasure", Map.of(), 200);

    assertThat(again).isEqualTo(once);
    assertThat(get(gm, "/v1/audit?action=user.erased", 200).get("data")).hasSize(1);
    assertThat(code(call(HttpMethod.PATCH, gm, "/v1/users/" + id, Map.of("active", true), 409)))
        .isEqualTo("USER_ERASED");
    // The address is free again.
    post(
        gm,
        "/v1/users",
        Map.of("email", email("quirinia"), "firstName", "N", "lastName", "N", "role", "GM"),
        201);
  }

  @Test
  void thePersonsOfAnotherDealershipAreNotThere() {
    UUID id = person();
    call(HttpMethod.DELETE, gm, "/v1/users/" + id, null, 204);
    newDealership();

    assertThat(code(post(gm, "/v1/users/" + id + "/erasure", Map.of(), 404)))
        .isEqualTo("USER_NOT_FOUND");
  }

  /** Signed in from an address, renamed, asked for a new password, with a mail that waits. */
  private UUID person() {
    UUID id = join("quirinia", Role.SALESPERSON);
    call(
        HttpMethod.PATCH,
        gm,
        "/v1/users/" + id,
        Map.of("firstName", first, "lastName", last, "role", "SALES_MANAGER"),
        200);
    login();
    post(null, "/v1/auth/password/forgotten", Map.of("email", email("quirinia")), 202);
    execute(
        """
        insert into mail (id, dealership_id, recipient, subject, body)
        values (gen_random_uuid(), '%s', '%s', 'Hello', 'Hello %s %s')
        """
            .formatted(dealership, email("quirinia"), first, last));
    execute(
        """
        insert into registration (id, dealership_id, email, first_name, last_name, dealership,
          timezone, token_hash, origin_hash, created_at, expires_at)
        values (gen_random_uuid(), gen_random_uuid(), '%s', '%s', '%s', 'Own Motors', 'UTC',
          '%s'::bytea, '\\x00', now(), now())
        """
            .formatted(email("quirinia"), first, last, UUID.randomUUID()));
    return id;
  }

  private void login() {
    WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(Duration.ofSeconds(60))
        .build()
        .post()
        .uri("/v1/auth/login")
        .header("X-Forwarded-For", address)
        .header("User-Agent", agent)
        .bodyValue(Map.of("email", email("quirinia"), "password", PASSWORD))
        .exchange()
        .expectStatus()
        .isOk();
  }

  private List<Planted> planted() {
    String hash = HexFormat.of().formatHex(Sha256.of(email("quirinia")));
    return List.of(
        Planted.nowhere("first name", first),
        Planted.nowhere("last name", last),
        Planted.nowhere("e-mail", email("quirinia")),
        Planted.nowhere("hash of the e-mail", hash),
        Planted.nowhere("address", address),
        Planted.nowhere("user agent", agent));
  }

  private static Set<String> all(List<Planted> planted) {
    return planted.stream().map(Planted::kind).collect(Collectors.toSet());
  }

  private static Set<String> kinds(List<Planted> planted) throws Exception {
    return leaks(planted).stream()
        .map(leak -> leak.substring(0, leak.indexOf(" in ")))
        .collect(Collectors.toSet());
  }

  /** In the tables of this service; other tests' schemas are on the same server. */
  private static Set<String> leaks(List<Planted> planted) throws Exception {
    try (Connection all = TestServers.superuser()) {
      return new SecretSearch()
          .tables(all).leaks(planted).stream()
              .filter(leak -> leak.contains("table auth."))
              .collect(Collectors.toSet());
    }
  }

  private static long count(String table, UUID user) throws SQLException {
    try (Connection all = TestServers.superuser();
        Statement statement = all.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*) from auth." + table + " where user_id = '" + user + "'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void execute(String sql) {
    try (Connection all = TestServers.superuser();
        Statement statement = all.createStatement()) {
      statement.execute("set search_path = auth");
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String code(JsonNode problem) {
    return problem.get("code").asString();
  }
}
