package com.lotview.posting.posting.submit;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.kit.id.Ids;
import com.lotview.posting.ServiceUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Orders that are changed before a worker has them. */
@Tag("servers")
class ChangePostingIT extends ServiceUnderTest {

  @Test
  void timePriceAndAccountChange_andTheQueueFollows() {
    UUID first = account();
    UUID second = account();
    Instant tuesday = clock.instant().plus(Duration.ofDays(2));
    UUID posting = ordered(first, tuesday);
    written(posting);
    awaitStatus(posting, "READY");

    JsonNode changed =
        body(
            change(posting, Map.of("price", 2000000, "fbAccountId", second)).expectStatus().isOk());
    assertThat(changed.get("price").asLong()).isEqualTo(2000000);
    assertThat(changed.at("/account/id").asString()).isEqualTo(second.toString());
    assertThat(changed.get("scheduledFor").asString()).isNotEmpty();
    assertThat(story(posting).get("timeline").toString())
        .contains("the price is 20,000.00 instead of 24,999.00")
        .contains("it goes through the account");
    JsonNode event =
        EAR.await(
                EventTypes.POSTING_STATE,
                of(posting).and(e -> e.path("orderChanged").asBoolean(false)))
            .body();
    assertThat(event.get("fbAccountId").asString()).isEqualTo(second.toString());
    assertThat(event.get("status").asString()).isEqualTo("READY");
    JsonNode recorded =
        EAR.await(
                EventTypes.AUDIT_RECORDED,
                e ->
                    e.get("action").asString().equals("posting.changed")
                        && e.get("subject").asString().endsWith("" + posting))
            .body();
    assertThat(recorded.get("changes").toString())
        .contains("{\"field\":\"price\",\"from\":\"2499900\",\"to\":\"2000000\"}")
        .contains("\"from\":\"" + first + "\",\"to\":\"" + second + "\"");
    assertThat(EAR.count(EventTypes.POSTING_REQUESTED, of(posting))).isZero();

    Map<String, Object> atOnce = new HashMap<>();
    atOnce.put("scheduledFor", null);
    JsonNode now = body(change(posting, atOnce).expectStatus().isOk());
    assertThat(now.get("scheduledFor").isNull()).isTrue();
    JsonNode job = requested(posting, 1);
    assertThat(job.get("fbAccountId").asString()).isEqualTo(second.toString());
    assertThat(job.at("/listing/priceCents").asLong()).isEqualTo(2000000);
    change(posting, Map.of("price", 1900000))
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("POSTING_NOT_CHANGEABLE");
  }

  @Test
  void anOwnPriceOutlivesTheVehicles_andATextThatComesLaterGoesToTheNewAccount() {
    UUID first = account();
    UUID second = account();
    UUID posting = ordered(first, null);
    change(posting, Map.of("price", 2100000, "fbAccountId", second)).expectStatus().isOk();
    written(posting);
    JsonNode job = requested(posting, 1);
    assertThat(job.get("fbAccountId").asString()).isEqualTo(second.toString());
    assertThat(job.at("/listing/priceCents").asLong()).isEqualTo(2100000);
  }

  @Test
  void whatIsAsItWasLeavesNoLine() {
    UUID account = account();
    UUID posting = ordered(account, null);
    int lines = story(posting).get("timeline").size();
    Map<String, Object> same = new HashMap<>(Map.of("fbAccountId", account));
    same.put("scheduledFor", null);
    change(posting, same).expectStatus().isOk();
    assertThat(story(posting).get("timeline").size()).isEqualTo(lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|body",
        "{\"colour\":1}|colour",
        "{\"price\":null}|price",
        "{\"price\":0}|price",
        "{\"price\":1.5}|price",
        "{\"price\":\"5\"}|price",
        "{\"price\":1000000001}|price",
        "{\"scheduledFor\":\"tomorrow\"}|scheduledFor",
        "{\"scheduledFor\":\"2020-01-01T00:00:00Z\"}|scheduledFor",
        "{\"scheduledFor\":5}|scheduledFor",
        "{\"fbAccountId\":null}|fbAccountId",
        "{\"fbAccountId\":\"x\"}|fbAccountId"
      })
  void aWrongFieldIsNamed(String body, String field) {
    UUID posting = Ids.next();
    change(posting, JSON.readTree(body), null)
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo(field);
  }

  @Test
  void anAccountThatCannotBeUsedIsRefused() {
    UUID posting = ordered(account(), null);
    change(posting, Map.of("fbAccountId", Ids.next()))
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("FB_ACCOUNT_NOT_FOUND");
    change(Ids.next(), Map.of("price", 5)).expectStatus().isNotFound();
  }

  @Test
  void ofTwoPeopleTheSecondLearnsOfTheFirst() {
    UUID posting = ordered(account(), null);
    String read =
        as(Role.SALESPERSON)
            .get()
            .uri("/v1/postings/" + posting)
            .exchange()
            .expectStatus()
            .isOk()
            .returnResult(String.class)
            .getResponseHeaders()
            .getETag();
    String later =
        change(posting, JSON.valueToTree(Map.of("price", 2200000)), read)
            .expectStatus()
            .isOk()
            .returnResult(String.class)
            .getResponseHeaders()
            .getETag();
    assertThat(later).isNotNull().isNotEqualTo(read);
    change(posting, JSON.valueToTree(Map.of("price", 2300000)), read)
        .expectStatus()
        .isEqualTo(412)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("VERSION_CONFLICT");
    assertThat(story(posting).get("price").asLong()).isEqualTo(2200000);
    change(posting, JSON.valueToTree(Map.of("price", 2300000)), later).expectStatus().isOk();
  }

  @Test
  void manyWhoMoveAPostingAtOnceDoNotWaitForEachOther() {
    List<UUID> accounts = List.of(account(), account(), account());
    UUID posting = ordered(accounts.getFirst(), clock.instant().plus(Duration.ofDays(1)));
    written(posting);
    awaitStatus(posting, "READY");
    List<Integer> answers =
        IntStream.range(0, 24)
            .parallel()
            .mapToObj(i ->
                change(posting, Map.of("fbAccountId", accounts.get(i % 3)))
                    .returnResult(String.class)
                    .getStatus()
                    .value())
            .toList();
    // One that read the account before another moved the posting is refused, and nothing hangs.
    assertThat(answers).isSubsetOf(200, 409).contains(200);
    UUID last = UUID.fromString(story(posting).get("fbAccountId").asString());
    Map<String, Object> atOnce = new HashMap<>();
    atOnce.put("scheduledFor", null);
    change(posting, atOnce).expectStatus().isOk();
    assertThat(requested(posting, 1).get("fbAccountId").asString()).isEqualTo(last.toString());
  }

  private UUID ordered(UUID account, @Nullable Instant at) {
    Map<String, Object> order =
        new HashMap<>(Map.of("vehicleId", vehicle(), "fbAccountId", account));
    order.put("scheduledFor", at);
    return UUID.fromString(body(order(order).expectStatus().isAccepted()).get("id").asString());
  }

  private ResponseSpec change(UUID posting, Map<String, Object> body) {
    return change(posting, JSON.valueToTree(body), null);
  }

  private ResponseSpec change(UUID posting, JsonNode body, @Nullable String ifMatch) {
    return as(Role.SALESPERSON)
        .patch()
        .uri("/v1/postings/" + posting)
        .headers(headers -> {
          if (ifMatch != null) {
            headers.setIfMatch(ifMatch);
          }
        })
        .bodyValue(body)
        .exchange();
  }
}
