package com.lotview.worker.fleet;

import static com.lotview.worker.fleet.FleetTables.change;
import static com.lotview.worker.fleet.FleetTables.endings;
import static com.lotview.worker.fleet.FleetTables.released;
import static com.lotview.worker.fleet.FleetTables.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.testkit.EventContract;
import com.lotview.worker.fleet.ScriptedSite.Behaviour;
import com.lotview.worker.fleet.ScriptedSite.Script;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.BlockKind;
import com.lotview.worker.marketplace.page.StoppedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Postings: each step, each trouble, and the end of the process. */
@Tag("browser")
class FleetIT extends FleetUnderTest {
  private static final DrainRules AT_ONCE =
      new DrainRules(null, Duration.ofSeconds(30), Duration.ZERO);
  private static final byte[] PHOTO = "a photo".getBytes(StandardCharsets.UTF_8);

  @Test
  void aPosting_goesThroughAllSteps_andIsProved() {
    PostingOrder.Photo one = OTHERS.photo(PHOTO);
    PostingOrder.Photo two = OTHERS.photo("two".getBytes(StandardCharsets.UTF_8));
    PostingOrder order = send(new Script(), 300, List.of(one, two));
    JsonNode result = ears.result(order);

    assertThat(result.get("outcome").asString()).isEqualTo("POSTED");
    assertThat(result.get("fbListingId").asString()).isEqualTo("77");
    List<String> pictures = new ArrayList<>();
    for (JsonNode picture : result.get("evidence")) {
      pictures.add(picture.get("kind").asString());
      assertThat(objects.get(picture.get("key").asString()).block(Duration.ofSeconds(10)))
          .startsWith(0x89, 'P', 'N', 'G');
    }
    assertThat(pictures).containsExactly("form", "confirmation");
    assertThat(
            EventContract.of(Topics.POSTING_COMPLETED, EventTypes.POSTING_COMPLETED)
                .violations(result.toString()))
        .isEmpty();

    List<JsonNode> steps = ears.steps(order);
    assertThat(steps)
        .extracting(step -> step.get("step").asInt())
        .containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(steps.get(3).get("message").asString()).isEqualTo("Filling vehicle details 4/7");
    assertThat(
            EventContract.of(Topics.POSTING_PROGRESS, EventTypes.POSTING_STEP)
                .violations(steps.getFirst().toString()))
        .isEmpty();

    awaitReleased(order);
    assertThat(OTHERS.savedCookies(order).orElseThrow()).contains("new");
    assertThat(site().running()).isZero();
    String folder = value("select folder from fleet.run where job_id = '%s'", order.jobId());
    assertThat(Path.of(folder)).doesNotExist();
    assertThat(
            value(
                """
                select count(*) from fleet.run where intent_at < clicked_at
                  and ending = 'FINISHED' and process_group = 4711 and job_id = '%s'
                """,
                order.jobId()))
        .isEqualTo("1");
  }

  @Test
  void theSameJobTwice_isDoneOnce() {
    Script script = new Script();
    String body = prepare(script, 300, List.of());
    ears.order(body);
    ears.order(body);
    PostingOrder order = JSON.readValue(body, PostingOrder.class);
    ears.result(order);
    PostingOrder later = send(new Script(), 300, List.of());
    ears.result(later);
    assertThat(script.clicks).hasValue(1);
  }

  @Test
  void aBrowserThatDiesBeforeTheClick_isReplacedAtOnce() {
    AtomicInteger starts = new AtomicInteger();
    Script script =
        new Script(
            new Behaviour() {
              @Override
              public void signIn(Script site) {
                switch (starts.incrementAndGet()) {
                  case 1 -> throw new IllegalStateException("chromedriver is gone");
                  case 2 ->
                      throw new StoppedException(new PostingOutcome.BrowserLost("no connection"));
                  default -> {}
                }
              }
            });
    PostingOrder order = send(script, 300, List.of());
    assertThat(ears.result(order).get("outcome").asString()).isEqualTo("POSTED");
    assertThat(script.clicks).hasValue(1);
    assertThat(endings(order)).isEqualTo("LOST,LOST,FINISHED");
  }

  @Test
  void anErrorAfterTheClick_isSettledByLooking_neverClickedAgain() {
    Script script =
        new Script(
            new Behaviour() {
              @Override
              public PostingOutcome click(Script site, int number) {
                site.publish();
                throw new IllegalStateException("the browser died right after the click");
              }
            });
    PostingOrder order = send(script, 300, List.of());
    assertThat(ears.result(order).get("outcome").asString()).isEqualTo("POSTED");
    assertThat(script.clicks).hasValue(1);
    assertThat(script.live).hasValue(1);
    assertThat(endings(order)).isEqualTo("UNSETTLED,FINISHED");
  }

