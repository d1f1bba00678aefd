package com.lotview.posting.posting.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.posting.ServiceUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An undecidable posting is shown to a person, and the wait for a missing answer ends. */
@Tag("servers")
class ReviewIT extends ServiceUnderTest {
  private static final String URL = "https://www.facebook.com/marketplace/item/777";

  @Test
  void aPersonSeesThePictureAndSaysThatItIsLive() {
    UUID posting = inReview(account());
    JsonNode story = story(posting);
    assertThat(story.at("/evidence/0/kind").asString()).isEqualTo("failure");
    assertThat(story.at("/evidence/0/url").asString()).contains("X-Amz-Signature");
    for (String wrong :
        List.of(
            "",
            "https://www.facebook.com/marketplace/",
            "javascript:alert(1)",
            "http://x.y/marketplace/item/1")) {
      act(Role.GM, posting, "resolve", Map.of("outcome", "POSTED", "listingUrl", wrong))
          .expectStatus()
          .isBadRequest()
          .expectBody()
          .jsonPath("$.errors[0].field")
          .isEqualTo("listingUrl");
    }
    act(Role.SALESPERSON, posting, "resolve", Map.of("outcome", "NOT_POSTED"))
        .expectStatus()
        .isForbidden();
    JsonNode resolved =
        body(
            act(
                    Role.SALES_MANAGER,
                    posting,
                    "resolve",
                    Map.of(
                        "outcome", "POSTED", "listingUrl", URL + "/?ref=share", "note", "I see it"))
                .expectStatus()
                .isOk());
    assertThat(resolved.get("status").asString()).isEqualTo("POSTED");
    assertThat(resolved.get("fbListingId").asString()).isEqualTo("777");
    assertThat(resolved.get("fbListingUrl").asString()).isEqualTo(URL);
    EAR.await(
        EventTypes.AUDIT_RECORDED,
        event ->
            event.get("action").asString().equals("posting.resolved.posted")
                && event.get("subject").asString().endsWith(posting.toString()));
    act(Role.GM, posting, "resolve", Map.of("outcome", "NOT_POSTED"))
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("POSTING_NOT_IN_REVIEW");
  }

  @Test
  void aPersonSaysThatItIsNotLiveAndHasItTriedAgain() {
    UUID account = account();
    UUID posting = inReview(account);
    as(Role.GM).delete().uri("/v1/postings/" + posting).exchange().expectStatus().isEqualTo(409);
    act(Role.GM, posting, "resolve", Map.of("outcome", "NOT_POSTED")).expectStatus().isOk();
    assertThat(story(posting).get("status").asString()).isEqualTo("FAILED");
    act(Role.GM, posting, "retry", Map.of()).expectStatus().isAccepted();
    requested(posting, 2);
  }

  @Test
  void anAttemptWithoutAnAnswerIsShownHoldsItsAccountAndIsSettledByTheLateAnswer() {
    UUID account = account();
    UUID posting = withFleet(account);
    UUID next = posting(account);
    written(next);
    awaitStatus(next, "READY");
    time().advance(Duration.ofMinutes(21));
    awaitStatus(posting, "NEEDS_REVIEW");
    assertThat(story(posting).at("/lastError/code").asString()).isEqualTo("NO_ANSWER");
    act(Role.GM, posting, "resolve", Map.of("outcome", "NOT_POSTED")).expectStatus().isEqualTo(409);
    assertThat(EAR.count(EventTypes.POSTING_REQUESTED, of(next))).isZero();
    ended(posting, account, 1, "POSTED", Map.of("fbListingId", "3", "fbListingUrl", URL));
    awaitStatus(posting, "POSTED");
    requested(next, 1);
  }

  @Test
  void aListingThatAPersonHasDeniedIsToldWhenItShowsUp() {
    UUID account = account();
    UUID posting = inReview(account);
    act(Role.GM, posting, "resolve", Map.of("outcome", "NOT_POSTED")).expectStatus().isOk();
    ended(posting, account, 1, "POSTED", Map.of("fbListingId", "777", "fbListingUrl", URL));
    EAR.await(
        EventTypes.POSTING_STATE,
        state(posting, "FAILED")
            .and(event -> event.path("errorCode").asString("").equals("LIVE_AFTER_ALL")));
    JsonNode story = story(posting);
    assertThat(story.get("status").asString()).isEqualTo("FAILED");
    assertThat(story.at("/lastError/message").asString()).contains(URL);
    assertThat(story.get("fbListingUrl").asString()).isEqualTo(URL);
    act(Role.GM, posting, "retry", Map.of())
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("POSTING_NOT_RETRYABLE");
  }

  @Test
  void aTextThatNeverComesIsAskedForThriceAndThenThePostingFails() {
    UUID posting = posting(account());
    for (int request = 1; request <= 3; request++) {
      int number = request;
      EAR.await(
          EventTypes.LISTING_REQUESTED,
          of(posting).and(event -> event.get("attempt").asInt() == number));
      time().advance(Duration.ofSeconds(125));
    }
    awaitStatus(posting, "FAILED");
    assertThat(story(posting).at("/lastError/code").asString()).isEqualTo("AI_GENERATION_FAILED");
    // A text that comes now is not used, and a person may have it tried again.
    written(posting, 3);
    act(Role.SALESPERSON, posting, "retry", Map.of()).expectStatus().isAccepted();
    EAR.await(
        EventTypes.LISTING_REQUESTED, of(posting).and(event -> event.get("attempt").asInt() == 4));
    written(posting, 4);
    requested(posting, 1);
  }

  private UUID inReview(UUID account) {
    UUID posting = withFleet(account);
    Map<String, Object> picture =
        Map.of(
            "kind",
            "failure",
            "key",
            "evidence/" + dealership + "/" + posting + "/1-failure.png",
            "takenAt",
            Instant.now());
    ended(
        posting,
        account,
        1,
        "NEEDS_REVIEW",
        Map.of("reason", "The page went away after the click", "evidence", List.of(picture)));
    awaitStatus(posting, "NEEDS_REVIEW");
    return posting;
  }
}
