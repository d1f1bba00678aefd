package com.lotview.posting.posting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import com.lotview.kit.id.Ids;
import com.lotview.posting.ServiceUnderTest;
import com.lotview.testkit.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Lists of postings: names, filters, search, order, cursors and counts. */
@Tag("servers")
class PostingListsIT extends ServiceUnderTest {

  @Test
  void eachAnswerNamesPersonAndAccount_andAsksOncePerMinute() {
    String path = "/internal/dealerships/" + dealership + "/people";
    OTHERS.stubFor(
        get(path)
            .atPriority(1)
            .willReturn(
                okJson("{\"data\":[{\"id\":\"%s\",\"name\":\"Sam Doe\"}]}".formatted(user))));
    UUID account = account();
    UUID posting = posting(account);

    JsonNode listed = list("").get("data").get(0);
    assertThat(listed.at("/user/id").asString()).isEqualTo(user.toString());
    assertThat(listed.at("/user/name").asString()).isEqualTo("Sam Doe");
    assertThat(listed.at("/account/id").asString()).isEqualTo(account.toString());
    assertThat(listed.at("/account/label").asString()).isEqualTo("Main account");
    assertThat(listed.get("userId")).isEqualTo(listed.at("/user/id"));
    assertThat(story(posting).at("/user/name").asString()).isEqualTo("Sam Doe");
    OTHERS.verify(1, getRequestedFor(urlEqualTo(path)));
  }

  @Test
  void withoutTheAuthServiceTheListHasNoNames() {
    OTHERS.stubFor(
        get("/internal/dealerships/" + dealership + "/people")
            .atPriority(1)
            .willReturn(aResponse().withStatus(503)));
    posting(account());
    JsonNode listed = list("").get("data").get(0);
    assertThat(listed.at("/user/name").isNull()).isTrue();
    assertThat(listed.at("/account/label").asString()).isEqualTo("Main account");
  }

  @Test
  void filtersLeaveOutTheOthers() {
    UUID account = account();
    UUID camry = posting(account);
    Instant tuesday = clock.instant().plus(Duration.ofDays(2));
    UUID later = ordered(account, vehicle(Map.of("make", "Ford", "model", "F-150")), tuesday);
    UUID foreign = orderedByAnother(account);

    assertThat(ids("?mine=true")).containsExactly(later, camry);
    assertThat(ids("?mine=false")).containsExactly(foreign, later, camry);
    assertThat(ids("?userId=" + user)).containsExactly(later, camry);
    assertThat(ids("?startsFrom=" + tuesday)).containsExactly(later);
    assertThat(ids("?startsTo=" + tuesday)).containsExactly(foreign, camry);
    assertThat(ids("?sort=startsAt")).containsExactly(camry, foreign, later);
    assertThat(ids("?sort=-startsAt")).containsExactly(later, foreign, camry);
    assertThat(ids("?sort=createdAt")).containsExactly(camry, later, foreign);
    JsonNode counts = counts("?mine=true");
    assertThat(counts.at("/counts/GENERATING").asLong()).isEqualTo(2);
    assertThat(counts.at("/counts/FAILED").asLong()).isZero();
    assertThat(counts.get("total").asLong()).isEqualTo(2);
    assertThat(counts("?search=f-150").get("total").asLong()).isEqualTo(1);
  }

  @Test
  void aSearchFindsWordsAnywhere_andWildcardsAreLetters() {
    UUID account = account();
    UUID camry = ordered(account, vehicle(Map.of("stockNumber", "100%_A")), null);
    UUID ford =
        ordered(account, vehicle(Map.of("make", "Ford", "model", "Fiesta", "year", 2019)), null);
    written(camry);
    awaitStatus(camry, "READY");

    assertThat(ids("?search=TOYOTA camry")).containsExactly(camry);
    assertThat(ids("?search=2019 fies")).containsExactly(ford);
    assertThat(ids("?search=%_a")).containsExactly(camry);
    assertThat(ids("?search=_")).containsExactly(camry);
    assertThat(ids("?search=toyota fiesta")).isEmpty();
    assertThat(ids("?search= ")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"createdAt", "-createdAt", "startsAt", "-startsAt"})
  void aCursorLosesAndRepeatsNothing(String sort) {
    UUID account = account();
    List<UUID> all = new ArrayList<>();
    // Two have the same moment: then the id decides.
    Instant same = clock.instant().plus(Duration.ofHours(5));
    for (int i = 0; i < 4; i++) {
      all.add(ordered(account, vehicle(), i < 2 ? same : null));
    }
    List<UUID> wanted = ids("?sort=" + sort);
    assertThat(wanted).containsExactlyInAnyOrderElementsOf(all);

    JsonNode first = list("?limit=2&sort=" + sort);
    assertThat(first.at("/pagination/total").asInt()).isEqualTo(4);
    UUID newcomer = ordered(account, vehicle(), null);
    List<UUID> read = ids(first);
    JsonNode part = first;
    while (!part.get("nextCursor").isNull()) {
      part = list("?limit=2&sort=" + sort + "&cursor=" + part.get("nextCursor").asString());
      read.addAll(ids(part));
    }
    read.remove(newcomer);
    assertThat(read).isEqualTo(wanted);
  }

  @Test
  void aWrongParameterIsNamed() {
    UUID account = account();
    posting(account);
    posting(account);
    String cursor = list("?limit=1").get("nextCursor").asString();
    Map<String, String> wrong = new HashMap<>();
    wrong.put("?stauts=READY", "stauts");
    wrong.put("?status=", "status");
    wrong.put("?status=DONE", "status");
    wrong.put("?sort=price", "sort");
    wrong.put("?cursor=x", "cursor");
    wrong.put("?cursor=" + cursor + "&sort=createdAt", "cursor");
    wrong.put("?cursor=" + cursor + "&page=1", "cursor");
    wrong.put("?mine=true&userId=" + user, "userId");
    wrong.put("?limit=201", "limit");
    wrong.put("/counts?page=1", "page");
    wrong.forEach((query, field) ->
        as(Role.SALESPERSON)
            .get()
            .uri("/v1/postings" + query)
            .exchange()
            .expectStatus()
            .isBadRequest()
            .expectBody()
            .jsonPath("$.errors[0].field")
            .isEqualTo(field));
  }

  private UUID ordered(UUID account, UUID vehicle, Instant at) {
    Map<String, Object> order = new HashMap<>(Map.of("vehicleId", vehicle, "fbAccountId", account));
    if (at != null) {
      order.put("scheduledFor", at);
    }
    return UUID.fromString(body(order(order).expectStatus().isAccepted()).get("id").asString());
  }

  private UUID orderedByAnother(UUID account) {
    String token = TestIssuer.running().accessToken(Ids.next(), dealership, Role.SALESPERSON);
    return UUID.fromString(
        body(client(token)
                .post()
                .uri("/v1/postings")
                .bodyValue(Map.of("vehicleId", vehicle(), "fbAccountId", account))
                .exchange()
                .expectStatus()
                .isAccepted())
            .get("id")
            .asString());
  }

  private JsonNode list(String query) {
    return read("/v1/postings" + query);
  }

  private JsonNode counts(String query) {
    return read("/v1/postings/counts" + query);
  }

  private JsonNode read(String path) {
    return body(as(Role.SALESPERSON).get().uri(path).exchange().expectStatus().isOk());
  }

  private List<UUID> ids(String query) {
    return ids(list(query));
  }

  private static List<UUID> ids(JsonNode list) {
    List<UUID> ids = new ArrayList<>();
    list.get("data").forEach(one -> ids.add(UUID.fromString(one.get("id").asString())));
    return ids;
  }
}
