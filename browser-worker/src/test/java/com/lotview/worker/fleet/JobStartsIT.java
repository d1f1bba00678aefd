package com.lotview.worker.fleet;

import static com.lotview.worker.fleet.FleetTables.endings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.testkit.EventContract;
import com.lotview.worker.fleet.ScriptedSite.Script;
import com.lotview.worker.fleet.job.PostingOrder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A worker's question before it begins a job, and its reports about its browsers. */
@Tag("browser")
class JobStartsIT extends FleetUnderTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final long LOWER = 1_888_800;

  @Test
  void aJobThatWasWithdrawnMeanwhile_isLeftAndOpensNoBrowser() {
    Script script = new Script();
    String body = prepare(script, 300, List.of());
    PostingOrder order = JSON.readValue(body, PostingOrder.class);
    OTHERS.withdraw(order, "Skipped: the status is CANCELLED");
    ears.order(body);
    JsonNode result = ears.result(order);
    assertThat(result.get("outcome").asString()).isEqualTo("FAILED");
    assertThat(result.get("code").asString()).isEqualTo("JOB_WITHDRAWN");
    assertThat(result.get("retryable").asBoolean()).isFalse();
    assertThat(result.get("reason").asString()).isEqualTo("Skipped: the status is CANCELLED");
    assertThat(
            EventContract.of(Topics.POSTING_COMPLETED, EventTypes.POSTING_COMPLETED)
                .violations(result.toString()))
        .isEmpty();
    assertThat(script.signIns).hasValue(0);
    awaitReleased(order);
    assertThat(endings(order)).isEqualTo("FINISHED");
  }

  @Test
  void theOrderAsItIsNow_isWhatIsPosted() {
    Script script = new Script();
    String body = prepare(script, 300, List.of());
    PostingOrder order = JSON.readValue(body, PostingOrder.class);
    ObjectNode now = (ObjectNode) JSON.readTree(body);
    ((ObjectNode) now.get("listing")).put("priceCents", LOWER);
    OTHERS.change(order, now);
    ears.order(body);
    assertThat(ears.result(order).get("outcome").asString()).isEqualTo("POSTED");
    assertThat(script.price).hasValue(LOWER);
    assertThat(
            FleetTables.value("select request from fleet.job where job_id = '%s'", order.jobId()))
        .contains(String.valueOf(LOWER));
  }

  @Test
  void withoutAnAnswer_nothingBegins_andTheJobWaits() {
    Script script = new Script();
    String body = prepare(script, 300, List.of());
    PostingOrder order = JSON.readValue(body, PostingOrder.class);
    OTHERS.failStart(order);
    ears.order(body);
    await().atMost(TIMEOUT).until(() -> OTHERS.startsAsked(order) >= 3);
    assertThat(script.signIns).hasValue(0);
    OTHERS.allowStart(order);
    assertThat(ears.result(order).get("outcome").asString()).isEqualTo("POSTED");
    assertThat(script.clicks).hasValue(1);
  }

  @Test
  void browsers_areReportedAsTheyBecomeBusyAndFree() {
    Script script = new Script();
    script.whileFilling =
        () -> await().atMost(TIMEOUT).until(() -> last().path("free").asInt() < 3);
    ears.result(send(script, 300, List.of()));
    await()
        .atMost(TIMEOUT)
        .until(() -> last().path("free").asInt() == 3 && last().has("secondsPerJob"));
    assertThat(last().get("browsers").asInt()).isEqualTo(3);
    assertThat(last().get("secondsPerJob").asDouble()).isPositive();
  }

  private static JsonNode last() {
    return OTHERS.reports().getLast();
  }
}
