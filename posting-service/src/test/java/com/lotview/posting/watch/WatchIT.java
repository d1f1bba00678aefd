package com.lotview.posting.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.LiveListings;
import com.lotview.testkit.EventContract;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Everything that a look can find about a listing, with the resulting state of the posting. */
@Tag("servers")
// The clock moves by days: without this, a check of the session would hold the account.
@TestPropertySource(
    properties = {
      "lotview.posting.session-check-interval=3650d",
      "lotview.posting.first-session-check-after=3650d"
    })
class WatchIT extends LiveListings {
  @Autowired private WatchPoller loop;
  @Autowired private WatchStore watches;
  @Autowired private TenantTransactions transactions;
  private final Set<String> looks = new HashSet<>();

  private JsonNode look(UUID account) {
    JsonNode next =
        EAR.await(
                EventTypes.POSTING_REQUESTED,
                event ->
                    event.get("kind").asString().equals("LOOK")
                        && event.get("fbAccountId").asString().equals(account.toString())
                        && !looks.contains(event.get("taskId").asString()))
            .body();
    looks.add(next.get("taskId").asString());
    return next;
  }

  /** The account's quiet time comes. */
  private JsonNode daily(UUID account) {
    quietTime();
    return look(account);
  }

  // Twice: the first time, the dealership's zone may be new, and it is not its quiet time.
  private void quietTime() {
    for (int i = 0; i < 2; i++) {
      time().advance(Duration.ofDays(1).plusHours(4));
      loop.poll().block(Duration.ofSeconds(30));
    }
  }

  private void seen(JsonNode look, UUID posting, String state, Map<String, Object> more) {
    Map<String, Object> one = new HashMap<>(more);
    one.put("postingId", posting);
    one.put("listingId", story(posting).get("fbListingId"));
    one.put("state", state);
    ended(
        look,
        "VALID",
        Map.of(
            "listings",
            Map.of("readToEnd", true, "others", 3, "seen", List.of(one)),
            "evidence",
            List.of(
                Map.of(
                    "kind",
                    "confirmation",
                    "key",
                    "evidence/" + dealership + "/" + look.get("taskId").asString() + "/1.png",
                    "takenAt",
                    clock.instant()))));
  }

  private JsonNode told(UUID posting, String finding) {
    JsonNode body =
        EAR.await(
                EventTypes.LISTING_SEEN,
                of(posting).and(event -> event.get("finding").asString().equals(finding)))
            .body();
    assertThat(
            EventContract.of(Topics.POSTING_PROGRESS, EventTypes.LISTING_SEEN)
                .violations(body.toString()))
        .isEmpty();
    return body;
  }

  private UUID answered(UUID account) {
    Live live = ordered(account, Map.of());
    written(live.posting());
    requested(live.posting(), 1);
    ended(
        live.posting(),
        account,
        1,
        "POSTED",
        Map.of(
            "seen",
            false,
            "fbListingId",
            "4711",
            "fbListingUrl",
            "https://www.example.com/marketplace/item/4711",
            "notes",
            List.of("The site said: Published")));
    awaitStatus(live.posting(), "PUBLISHING");
    return live.posting();
  }

  private JsonNode lookAfter(UUID account, Duration time) {
    time().advance(time);
    return look(account);
  }

  @Test
  void whatTheSiteOnlyAnswered_isPostedWhenItIsSeen() {
    UUID account = account();
    UUID posting = answered(account);
    assertThat(story(posting).get("timeline").toString()).contains("The site said: Published");
    JsonNode first = lookAfter(account, Duration.ofSeconds(61));
    assertThat(
            EventContract.of(Topics.POSTING_REQUESTED, EventTypes.POSTING_REQUESTED)
                .violations(first.toString()))
        .isEmpty();
    assertThat(first.at("/listings/0/listingId").asString()).isEqualTo("4711");
    seen(first, posting, "ABSENT", Map.of());
    awaitLooked(account);
    seen(lookAfter(account, Duration.ofMinutes(5)), posting, "LIVE", Map.of("priceCents", PRICE));

    awaitStatus(posting, "POSTED");
    told(posting, "APPEARED");
  }

  @Test
  void whatNeverAppears_isForAPersonWithPictures() {
    UUID account = account();
    UUID posting = answered(account);
    for (Duration wait :
        List.of(
            Duration.ofSeconds(61),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofDays(1))) {
      assertThat(story(posting).get("status").asString()).isEqualTo("PUBLISHING");
      seen(lookAfter(account, wait), posting, "ABSENT", Map.of());
      awaitLooked(account);
    }

    awaitStatus(posting, "NEEDS_REVIEW");
    assertThat(story(posting).get("evidence")).isNotEmpty();
    assertThat(told(posting, "NEVER_APPEARED").get("actions").toString()).contains("RESOLVE");
  }