  @Test
  void aClickThatTheSiteStopped_isNotRepeated_butHandedToTheOwner() {
    Script script =
        new Script(
            new Behaviour() {
              @Override
              public PostingOutcome click(Script site, int number) {
                return new PostingOutcome.Unknown("a captcha", true);
              }
            });
    PostingOrder order = send(script, 300, List.of());
    assertThat(ears.result(order).get("outcome").asString()).isEqualTo("NEEDS_LOGIN");
    assertThat(endings(order)).startsWith("STOPPED,ABSENT");
    assertThat(script.clicks).hasValue(1);
  }

  @Test
  void aStopThatHidesTheListingsToo_isForTheOwner_andTheNextAttemptLooksBeforeItClicks() {
    for (boolean published : List.of(true, false)) {
      AtomicBoolean signedIn = new AtomicBoolean();
      Script script =
          new Script(
              new Behaviour() {
                @Override
                public PostingOutcome click(Script site, int number) {
                  if (number > 1) {
                    return site.publish();
                  }
                  if (published) {
                    site.publish();
                  }
                  return new PostingOutcome.Unknown("a captcha", true);
                }

                @Override
                public Search look(Script site, int number) {
                  if (!signedIn.get()) {
                    throw new StoppedException(
                        new PostingOutcome.Blocked(PostingOutcome.BlockKind.CAPTCHA, "a captcha"));
                  }
                  return site.search();
                }
              });
      PostingOrder order = send(script, 300, List.of());
      JsonNode stopped = ears.result(order);
      assertThat(stopped.get("outcome").asString()).isEqualTo("NEEDS_LOGIN");
      assertThat(stopped.get("reason").asString()).contains("a captcha");
      assertThat(stopped.get("retryable").asBoolean()).isFalse();
      assertThat(endings(order)).isEqualTo("STOPPED,FINISHED");
      awaitReleased(order);

      signedIn.set(true);
      String body = Orders.next(order, stopped.get("openClickAt").asString());
      PostingOrder next = JSON.readValue(body, PostingOrder.class);
      ears.order(body);
      assertThat(ears.result(next).get("outcome").asString()).isEqualTo("POSTED");
      assertThat(endings(next))
          .isEqualTo(published ? "HANDED_BACK,FINISHED" : "HANDED_BACK,ABSENT,ABSENT,FINISHED");
      assertThat(script.clicks).hasValue(published ? 1 : 2);
      assertThat(script.live).hasValue(1);
    }
  }

  @Test
  void aClickThatTheSiteDeclined_isSettledByLooking_andNotRepeated() {
    Script script =
        new Script(
            new Behaviour() {
              @Override
              public PostingOutcome click(Script site, int number) {
                return new PostingOutcome.Blocked(
                    PostingOutcome.BlockKind.REFUSED, "Duplicate listing");
              }
            });
    PostingOrder order = send(script, 300, List.of());
    JsonNode result = ears.result(order);
    assertThat(result.get("outcome").asString()).isEqualTo("FAILED");
    assertThat(result.get("retryable").asBoolean()).isFalse();
    assertThat(result.get("reason").asString()).contains("Duplicate listing");
    assertThat(endings(order)).startsWith("DECLINED,ABSENT,ABSENT");
    assertThat(script.clicks).hasValue(1);
  }

  @Test
  void aClickThatDidNothing_isRepeated_onlyAfterLooksThatProveIt() {
    Script script =
        new Script(
            new Behaviour() {
              @Override
              public PostingOutcome click(Script site, int number) {
                return number == 1 ? new PostingOutcome.Unknown("no answer") : site.publish();
              }
            });
    PostingOrder order = send(script, 300, List.of());
    assertThat(ears.result(order).get("outcome").asString()).isEqualTo("POSTED");
    assertThat(script.live).hasValue(1);
    assertThat(endings(order)).isEqualTo("UNSETTLED,ABSENT,ABSENT,ABSENT,FINISHED");
  }

  @Test
  void listingsThatCannotBeRead_areForAPerson_withAPicture() {
    Script script =
        new Script(
            new Behaviour() {
              @Override
              public PostingOutcome click(Script site, int number) {
                return new PostingOutcome.Unknown("no answer");
              }

              @Override
              public Search look(Script site, int number) {
                return new Search.Unreadable("the list does not load");
              }
            });
    PostingOrder order = send(script, 300, List.of());
    JsonNode result = ears.result(order);
    assertThat(result.get("outcome").asString()).isEqualTo("NEEDS_REVIEW");
    assertThat(result.get("retryable").asBoolean()).isFalse();
    assertThat(result.get("evidence").toString()).contains("1-failure.png");
    assertThat(script.clicks).hasValue(1);
  }

