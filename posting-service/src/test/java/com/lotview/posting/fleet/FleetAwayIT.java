package com.lotview.posting.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.posting.ServiceUnderTest;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** No worker is available: the dealership gets one notice, and everything waits. */
@TestPropertySource(
    properties = {"lotview.posting.worker-timeout=1h", "lotview.posting.fleet-alert-delay=0s"})
@DirtiesContext // This test has its own fleet.
@Tag("servers")
class FleetAwayIT extends ServiceUnderTest {

  /** All workers go away. */
  @Override
  @BeforeEach
  protected void largeFleet() {
    try (Connection connection = TestServers.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from posting.fleet_worker");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aDealershipIsToldOnceAndItsPostingsWait() {
    UUID account = account();
    UUID posting = posting(account);
    written(posting);
    awaitStatus(posting, "READY");
    JsonNode away = EAR.await(EventTypes.FLEET_STATE, ofDealership(true)).body();
    assertThat(
            EventContract.of(Topics.POSTING_PROGRESS, EventTypes.FLEET_STATE)
                .violations(away.toString()))
        .isEmpty();
    assertThat(away.get("waitingJobs").asInt()).isEqualTo(1);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> story(posting).path("waitsFor").asString(""), "FLEET"::equals);
    assertThat(story(posting).has("expectedStart")).isFalse();

    // Many browsers: jobs that other tests left waiting may stand before this one.
    report("one-came-back", 1000, 1000);
    requested(posting, 1);
    EAR.await(EventTypes.FLEET_STATE, ofDealership(false));
    assertThat(EAR.count(EventTypes.FLEET_STATE, ofDealership(true))).isEqualTo(1);
    assertThat(story(posting).get("status").asString()).isEqualTo("READY");
  }

  private Predicate<JsonNode> ofDealership(boolean away) {
    return event ->
        event.path("dealershipId").asString("").equals(dealership.toString())
            && event.path("away").asBoolean() == away;
  }
}