  private void awaitLooked(UUID account) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            transactions
                .inTenant(dealership, watches.find(account))
                .map(watch -> watch.state() == AccountWatch.State.DONE)
                .block(Duration.ofSeconds(9)));
  }

  @Test
  void aListingThatTheSiteTakesDown_failsWithItsWordsAndMayBeTriedAgain() {
    UUID account = account();
    Live live = listing(account);
    seen(daily(account), live.posting(), "REJECTED", Map.of("says", "Against our policies"));

    awaitStatus(live.posting(), "FAILED");
    JsonNode story = story(live.posting());
    assertThat(story.at("/lastError/code").asString()).isEqualTo("FB_LISTING_REJECTED");
    assertThat(story.at("/lastError/message").asString()).contains("Against our policies");
    assertThat(told(live.posting(), "REJECTED").get("says").asString()).contains("policies");
    act(Role.SALESPERSON, live.posting(), "retry", Map.of()).expectStatus().isAccepted();
  }

  @Test
  void aListingThatTwoLooksMiss_isDeleted() {
    UUID account = account();
    Live live = listing(account);
    seen(daily(account), live.posting(), "ABSENT", Map.of());
    told(live.posting(), "MISSING");
    assertThat(story(live.posting()).get("status").asString()).isEqualTo("POSTED");
    awaitLooked(account);
    time().advance(QuietTime.SOON.plusSeconds(1));
    loop.poll().block(Duration.ofSeconds(30));
    seen(look(account), live.posting(), "ABSENT", Map.of());

    awaitStatus(live.posting(), "DELETED");
    told(live.posting(), "REMOVED");
  }

  @Test
  void aListingSoldByItsOwner_isDeletedAsSold() {
    UUID account = account();
    Live live = listing(account);
    seen(daily(account), live.posting(), "SOLD", Map.of());

    awaitStatus(live.posting(), "DELETED");
    assertThat(story(live.posting()).get("removedBy").asString()).isEqualTo("SOLD");
    told(live.posting(), "SOLD");
  }

  @Test
  void aPriceChangedByHand_isToldAndAcceptedOrRestored() {
    UUID account = account();
    Live live = listing(account);
    long other = PRICE - 100_000;
    seen(daily(account), live.posting(), "LIVE", Map.of("priceCents", other, "clicks", 12));

    JsonNode told = told(live.posting(), "PRICE_CHANGED");
    assertThat(told.get("priceCents").asLong()).isEqualTo(other);
    assertThat(told.get("actions")).hasSize(2);
    JsonNode story = story(live.posting());
    assertThat(story.get("status").asString()).isEqualTo("POSTED");
    assertThat(story.at("/lastError/code").asString()).isEqualTo("LISTING_DIFFERS");
    act(Role.GM, live.posting(), "listing-price", Map.of("decision", "RESTORE"))
        .expectStatus()
        .isOk();
    JsonNode edit = requested("EDIT", live.posting(), 1);
    assertThat(edit.at("/live/priceCents").asLong()).isEqualTo(other);
    assertThat(edit.at("/listing/priceCents").asLong()).isEqualTo(PRICE);
    act(Role.GM, live.posting(), "listing-price", Map.of("decision", "ACCEPT"))
        .expectStatus()
        .isEqualTo(409);
  }

  @Test
  void aListingThatTheSiteOffersToRenew_isRenewedWhenAPersonSaysSo() {
    UUID account = account();
    Live live = listing(account);
    act(Role.GM, live.posting(), "renew", Map.of()).expectStatus().isEqualTo(409);
    seen(daily(account), live.posting(), "LIVE", Map.of("priceCents", PRICE, "renewable", true));
    assertThat(told(live.posting(), "RENEWABLE").get("actions").get(0).asString())
        .isEqualTo("RENEW");

    act(Role.SALESPERSON, live.posting(), "renew", Map.of()).expectStatus().isForbidden();
    act(Role.GM, live.posting(), "renew", Map.of()).expectStatus().isAccepted();
    act(Role.GM, live.posting(), "renew", Map.of()).expectStatus().isAccepted();
    JsonNode renewal = requested("RENEW", live.posting(), 1);
    assertThat(
            EventContract.of(Topics.POSTING_REQUESTED, EventTypes.POSTING_REQUESTED)
                .violations(renewal.toString()))
        .isEmpty();
    ended(renewal, "RENEWED", Map.of());

    awaitChange(live.posting(), "RENEW", "DONE");
    assertThat(story(live.posting()).at("/listing/renewable").asBoolean()).isFalse();
    act(Role.GM, live.posting(), "renew", Map.of()).expectStatus().isEqualTo(409);
  }

  @Test
  void aLookWaitsBehindEveryOtherJobOfItsAccount() {
    UUID account = account();
    Live live = listing(account);
    UUID next = posting(account);
    written(next);
    requested(next, 1);
    quietTime();
    vehicleIs(live.vehicle(), "ACTIVE", 2400000);
    // On another topic than the end of the job: it may come later.
    awaitChange(live.posting(), "EDIT", "WAITING");
    ended(next, account, 1, "FAILED", Map.of("code", "FIELD", "reason", "No such option"));

    JsonNode edit = requested("EDIT", live.posting(), 1);
    assertThat(
            EAR.count(
                EventTypes.POSTING_REQUESTED,
                event ->
                    event.get("kind").asString().equals("LOOK")
                        && event.get("fbAccountId").asString().equals(account.toString())))
        .isZero();
    ended(edit, "EDITED", Map.of());
    seen(look(account), live.posting(), "LIVE", Map.of("priceCents", 2400000));
    awaitLooked(account);
    JsonNode watch =
        body(
            as(Role.GM)
                .get()
                .uri("/v1/fb-accounts/" + account + "/listings")
                .exchange()
                .expectStatus()
                .isOk());
    assertThat(watch.get("otherListings").asInt()).isEqualTo(3);
    assertThat(story(live.posting()).at("/listing/state").asString()).isEqualTo("LIVE");
  }
}
