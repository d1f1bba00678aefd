package com.lotview.posting.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.posting.LiveListings;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Where a posting hands over: to the removal of its listing, and to the rest of its account. */
@Tag("servers")
class HandoverIT extends LiveListings {
  @Test
  void whatIsLiveIsTakenDownAndWhatNoWorkerHasIsCalledOff() {
    UUID account = account();
    UUID live = live(account);
    delete(live, "?how=SOLD").expectStatus().isAccepted();
    assertThat(requested("REMOVE", live, 1).get("removal").asString()).isEqualTo("SOLD");
    assertThat(story(live).at("/removal/how").asString()).isEqualTo("SOLD");
    UUID ordered = posting(account);
    assertThat(body(delete(ordered, "").expectStatus().isAccepted()).get("status").asString())
        .isEqualTo("CANCELLED");
    notRemovable(ordered);
    UUID failed = failed(account());
    notRemovable(failed);
    as(Role.SALESPERSON)
        .delete()
        .uri("/v1/postings/" + live)
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void whatAWorkerIsJustMakingIsTakenDownAsSoonAsItIsLive() {
    UUID account = account();
    UUID posting = withFleet(account);
    JsonNode answer = body(delete(posting, "").expectStatus().isAccepted());
    assertThat(answer.get("status").asString()).isEqualTo("POSTING");
    assertThat(answer.at("/removal/state").asString()).isEqualTo("WANTED");
    ended(posting, account, 1, "POSTED", Map.of("fbListingId", "9"));
    awaitStatus(posting, "POSTED");
    JsonNode removal = requested("REMOVE", posting, 1);
    assertThat(removal.get("removal").asString()).isEqualTo("DELETE");
    ended(removal, "REMOVED", Map.of());
    awaitStatus(posting, "DELETED");

    UUID other = withFleet(account);
    delete(other, "").expectStatus().isAccepted();
    ended(other, account, 1, "FAILED", Map.of("retryable", true, "reason", "No page"));
    awaitStatus(other, "CANCELLED");
    assertThat(EAR.count(EventTypes.POSTING_REQUESTED, of(other))).isEqualTo(1);
  }

  @Test
  void aLimitNoticeLetsTheAccountRestAndThePostingWait() {
    UUID account = account();
    UUID posting = withFleet(account);
    ended(
        posting,
        account,
        1,
        "FAILED",
        Map.of("code", "FB_RATE_LIMITED", "reason", "You can't post right now"));
    awaitStatus(posting, "READY");
    assertThat(accountView(account).get("state").asString()).isEqualTo("RESTING");
    time().advance(Duration.ofHours(25));
    requested(posting, 2);
    assertThat(story(posting).at("/lastError/code").asString()).isEqualTo("FB_RATE_LIMITED");
  }

  private void notRemovable(UUID posting) {
    delete(posting, "")
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("POSTING_NOT_REMOVABLE");
  }

  private WebTestClient.ResponseSpec delete(UUID posting, String query) {
    return as(Role.SALES_MANAGER).delete().uri("/v1/postings/" + posting + query).exchange();
  }
}
