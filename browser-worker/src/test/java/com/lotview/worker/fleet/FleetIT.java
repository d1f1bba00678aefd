package com.lotview.worker.fleet;

import static com.lotview.worker.fleet.FleetTables.change;
import static com.lotview.worker.fleet.FleetTables.endings;
import static com.lotview.worker.fleet.FleetTables.released;
import static com.lotview.worker.fleet.FleetTables.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.storage.ObjectStore;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.TestServers;
import com.lotview.worker.WorkerApplication;
import com.lotview.worker.fleet.ScriptedSite.Behaviour;
import com.lotview.worker.fleet.ScriptedSite.Script;
import com.lotview.worker.marketplace.ClickGuard;
import com.lotview.worker.marketplace.EditOrder;
import com.lotview.worker.marketplace.Heal;
import com.lotview.worker.marketplace.PostingOutcome;
import com.lotview.worker.marketplace.PostingOutcome.BlockKind;
import com.lotview.worker.marketplace.PriceEdit;
import com.lotview.worker.marketplace.Removal;
import com.lotview.worker.marketplace.Search;
import com.lotview.worker.marketplace.StoppedException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole fleet on PostgreSQL, Kafka and an object store; only the browser is scripted. */
@SpringBootTest(
    classes = {WorkerApplication.class, FleetEars.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.name=worker",
      "LOTVIEW_LEASE=3s",
      "LOTVIEW_LEASE_RENEW=500ms",
      "LOTVIEW_POLL=50ms",
      "LOTVIEW_LOOK_GAP=300ms",
      "LOTVIEW_QUIET=300ms",
      "LOTVIEW_UNREADABLE_GAP=100ms",
      "LOTVIEW_BROWSERS=3"
    })
@DirtiesContext // Its fleet would take the jobs of other tests.
@Timeout(120)
class FleetIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final OtherServices OTHERS = new OtherServices();
  private static final Heal HEAL =
      new Heal("exteriorColor", "choice: Exterior color", "choice: Outside color", 0.82);
  private static final byte[] PHOTO = "a photo".getBytes(StandardCharsets.UTF_8);

  @TestBean SiteBrowsers siteBrowsers;
  @Autowired Fleet fleet;
  @Autowired ObjectStore objects;
  @Autowired FleetEars ears;
  @Autowired JobStore jobs;
  @Autowired EvidenceStore evidence;
  @Autowired MeterRegistry meters;

  static SiteBrowsers siteBrowsers() {
    return new ScriptedSite();
  }

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) throws IOException {
    TestServers.register(registry, "fleet");
    TestServers.storageEnvironment().forEach((name, value) -> registry.add(name, () -> value));
    Path home = Files.createTempDirectory("lv");
    registry.add("LOTVIEW_WORKER_HOME", home::toString);
    OTHERS.register(registry);
  }

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
    assertThat(result.get("reason").asString()).contains("longer than 1 s");
    assertThat(result.get("evidence").toString()).contains("failure");
    assertThat(script.clicks).hasValue(0);
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
          Thread.ofVirtual().start(() -> fleet.drain(Duration.ofSeconds(30)));
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
            drain[0] = Thread.ofVirtual().start(() -> fleet.drain(Duration.ofSeconds(30)));
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

  /** How many runs a job had, once it was taken in. */
  private static String runsOf(PostingOrder order) {
    return value(
        """
        select count(r.run_id) from fleet.job j left join fleet.run r using (dealership_id, job_id)
        where j.job_id = '%s' group by j.job_id
        """,
        order.jobId());
  }

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
            "Taking the listing down 4/5",
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
              public Removal remove(Script site, ClickGuard guard, int number) {
                if (number > 1) {
                  return Behaviour.super.remove(site, guard, number);
                }
                guard.permit();
                site.clicks.incrementAndGet();
                return new Removal.Gone("says the page");
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
              public Removal remove(Script site, ClickGuard guard, int number) {
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
  void aNewPrice_isReadBack() {
    Script script = live();
    JobOrder order = changeOf(JobKind.EDIT, script);
    JsonNode result = ears.result(order);
    assertThat(result.get("outcome").asString()).isEqualTo("EDITED");
    assertThat(pictures(result)).containsExactly("form", "confirmation");
    assertThat(ears.steps(order)).hasSize(5);
  }

  @Test
  void aNewPriceOfAListingThatIsGone_failsForGood() {
    Script script =
        live(
            new Behaviour() {
              @Override
              public PriceEdit edit(Script site, EditOrder order, ClickGuard guard, int number) {
                return new PriceEdit.Missing();
              }
            });
    JsonNode result = ears.result(changeOf(JobKind.EDIT, script));
    assertThat(result.get("outcome").asString()).isEqualTo("FAILED");
    assertThat(result.get("retryable").asBoolean()).isFalse();
    assertThat(result.get("reason").asString()).isEqualTo("The listing is not there any more");
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
    assertThat(meters.counter("lotview.form.heals", "field", HEAL.field()).count()).isPositive();
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
  void aLimitNoticeAfterTheClick_endsTheJob_withoutAnotherTry() {
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
    assertThat(endings(order)).isEqualTo("FINISHED");
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

  private static List<String> pictures(JsonNode result) {
    List<String> kinds = new ArrayList<>();
    result.get("evidence").forEach(picture -> kinds.add(picture.get("kind").asString()));
    return kinds;
  }

  private JobOrder changeOf(JobKind kind, Script script) {
    return send(script, Orders.change(kind, UUID.randomUUID().toString(), 300));
  }

  private JobOrder send(Script script, String body) {
    JobOrder order = JSON.readValue(body, JobOrder.class);
    site().play(order, script);
    OTHERS.serve(order, "[{\"name\":\"old\",\"value\":\"" + ScriptedSite.cookieOf(order) + "\"}]");
    ears.order(body);
    return order;
  }

  private ScriptedSite site() {
    return (ScriptedSite) siteBrowsers;
  }

  private PostingOrder send(Script script, int seconds, List<PostingOrder.Photo> photos) {
    String body = prepare(script, seconds, photos);
    ears.order(body);
    return JSON.readValue(body, PostingOrder.class);
  }

  /** An order of an account of its own, with its session and photos in the other services. */
  private String prepare(Script script, int seconds, List<PostingOrder.Photo> photos) {
    String body = Orders.body(UUID.randomUUID().toString(), seconds, photos);
    PostingOrder order = JSON.readValue(body, PostingOrder.class);
    site().play(order, script);
    OTHERS.serve(order, "[{\"name\":\"old\",\"value\":\"" + ScriptedSite.cookieOf(order) + "\"}]");
    return body;
  }

  private void awaitReleased(JobOrder order) {
    await().atMost(Duration.ofSeconds(60)).until(() -> released(order));
  }

  /** Another worker takes the account, and lets it go again a moment later. */
  private static void steal(PostingOrder order) {
    change(
        """
        update fleet.account_lease set holder = 'thief', fence = fence + 1,
          until = clock_timestamp() + interval '2 s' where account_id = '%s'
        """,
        order.fbAccountId());
  }
}