  @Test
  void aWorkerThatLostItsLease_doesNotClick_andTheNextOneFinishes() {
    Script script = new Script();
    String body = prepare(script, 300, List.of());
    PostingOrder order = JSON.readValue(body, PostingOrder.class);
    script.whileFilling =
        () -> {
          script.whileFilling = () -> {};
          steal(order);
          site().untilKilled();
        };
    ears.order(body);
    assertThat(ears.result(order).get("outcome").asString()).isEqualTo("POSTED");
    assertThat(script.clicks).hasValue(1);
    assertThat(script.signIns).hasValue(2);
    assertThat(endings(order)).isEqualTo("LOST,FINISHED");
  }

  @Test
  void aRunThatTakesTooLong_losesItsBrowser() {
    Script script = new Script();
    String body = prepare(script, 1, List.of());
    script.whileFilling = () -> site().untilKilled();
    ears.order(body);
    JsonNode result = ears.result(JSON.readValue(body, PostingOrder.class));
    assertThat(result.get("outcome").asString()).isEqualTo("FAILED");
    assertThat(result.get("retryable").asBoolean()).isTrue();
    assertThat(result.get("reason").asString()).isEqualTo("Facebook answered nothing for 1 s");
    assertThat(result.get("evidence").toString()).contains("failure");
    assertThat(script.clicks).hasValue(0);
  }

  @Test
  void aRunWhoseSiteAnswers_hasThreeTimesAsLong() {
    Script script = new Script();
    script.answers = true;
    String body = prepare(script, 1, List.of());
    script.whileFilling = () -> site().untilKilled();
    ears.order(body);
    JsonNode result = ears.result(JSON.readValue(body, PostingOrder.class));
    assertThat(result.get("reason").asString()).isEqualTo("The job took longer than 3 s");
    assertThat(result.get("retryable").asBoolean()).isTrue();
  }

  @Test
  void aCheckpoint_isForTheOwner_withAPicture() {
    Script script =
        new Script(
            new Behaviour() {
              @Override
              public void signIn(Script site) {
                throw new StoppedException(
                    new PostingOutcome.Blocked(BlockKind.CHECKPOINT, "Confirm it is you"));
              }
            });
    JsonNode result = ears.result(send(script, 300, List.of()));
    assertThat(result.get("outcome").asString()).isEqualTo("NEEDS_LOGIN");
    assertThat(result.get("code").asString()).isEqualTo("FB_SESSION_INVALID");
    assertThat(result.get("evidence").toString()).contains("1-failure.png");
  }

  @Test
  void aPhotoThatIsNotTheOrderedOne_isNotPosted() {
    Script script = new Script();
    PostingOrder order = send(script, 300, List.of(OTHERS.damaged(PHOTO)));
    JsonNode result = ears.result(order);
    assertThat(result.get("outcome").asString()).isEqualTo("FAILED");
    assertThat(result.get("retryable").asBoolean()).isTrue();
    assertThat(script.signIns).hasValue(0);
  }

