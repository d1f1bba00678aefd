package com.lotview.posting;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.posting.account.AccountRest;
import com.lotview.posting.posting.HowRemoved;
import com.lotview.posting.posting.RemovalOrders;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Where a posting hands over: to the removal of its listing, and to the rest of its account. */
@Import(HandoverIT.Neighbours.class)
class HandoverIT extends ServiceUnderTest {
  private static final List<Ordered> REMOVALS = new CopyOnWriteArrayList<>();
  private static final List<UUID> RESTING = new CopyOnWriteArrayList<>();

  private record Ordered(UUID posting, HowRemoved how, UUID by) {}

  @TestConfiguration
  static class Neighbours {
    @Bean
    @Primary
    RemovalOrders removalOrdersHeard() {
      return (posting, how, by) ->
          Mono.fromRunnable(() -> REMOVALS.add(new Ordered(posting.id(), how, by)));
    }

    @Bean
    @Primary
    AccountRest accountRestHeard() {
      return (dealership, account, now) -> Mono.fromRunnable(() -> RESTING.add(account));
    }
  }

  @Test
  void whatIsLiveIsTakenDownAndWhatNoWorkerHasIsCalledOff() {
    UUID account = account();
    UUID live = live(account);
    delete(live, "?how=SOLD").expectStatus().isAccepted();
    assertThat(REMOVALS).contains(new Ordered(live, HowRemoved.SOLD, user));
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
    assertThat(REMOVALS).contains(new Ordered(posting, HowRemoved.DELETE, user));

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
    requested(posting, 2);
    assertThat(RESTING).containsOnlyOnce(account);
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
