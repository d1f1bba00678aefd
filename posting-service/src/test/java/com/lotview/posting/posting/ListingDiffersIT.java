package com.lotview.posting.posting;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.kit.id.Ids;
import com.lotview.posting.LiveListings;
import com.lotview.testkit.EventContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What workers see of listings and of the form, as people see it. */
@Tag("servers")
class ListingDiffersIT extends LiveListings {

  @Test
  void aListingThatShowsSomethingElseIsLiveAndTellsSo() {
    UUID account = account();
    UUID posting = withFleet(account);
    Instant taken = clock.instant();
    ended(
        posting,
        account,
        1,
        "POSTED",
        Map.of(
            "fbListingId",
            "77",
            "fbListingUrl",
            "https://www.example.com/marketplace/item/77",
            "reason",
            "The listing shows otherwise: photos 0 instead of 10",
            "differences",
            List.of(Map.of("field", "photos", "wanted", "10", "found", "0")),
            "notes",
            List.of("the site says: This listing is being reviewed"),
            "evidence",
            List.of(picture(posting, "form", taken), picture(posting, "failure", month(taken)))));

    JsonNode told = EAR.await(EventTypes.POSTING_STATE, state(posting, "POSTED")).body();
    assertThat(told.get("errorCode").asString()).isEqualTo("LISTING_DIFFERS");
    JsonNode story = story(posting);
    assertThat(story.get("status").asString()).isEqualTo("POSTED");
    assertThat(story.at("/lastError/field").asString()).isEqualTo("photos");
    assertThat(story.at("/differences/0/found").asString()).isEqualTo("0");
    assertThat(lines(story, "NOTE"))
        .contains(
            "The live listing differs: photos is \"0\" instead of \"10\"",
            "the site says: This listing is being reviewed");
    // The picture that is older than thirty days is gone from the store.
    assertThat(lines(story, "PICTURE")).containsExactly("Picture: form");
    assertThat(story.get("evidence")).hasSize(1);
    assertThat(line(story, "PICTURE").get("url").asString()).contains("1-form.png").contains("?");
  }