  @Test
  void whenTheProcessEnds_aJobBeforeItsIntentIsGivenBack() {
    Script script = new Script();
    String body = prepare(script, 300, List.of());
    PostingOrder order = JSON.readValue(body, PostingOrder.class);
    script.whileFilling =
        () -> {
          script.whileFilling = () -> {};
          Thread.ofVirtual().start(() -> fleet.drain(AT_ONCE));
          site().untilKilled();
        };
    ears.order(body);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> "HANDED_BACK".equals(endings(order)) && released(order));
    assertThat(value("select state from fleet.job where job_id = '%s'", order.jobId()))
        .isEqualTo("WAITING");
    fleet.start();
    assertThat(ears.result(order).get("outcome").asString()).isEqualTo("POSTED");
    assertThat(script.clicks).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"signIn", "openForm", "fill", "next", "publish", "permitted", "clicked"})
  void whenTheProcessEnds_atAnyStep_itFinishesOrHandsBack_andTakesNothingNew(String step) {
    Script script = new Script();
    String body = prepare(script, 300, List.of());
    PostingOrder order = JSON.readValue(body, PostingOrder.class);
    boolean clicks = step.equals("permitted") || step.equals("clicked");
    Thread[] drain = new Thread[1];
    script.at =
        place -> {
          if (place.equals(step)) {
            script.at = other -> {};
            drain[0] = Thread.ofVirtual().start(() -> fleet.drain(AT_ONCE));
            if (!clicks) {
              site().untilKilled();
            }
          }
        };
    ears.order(body);
    await().atMost(Duration.ofSeconds(60)).until(() -> drain[0] != null && !drain[0].isAlive());
    PostingOrder later = send(new Script(), 300, List.of());
    await().atMost(Duration.ofSeconds(60)).until(() -> !runsOf(later).isEmpty());

    assertThat(endings(order)).isEqualTo(clicks ? "FINISHED" : "HANDED_BACK");
    assertThat(released(order)).isTrue();
    assertThat(runsOf(later)).as("taken after the end").isEqualTo("0");
    assertThat(site().running()).isZero();
    fleet.start();
    assertThat(ears.result(order).get("outcome").asString()).isEqualTo("POSTED");
    assertThat(ears.result(later).get("outcome").asString()).isEqualTo("POSTED");
    assertThat(script.clicks).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"signIn", "openForm", "fill", "next"})
  void whenTheProcessEnds_withTimeLeft_aRunGoesOnToItsEnd_andNothingNewIsTaken(String step) {
    DrainRules inTime =
        new DrainRules(Duration.ofMinutes(2), Duration.ofSeconds(30), Duration.ZERO);
    Script script = new Script();
    String body = prepare(script, 300, List.of());
    PostingOrder order = JSON.readValue(body, PostingOrder.class);
    PostingOrder[] later = new PostingOrder[1];
    Thread[] drain = new Thread[1];
    script.at =
        place -> {
          if (place.equals(step)) {
            script.at = other -> {};
            drain[0] = Thread.ofVirtual().start(() -> fleet.drain(inTime));
            later[0] = send(new Script(), 300, List.of());
            await().atMost(Duration.ofSeconds(60)).until(() -> !runsOf(later[0]).isEmpty());
          }
        };
    ears.order(body);
    await().atMost(Duration.ofSeconds(90)).until(() -> drain[0] != null && !drain[0].isAlive());

    assertThat(endings(order)).isEqualTo("FINISHED");
    assertThat(script.clicks).hasValue(1);
    assertThat(released(order)).isTrue();
    assertThat(runsOf(later[0])).as("taken after the end").isEqualTo("0");
    fleet.start();
    assertThat(ears.result(later[0]).get("outcome").asString()).isEqualTo("POSTED");
  }

  @Test
  void whenTheProcessEnds_aRunThatDoesNotEnd_isHandedBackWhileThereIsTimeToSettle() {
    DrainRules brief =
        new DrainRules(Duration.ofSeconds(33), Duration.ofSeconds(30), Duration.ofSeconds(1));
    Script script = new Script();
    String body = prepare(script, 300, List.of());
    PostingOrder order = JSON.readValue(body, PostingOrder.class);
    Thread[] drain = new Thread[1];
    script.at =
        place -> {
          if (place.equals("fill")) {
            script.at = other -> {};
            drain[0] = Thread.ofVirtual().start(() -> fleet.drain(brief));
            site().untilKilled();
          }
        };
    ears.order(body);
    await().atMost(Duration.ofSeconds(60)).until(() -> drain[0] != null && !drain[0].isAlive());

    assertThat(endings(order)).isEqualTo("HANDED_BACK");
    assertThat(site().running()).isZero();
    fleet.start();
    assertThat(ears.result(order).get("outcome").asString()).isEqualTo("POSTED");
    assertThat(script.clicks).hasValue(1);
  }

  /** The number of a job's runs, once the job is stored. */
  private static String runsOf(PostingOrder order) {
    return value(
        """
        select count(r.run_id) from fleet.job j left join fleet.run r using (dealership_id, job_id)
        where j.job_id = '%s' group by j.job_id
        """,
        order.jobId());
  }

  @Test
  void aLimitNoticeAfterTheClick_isSettledByLooking_andEndsTheJob() {
    Script script =
        new Script(
            new Behaviour() {
              @Override
              public PostingOutcome click(Script site, int number) {
                return new PostingOutcome.Blocked(BlockKind.LIMIT, "Limit reached");
              }
            });
    PostingOrder order = send(script, 300, List.of());
    JsonNode result = ears.result(order);
    assertThat(result.get("outcome").asString()).isEqualTo("FAILED");
    assertThat(result.get("code").asString()).isEqualTo("FB_RATE_LIMITED");
    assertThat(result.get("retryable").asBoolean()).isFalse();
    assertThat(endings(order)).startsWith("REFUSED,ABSENT");
  }

  /** Another worker takes the account, and releases it a moment later. */
  private static void steal(PostingOrder order) {
    change(
        """
        update fleet.account_lease set holder = 'thief', fence = fence + 1,
          until = clock_timestamp() + interval '2 s' where account_id = '%s'
        """,
        order.fbAccountId());
  }
}
