package com.lotview.notification.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.notification.webhook.HookEvents;
import com.lotview.testkit.EventContract;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events of other services, and what the dealership gets of them. */
class NewsTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static <T> T example(String topic, String type, Class<T> body) {
    return JSON.readValue(EventContract.of(topic, type).example(), body);
  }

  private static List<String> fields(News news) {
    JsonNode data = JSON.readTree(JSON.writeValueAsString(news.data()));
    return List.copyOf(data.propertyNames());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "QUEUED|false|posting.queued|postingId,vehicleId,jobId",
        "GENERATING|false|posting.generating|postingId,vehicleId",
        "READY|false|posting.ready|postingId,title,description",
        "POSTING|false|posting.posting|postingId,vehicleId",
        "PUBLISHING|false|posting.publishing|postingId,vehicleId,fbListingUrl",
        "POSTED|false|posting.completed|postingId,fbListingUrl,fbListingId,warning",
        "FAILED|false|posting.failed|postingId,error,attempt,willRetry",
        "READY|true|posting.failed|postingId,error,attempt,willRetry",
        "CANCELLED|false|posting.cancelled|postingId",
        "DELETED|false|posting.deleted|postingId",
        "NEEDS_LOGIN|false|posting.needs_login|postingId,vehicleId,error",
        "NEEDS_REVIEW|false|posting.needs_review|postingId,vehicleId,error"
      })
  void everyStateIsNewsWithTheDocumentsFields(
      String status, boolean willRetry, String event, String fields) {
    UUID id = UUID.randomUUID();
    News news =
        new PostingStateChanged(
                id,
                id,
                id,
                null,
                id,
                "job",
                status,
                2,
                "t",
                "d",
                "1",
                "u",
                "went wrong",
                willRetry,
                null,
                null,
                null)
            .news()
            .orElseThrow();

    assertThat(news.event()).isEqualTo(event).isIn(HookEvents.ALL);
    assertThat(String.join(",", fields(news))).isEqualTo(fields);
  }

  @Test
  void aChangedOrderIsNoNewState() {
    UUID id = UUID.randomUUID();
    Instant at = Instant.parse("2026-12-01T16:00:00Z");
    News news =
        new PostingStateChanged(
                id, id, id, null, id, null, "READY", 0, "t", "d", null, null, null, false, at, 99L,
                true)
            .news()
            .orElseThrow();
    assertThat(news.event()).isEqualTo("posting.changed");
    assertThat(fields(news))
        .containsExactlyInAnyOrder(
            "postingId", "vehicleId", "fbAccountId", "scheduledFor", "priceCents");
  }

  @Test
  void anUnknownStateIsNoNews() {
    UUID id = UUID.randomUUID();

    assertThat(
            new PostingStateChanged(
                    id,
                    id,
                    id,
                    null,
                    id,
                    null,
                    "NEXT_YEAR",
                    1,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null)
                .news())
        .isEmpty();
  }

  @Test
  void thePublishedExamplesAreRead() {
    assertThat(
            example(Topics.POSTING_PROGRESS, EventTypes.POSTING_STATE, PostingStateChanged.class)
                .news()
                .orElseThrow()
                .event())
        .isEqualTo("posting.completed");
    assertThat(
            fields(
                example(Topics.POSTING_PROGRESS, EventTypes.POSTING_STEP, PostingStepReached.class)
                    .news()))
        .containsExactly("postingId", "step", "total", "message");
    assertThat(
            fields(
                example(
                        Topics.ACCOUNT_SESSION,
                        EventTypes.ACCOUNT_SESSION,
                        AccountSessionChanged.class)
                    .news()
                    .orElseThrow()))
        .containsExactly("fbAccountId", "label");
    assertThat(
            fields(
                example(Topics.VEHICLE_CHANGED, EventTypes.VEHICLE_CHANGED, VehicleChanged.class)
                    .news()))
        .containsExactly("vehicleId", "changes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REMOVE|WAITING|0|false|posting.removing|postingId,removal",
        "REMOVE|WAITING|1|true|posting.change_failed|postingId,vehicleId,kind,error,attempt,willRetry",
        "REMOVE|FAILED|3|false|posting.change_failed|postingId,vehicleId,kind,error,attempt,willRetry",
        "EDIT|NEEDS_REVIEW|1|false|posting.change_failed|postingId,vehicleId,kind,error,attempt,willRetry",
        "EDIT|DONE|1|false|posting.edited|postingId,priceCents",
        "RENEW|DONE|1|false|posting.renewed|postingId",
        "RENEW|FAILED|1|false|posting.change_failed|postingId,vehicleId,kind,error,attempt,willRetry"
      })
  void whatBecomesOfALiveListingIsNews(
      String kind, String state, int attempt, boolean willRetry, String event, String fields) {
    News news = change(kind, state, attempt, willRetry).news().orElseThrow();

    assertThat(news.event()).isEqualTo(event).isIn(HookEvents.ALL);
    assertThat(news.vehicleId()).isNotNull();
    assertThat(String.join(",", fields(news))).isEqualTo(fields);
  }

  @ParameterizedTest
  @CsvSource({
    "REMOVE,DONE",
    "REMOVE,RUNNING",
    "REMOVE,HELD",
    "EDIT,WAITING",
    "EDIT,CANCELLED",
    "RENEW,WAITING"
  })
  void whatThePostingTellsOrNobodyNeedsIsNoNews(String kind, String state) {
    assertThat(change(kind, state, 1, false).news()).isEmpty();
  }

  private static ListingChangeReached change(
      String kind, String state, int attempt, boolean willRetry) {
    UUID id = UUID.randomUUID();
    return new ListingChangeReached(
        id, id, id, kind, state, "DELETE", 100L, attempt, willRetry, "went wrong");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NEEDS_LOGIN|session.invalid|fbAccountId,label",
        "BLOCKED|session.invalid|fbAccountId,label",
        "RESTING|account.resting|fbAccountId,label,until",
        "OWNER_WANTED|account.ownerWanted|fbAccountId,label,reason,until",
        "DISCONNECTED|account.disconnected|fbAccountId,label"
      })
  void whatKeepsAnAccountFromWorkingIsNews(String state, String event, String fields) {
    News news = session(state).news().orElseThrow();

    assertThat(news.event()).isEqualTo(event);
    assertThat(String.join(",", fields(news))).isEqualTo(fields);
  }

  @Test
  void theExamplesOfBulkOrdersChangesAndHeldRemovalsAreRead() {
    News bulk =
        example(Topics.POSTING_PROGRESS, EventTypes.BULK_PROGRESS, BulkProgressed.class).news();
    assertThat(bulk.event()).isEqualTo("bulk.progress");
    assertThat(fields(bulk)).containsExactly("bulkId", "completed", "total", "failed");
    News imported =
        example(Topics.VEHICLE_CHANGED, EventTypes.IMPORT_PROGRESS, ImportProgressed.class).news();
    assertThat(imported.event()).isEqualTo("import.progress");
    assertThat(fields(imported))
        .containsExactly(
            "importId",
            "state",
            "dryRun",
            "rows",
            "done",
            "created",
            "updated",
            "unchanged",
            "rejected",
            "vanished");
    News feed =
        example(Topics.VEHICLE_CHANGED, EventTypes.STOCK_FEED_STATE, StockFeedChanged.class).news();
    assertThat(feed.event()).isEqualTo("stockfeed.state");
    assertThat(fields(feed)).containsExactly("feedId", "name", "state", "runId", "reason");
    News held =
        example(Topics.POSTING_PROGRESS, EventTypes.REMOVALS_HELD, RemovalsHeld.class).news();
    assertThat(held.event()).isEqualTo("removals.held");
    assertThat(fields(held)).containsExactly("importId", "held", "live");
    assertThat(
            example(Topics.POSTING_PROGRESS, EventTypes.POSTING_CHANGE, ListingChangeReached.class)
                .news()
                .orElseThrow()
                .event())
        .isEqualTo("posting.edited");
  }

  @Test
  void aFleetThatGoesAwayAndComesBackIsTold() {
    News away =
        example(Topics.POSTING_PROGRESS, EventTypes.FLEET_STATE, FleetStateChanged.class).news();
    assertThat(away.event()).isEqualTo("fleet.away");
    assertThat(fields(away)).containsExactly("since", "waitingJobs");
    News back = new FleetStateChanged(UUID.randomUUID(), false, null, 0).news();
    assertThat(back.event()).isEqualTo("fleet.back");
  }

  @Test
  void whatALookFindsIsToldWithWhatCanBeDone() {
    News news =
        example(Topics.POSTING_PROGRESS, EventTypes.LISTING_SEEN, ListingFound.class).news();
    assertThat(news.event()).isEqualTo("listing.seen");
    assertThat(fields(news))
        .contains("finding", "message", "priceCents", "orderedCents", "actions");
  }

  @Test
  void aValidSessionIsNoNews() {
    assertThat(session("VALID").news()).isEmpty();
  }

  private static AccountSessionChanged session(String state) {
    return new AccountSessionChanged(
        UUID.randomUUID(), UUID.randomUUID(), "Main", state, "why", Instant.EPOCH);
  }
}
