package com.lotview.worker.fleet;

import static com.lotview.worker.fleet.FleetTables.endings;
import static com.lotview.worker.fleet.FleetTables.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.testkit.EventContract;
import com.lotview.worker.fleet.ScriptedSite.Behaviour;
import com.lotview.worker.fleet.ScriptedSite.Script;
import com.lotview.worker.fleet.job.JobKind;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.ListingJob;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.marketplace.listings.change.EditPriceRequest;
import com.lotview.worker.marketplace.listings.change.EditPriceResult;
import com.lotview.worker.marketplace.listings.change.RemoveResult;
import com.lotview.worker.marketplace.listings.change.RenewResult;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.Heal;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.BlockKind;
import com.lotview.worker.marketplace.page.StoppedException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Changes of live listings, and checks of accounts and their forms. */
@Tag("servers")
class FleetChangesIT extends FleetUnderTest {
  private static final Heal HEAL =
      new Heal("exteriorColor", "choice: Exterior color", "choice: Outside color", 0.82);

  @Test
  void aRemoval_isProvedByASearch_withPicturesBeforeAndAfter() {
    Script script = live();
    JobOrder order = changeOf(JobKind.REMOVE, script);
    JsonNode result = ears.result(order);
    assertThat(result.get("outcome").asString()).isEqualTo("REMOVED");
    assertThat(result.get("kind").asString()).isEqualTo("REMOVE");
    assertThat(result.get("taskId").asString()).isEqualTo(order.taskId().toString());
    assertThat(script.looks).hasValue(1);
    assertThat(pictures(result)).containsExactly("form", "confirmation");
    assertThat(ears.steps(order))
        .extracting(step -> step.get("message").asString())
        .containsExactly(
            "Starting browser 1/5",
            "Checking session 2/5",
            "Opening the listing 3/5",
            "Removing the listing 4/5",
            "Confirming the removal 5/5");
    assertThat(
            value(
                "select count(*) from fleet.run where intent_at is not null and job_id = '%s'",
                order.jobId()))
        .isEqualTo("1");
    assertThat(
            EventContract.of(Topics.POSTING_COMPLETED, EventTypes.POSTING_COMPLETED)
                .violations(result.toString()))
        .isEmpty();
  }

  @Test
  void aRemovalThatTheSearchStillFinds_isRepeated() {
    Script script =
        live(
            new Behaviour() {
              @Override
              public RemoveResult remove(Script site, ClickGuard guard, int number) {
                if (number > 1) {
                  return Behaviour.super.remove(site, guard, number);
                }
                guard.permit();
                site.clicks.incrementAndGet();
                return new RemoveResult.Gone("says the page");
              }
            });
    JobOrder order = changeOf(JobKind.REMOVE, script);
    assertThat(ears.result(order).get("outcome").asString()).isEqualTo("REMOVED");
    assertThat(endings(order)).isEqualTo("UNSETTLED,ABSENT,FINISHED");
  }

  @Test
  void aRemovalThatBrokeAfterItsClick_isSettledByLooking() {
    Script script =
        live(
            new Behaviour() {
              @Override
              public RemoveResult remove(Script site, ClickGuard guard, int number) {
                Behaviour.super.remove(site, guard, number);
                throw new IllegalStateException("the browser died");
              }
            });
    JobOrder order = changeOf(JobKind.REMOVE, script);
    assertThat(ears.result(order).get("outcome").asString()).isEqualTo("REMOVED");
    assertThat(endings(order)).isEqualTo("UNSETTLED,FINISHED");
    assertThat(script.clicks).hasValue(1);
  }

  @Test
  void aBlockAsTheAnswerToARemoval_endsTheJob_withoutAnotherTry() {
    Script script =
        live(
            new Behaviour() {
              @Override
              public RemoveResult remove(Script site, ClickGuard guard, int number) {
                guard.permit();
                site.clicks.incrementAndGet();
                throw new StoppedException(
                    new PostingOutcome.Blocked(BlockKind.TEMPORARY, "Temporarily blocked"));
              }
            });
    JobOrder order = changeOf(JobKind.REMOVE, script);
    JsonNode result = ears.result(order);
    assertThat(result.get("outcome").asString()).isEqualTo("FAILED");
    assertThat(result.get("code").asString()).isEqualTo("FB_RATE_LIMITED");
    assertThat(result.get("retryable").asBoolean()).isFalse();
    assertThat(endings(order)).isEqualTo("FINISHED");
    assertThat(script.clicks).hasValue(1);
  }

  @Test
  void aNewPrice_isReadBack() {
    Script script = live();
    JobOrder order = changeOf(JobKind.EDIT, script);
    JsonNode result = ears.result(order);
    assertThat(result.get("outcome").asString()).isEqualTo("EDITED");
    assertThat(pictures(result)).containsExactly("form", "confirmation");
    assertThat(ears.steps(order)).hasSize(5);
  }

  @Test
  void aRenewal_isReadOnTheCard() {
    Script script = live();
    JobOrder order = changeOf(JobKind.RENEW, script);
    JsonNode result = ears.result(order);
    assertThat(result.get("outcome").asString()).isEqualTo("RENEWED");
    assertThat(
            EventContract.of(Topics.POSTING_COMPLETED, EventTypes.POSTING_COMPLETED)
                .violations(result.toString()))
        .isEmpty();
    assertThat(ears.steps(order)).hasSize(5);
    assertThat(script.clicks).hasValue(1);
  }

