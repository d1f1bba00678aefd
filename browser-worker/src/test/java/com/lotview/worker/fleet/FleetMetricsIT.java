package com.lotview.worker.fleet;

import static com.lotview.worker.fleet.FleetTables.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.metrics.TableReader;
import com.lotview.worker.fleet.ScriptedSite.Behaviour;
import com.lotview.worker.fleet.ScriptedSite.Script;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.StoppedException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each metric of the fleet moves for its cause. */
@Tag("servers")
class FleetMetricsIT extends FleetUnderTest {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  @Autowired private TableReader reader;

  @Test
  void aPostingThatSucceeds() {
    double starts = count("lotview.browsers.start", "result", "started");
    double runs = count("lotview.runs", "purpose", "POST", "end", "FINISHED");
    double ended =
        count("lotview.jobs.ended", "kind", "POST", "outcome", "POSTED", "cause", "NONE");

    ears.result(send(new Script(), 300, List.of()));

    await()
        .atMost(DEADLINE)
        .until(() -> count("lotview.runs", "purpose", "POST", "end", "FINISHED") == runs + 1);
    assertThat(count("lotview.browsers.start", "result", "started")).isEqualTo(starts + 1);
    assertThat(count("lotview.jobs.ended", "kind", "POST", "outcome", "POSTED", "cause", "NONE"))
        .isEqualTo(ended + 1);
    assertThat(meters.find("lotview.form.matched.timestamp").timeGauges()).isNotEmpty();
  }

  @Test
  void aPostingThatStopsAtAField() {
    Script script =
        new Script(
            new Behaviour() {
              @Override
              public void signIn(Script site) {
                throw new StoppedException(
                    new PostingOutcome.FieldUnmappable("bodyStyle", "SUV", "No such option"));
              }
            });

    ears.result(send(script, 300, List.of()));

    await().atMost(DEADLINE).until(() -> count("lotview.form.stops", "field", "bodyStyle") == 1);
    assertThat(
            count(
                "lotview.jobs.ended",
                "outcome",
                "FAILED",
                "cause",
                ErrorCode.VEHICLE_NOT_POSTABLE.name()))
        .isPositive();
  }

  @Test
  void aResultThatAPersonMustReview() {
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

    ears.result(send(script, 300, List.of()));

    await()
        .atMost(DEADLINE)
        .until(() ->
            count("lotview.jobs.review", "kind", "POST", "cause", "listings_unreadable") == 1);
  }

  @Test
  void aLeaseThatIsLost() {
    Script script = new Script();
    String body = prepare(script, 300, List.of());
    PostingOrder order = JSON.readValue(body, PostingOrder.class);
    double lost = count("lotview.leases.lost");
    script.whileFilling =
        () -> {
          script.whileFilling = () -> {};
          change(
              """
              update fleet.account_lease set holder = 'thief', fence = fence + 1,
                until = clock_timestamp() + interval '2 s' where account_id = '%s'
              """,
              order.fbAccountId());
          site().untilKilled();
        };
    ears.order(body);
    ears.result(order);

    await().atMost(DEADLINE).until(() -> count("lotview.leases.lost") == lost + 1);
  }

  @Test
  void clicksThatAreNotSettledAndJobsByState() {
    PostingOrder order = send(new Script(), 300, List.of());
    ears.result(order);
    awaitReleased(order);
    double unsettled = read("lotview.intents.unsettled");
    double settling = meters.get("lotview.fleet.jobs").tag("state", "SETTLING").gauge().value();
    double leases = meters.get("lotview.fleet.leases").gauge().value();

    String its = " where job_id = '" + order.jobId() + "'";
    change("update fleet.run set intent_at = clock_timestamp() - interval '2 hours'" + its);
    change("update fleet.job set state = 'SETTLING', outcome = null, finished_at = null" + its);
    change(
        "update fleet.account_lease set holder = 'somebody', until = clock_timestamp()"
            + " + interval '1 hour' where account_id = '"
            + order.fbAccountId()
            + "'");

    assertThat(read("lotview.intents.unsettled")).isEqualTo(unsettled + 1);
    assertThat(meters.get("lotview.intents.unsettled.age").gauge().value()).isGreaterThan(7000);
    assertThat(meters.get("lotview.fleet.jobs").tag("state", "SETTLING").gauge().value())
        .isEqualTo(settling + 1);
    assertThat(meters.get("lotview.fleet.leases").gauge().value()).isEqualTo(leases + 1);
  }

  private double read(String gauge) {
    reader.read().block(DEADLINE);
    return meters.get(gauge).gauge().value();
  }

  private double count(String name, String... tags) {
    var found = meters.find(name).tags(tags).meters();
    return found.stream()
        .mapToDouble(meter ->
            switch (meter) {
              case Counter counter -> counter.count();
              case Timer timer -> timer.count();
              default -> 0;
            })
        .sum();
  }
}