  @Test
  void aHealedLabelIsALineOfTheTimeline() {
    UUID account = account();
    UUID posting = withFleet(account);
    Map<String, Object> heal =
        Map.of(
            "jobId",
            "posting:" + posting + ":1",
            "postingId",
            posting,
            "dealershipId",
            dealership,
            "fbAccountId",
            account,
            "attempt",
            1,
            "field",
            "exteriorColor",
            "wanted",
            "choice: Exterior color",
            "used",
            "choice: Outside color",
            "score",
            0.82,
            "language",
            "en");
    Map<String, Object> whole = new java.util.HashMap<>(heal);
    whole.put("mapVersion", 1);
    assertThat(
            EventContract.of(Topics.POSTING_PROGRESS, EventTypes.FORM_HEALED)
                .violations(JSON.writeValueAsString(whole)))
        .isEmpty();
    EAR.send(
        Topics.POSTING_PROGRESS, EventTypes.FORM_HEALED, account.toString(), Ids.next(), whole);

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !lines(story(posting), "HEAL").isEmpty());
    assertThat(line(story(posting), "HEAL").get("message").asString())
        .contains("exteriorColor", "Exterior color", "Outside color", "0.82", "map en 1");
  }

  @Test
  void theFormOfAnAccountIsReadInItsTurn() {
    UUID account = account();
    String path = "/v1/fb-accounts/" + account;
    as(Role.SALESPERSON).post().uri(path + "/form-check").exchange().expectStatus().isForbidden();
    JsonNode asked = askForForm(path);
    String id = asked.get("checkId").asString();
    assertThat(asked.get("state").asString()).isEqualTo("CHECKING");
    JsonNode job =
        EAR.await(
                EventTypes.POSTING_REQUESTED, event -> event.path("taskId").asString("").equals(id))
            .body();
    assertThat(job.get("kind").asString()).isEqualTo("VALIDATE");
    assertThat(job.get("readForm").asBoolean()).isTrue();
    assertThat(
            EventContract.of(Topics.POSTING_REQUESTED, EventTypes.POSTING_REQUESTED)
                .violations(job.toString()))
        .isEmpty();
    assertThat(askForForm(path).get("checkId").asString()).isEqualTo(id);

    ended(
        job,
        "VALID",
        Map.of(
            "form",
            Map.of(
                "language",
                "es",
                "mapVersion",
                3,
                "findings",
                List.of(
                    Map.of("field", "year", "state", "MATCHES", "required", true, "found", "Year"),
                    Map.of("field", "price", "state", "MISSING", "required", true)),
                "makes",
                List.of("Citroën", "Ford", "Land Rover", "land")),
            "evidence",
            List.of(
                Map.of(
                    "kind",
                    "form",
                    "key",
                    "evidence/" + dealership + "/" + id + "/1-form.png",
                    "takenAt",
                    clock.instant()))));

    String result = path + "/form-checks/" + id;
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> seen(result).get("state").asString(), "DONE"::equals);
    JsonNode done = seen(result);
    assertThat(done.get("mapVersion").asInt()).isEqualTo(3);
    assertThat(languageOfText(account)).isEqualTo("es");
    assertThat(languageOfText(account())).as("never checked").isEqualTo("null");
    assertThat(done.at("/findings/1/field").asString()).isEqualTo("price");
    assertThat(done.at("/findings/1/state").asString()).isEqualTo("MISSING");
    assertThat(done.at("/findings/1/required").asBoolean()).isTrue();
    assertThat(done.get("picture").asString()).contains("1-form.png");
    asUser(Role.GM, Ids.next()).get().uri(result).exchange().expectStatus().isNotFound();
    // The account is free again: the next check is another one.
    assertThat(askForForm(path).get("checkId").asString()).isNotEqualTo(id);
    refusesOnlyWhatTheListLacks(account);
  }

  /** Texts are requested in the language in which the account's form was last seen. */
  private String languageOfText(UUID account) {
    UUID ford = vehicle(Map.of("make", "Ford"));
    UUID posting =
        UUID.fromString(
            body(order(Map.of("vehicleId", ford, "fbAccountId", account))
                    .expectStatus()
                    .isAccepted())
                .get("id")
                .asString());
    JsonNode wanted = EAR.await(EventTypes.LISTING_REQUESTED, of(posting)).body();
    return wanted.path("language").asString("null");
  }

  /** The list that was read last counts, also while the next check is under way. */
  private void refusesOnlyWhatTheListLacks(UUID account) {
    UUID ram = vehicle(Map.of("make", "Ram"));
    order(Map.of("vehicleId", ram, "fbAccountId", account))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("VEHICLE_NOT_POSTABLE")
        .jsonPath("$.errors[0].field")
        .isEqualTo("make")
        .jsonPath("$.errors[0].reason")
        .value(
            reason -> assertThat(reason.toString()).contains("no Ram", "check the account's form"));
    order(Map.of("vehicleId", vehicle(Map.of("make", "CITROEN")), "fbAccountId", account))
        .expectStatus()
        .isAccepted();
    order(Map.of("vehicleId", ram, "fbAccountId", account())).expectStatus().isAccepted();
  }

  @Test
  void anAccountThatWaitsForItsOwnerHasNoFormToRead() {
    UUID account = account();
    String path = "/v1/fb-accounts/" + account;
    String id = askForForm(path).get("checkId").asString();
    JsonNode job =
        EAR.await(
                EventTypes.POSTING_REQUESTED, event -> event.path("taskId").asString("").equals(id))
            .body();
    ended(job, "NEEDS_LOGIN", Map.of("code", "FB_TWO_FACTOR", "reason", "A code is asked for"));

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> accountView(account).get("state").asString(), "NEEDS_LOGIN"::equals);
    assertThat(seen(path + "/form-checks/" + id).get("state").asString()).isEqualTo("NEEDS_LOGIN");
    as(Role.GM)
        .post()
        .uri(path + "/form-check")
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("FB_SESSION_INVALID");
  }

  private JsonNode askForForm(String path) {
    return body(
        as(Role.SALES_MANAGER)
            .post()
            .uri(path + "/form-check")
            .exchange()
            .expectStatus()
            .isAccepted());
  }

  private JsonNode seen(String path) {
    return body(as(Role.SALES_MANAGER).get().uri(path).exchange().expectStatus().isOk());
  }

  private static Instant month(Instant at) {
    return at.minus(Duration.ofDays(31));
  }

  private Map<String, Object> picture(UUID posting, String kind, Instant at) {
    return Map.of(
        "kind",
        kind,
        "key",
        "evidence/" + dealership + "/" + posting + "/1-" + kind + ".png",
        "takenAt",
        at);
  }

  private static List<String> lines(JsonNode story, String type) {
    return StreamSupport.stream(story.get("timeline").spliterator(), false)
        .filter(line -> line.get("type").asString().equals(type))
        .map(line -> line.get("message").asString())
        .toList();
  }

  private static JsonNode line(JsonNode story, String type) {
    return StreamSupport.stream(story.get("timeline").spliterator(), false)
        .filter(line -> line.get("type").asString().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