  @Test
  void aRenewalThatBrokeOffAfterTheClick_isLookedForAndNotRepeated() {
    Script script =
        live(
            new Behaviour() {
              @Override
              public RenewResult renew(Script site, ClickGuard guard) {
                guard.permit();
                site.clicks.incrementAndGet();
                return new RenewResult.Unclear("the list did not appear");
              }
            });
    JobOrder order = changeOf(JobKind.RENEW, script);
    assertThat(ears.result(order).get("outcome").asString()).isEqualTo("RENEWED");
    assertThat(script.clicks).hasValue(1);
  }

  @Test
  void aNewPriceOfAListingThatIsGone_failsForGood() {
    Script script =
        live(
            new Behaviour() {
              @Override
              public EditPriceResult edit(
                  Script site, EditPriceRequest order, ClickGuard guard, int number) {
                return new EditPriceResult.Missing();
              }
            });
    JsonNode result = ears.result(changeOf(JobKind.EDIT, script));
    assertThat(result.get("outcome").asString()).isEqualTo("FAILED");
    assertThat(result.get("retryable").asBoolean()).isFalse();
    assertThat(result.get("reason").asString()).isEqualTo("The listing is not there any more");
  }

  @Test
  void picturesOfAChange_lieWithThePosting_andGoAfterThirtyDays() {
    JobOrder order = changeOf(JobKind.REMOVE, live());
    JsonNode result = ears.result(order);
    List<String> keys = new ArrayList<>();
    result.get("evidence").forEach(picture -> keys.add(picture.get("key").asString()));
    ListingJob job = (ListingJob) order;
    assertThat(keys)
        .hasSize(2)
        .allMatch(
            key -> key.startsWith("evidence/" + job.dealershipId() + "/" + job.postingId() + "/"));

    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(29));
    new Retention(jobs, evidence, later, Duration.ofDays(30)).sweep();
    assertThat(objects.get(keys.getFirst()).block(Duration.ofSeconds(10))).isNotEmpty();
    later = Clock.offset(Clock.systemUTC(), Duration.ofDays(31));
    new Retention(jobs, evidence, later, Duration.ofDays(30)).sweep();
    for (String key : keys) {
      assertThat(objects.get(key).blockOptional(Duration.ofSeconds(10))).isEmpty();
    }
  }

  @Test
  void aCheck_signsInAndNoMore() {
    Script script = new Script();
    JobOrder order = changeOf(JobKind.VALIDATE, script);
    JsonNode result = ears.result(order);
    assertThat(result.get("outcome").asString()).isEqualTo("VALID");
    assertThat(result.has("postingId")).isFalse();
    assertThat(
            EventContract.of(Topics.POSTING_COMPLETED, EventTypes.POSTING_COMPLETED)
                .violations(result.toString()))
        .isEmpty();
    assertThat(script.signIns).hasValue(1);
    assertThat(ears.steps(order)).isEmpty();
    awaitReleased(order);
    assertThat(OTHERS.savedCookies(order).orElseThrow()).contains("new");
  }

  @Test
  void aCheckThatReadsTheForm_tellsWhatItSaw() {
    Script script = new Script();
    script.heals = List.of(HEAL);
    String body =
        Orders.change(JobKind.VALIDATE, UUID.randomUUID().toString(), 300)
            .replaceFirst("\\{", "{\"readForm\":true,");
    JobOrder order = send(script, body);
    JsonNode result = ears.result(order);

    assertThat(result.get("outcome").asString()).isEqualTo("VALID");
    assertThat(result.at("/form/findings/0/state").asString()).isEqualTo("MISSING");
    assertThat(result.at("/form/findings/0/required").asBoolean()).isTrue();
    assertThat(result.at("/form/makes").valueStream().map(JsonNode::asString))
        .containsExactly("Ford", "Toyota");
    assertThat(pictures(result)).containsExactly("form");
    assertThat(
            EventContract.of(Topics.POSTING_COMPLETED, EventTypes.POSTING_COMPLETED)
                .violations(result.toString()))
        .isEmpty();
    JsonNode heal = ears.steps(order).getFirst();
    assertThat(heal.has("postingId")).isFalse();
    assertThat(
            EventContract.of(Topics.POSTING_PROGRESS, EventTypes.FORM_HEALED)
                .violations(heal.toString()))
        .isEmpty();
  }

  @Test
  void aCheckOfAnEndedSession_isForTheOwner() {
    Script script =
        new Script(
            new Behaviour() {
              @Override
              public void signIn(Script site) {
                throw new StoppedException(new PostingOutcome.NeedsLogin("signed out"));
              }
            });
    JsonNode result = ears.result(changeOf(JobKind.VALIDATE, script));
    assertThat(result.get("outcome").asString()).isEqualTo("NEEDS_LOGIN");
  }

  @Test
  void aHealedLabel_isToldOfOnce_alsoWhenTheJobFails() {
    Script script =
        new Script(
            new Behaviour() {
              @Override
              public PostingOutcome click(Script site, int number) {
                throw new StoppedException(new PostingOutcome.Blocked(BlockKind.LIMIT, "Limit"));
              }
            });
    script.heals = List.of(HEAL);
    PostingOrder order = send(script, 300, List.of());
    ears.result(order);

    List<JsonNode> heals = ears.steps(order).stream().filter(told -> told.has("field")).toList();
    assertThat(heals).hasSize(1);
    assertThat(heals.getFirst().get("used").asString()).isEqualTo(HEAL.used());
    assertThat(heals.getFirst().get("mapVersion").asInt()).isEqualTo(3);
    assertThat(
            meters
                .get("lotview.form.heals")
                .tag("field", HEAL.field())
                .tag("language", "en")
                .counter()
                .count())
        .isPositive();
  }

  private static Script live() {
    return live(new Behaviour() {});
  }

  /** A site that has the listing. */
  private static Script live(Behaviour behaviour) {
    Script script = new Script(behaviour);
    script.live.set(1);
    return script;
  }
}
