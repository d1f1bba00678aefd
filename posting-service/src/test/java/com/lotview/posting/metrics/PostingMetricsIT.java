package com.lotview.posting.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.kit.metrics.TableReader;
import com.lotview.posting.ServiceUnderTest;
import com.lotview.testkit.TestServers;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each metric of postings, jobs and accounts moves for its cause. */
@Tag("servers")
class PostingMetricsIT extends ServiceUnderTest {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  @Autowired private MeterRegistry meters;
  @Autowired private TableReader reader;

  @Test
  void aPostingIsCountedAndTimedInEachState() {
    UUID account = account();
    double ordered = changes("GENERATING", "NONE");
    double failed = changes("FAILED", "FB_POSTING_FAILED");
    long begun = count(begin());
    long inPosting = count(inState("POSTING", "FAILED"));

    UUID posting = posting(account);
    assertThat(changes("GENERATING", "NONE")).isEqualTo(ordered + 1);
    written(posting);
    requested(posting, 1);
    double waited = minutes(begin());
    time().advance(Duration.ofMinutes(3));
    begin(posting, account, 1);
    awaitStatus(posting, "POSTING");
    assertThat(count(begin())).isEqualTo(begun + 1);
    assertThat(minutes(begin()) - waited).isBetween(3.0, 4.0);
    begin(posting, account, 1);
    assertThat(count(begin())).as("asked again").isEqualTo(begun + 1);

    double before = minutes(inState("POSTING", "FAILED"));
    time().advance(Duration.ofMinutes(7));
    ended(
        posting, account, 1, "FAILED", Map.of("code", "FB_POSTING_FAILED", "reason", "It failed"));
    awaitStatus(posting, "FAILED");

    assertThat(changes("FAILED", "FB_POSTING_FAILED")).isEqualTo(failed + 1);
    assertThat(count(inState("POSTING", "FAILED"))).isEqualTo(inPosting + 1);
    assertThat(minutes(inState("POSTING", "FAILED")) - before).isBetween(7.0, 8.0);
  }

  @Test
  void aListingThatIsLiveAfterAllIsCounted() {
    UUID account = account();
    UUID posting = failed(account);
    assertThat(changes("FAILED", "OTHER")).as("a code that is none of ours").isPositive();
    double before = meters.get("lotview.postings.live.after.all").counter().count();

    ended(
        posting,
        account,
        1,
        "POSTED",
        Map.of("fbListingId", "99", "fbListingUrl", "https://example.com/marketplace/item/99"));

    Awaitility.await()
        .atMost(DEADLINE)
        .until(() -> meters.get("lotview.postings.live.after.all").counter().count() > before);
  }

  @Test
  void whatWaitsIsRead() throws SQLException {
    UUID account = account();
    UUID posting = withFleet(account);
    double review = read("lotview.postings", "NEEDS_REVIEW");
    double running = read("lotview.postings", "POSTING");

    sql(
        "update posting.posting set status = 'NEEDS_REVIEW', updated_at = now() - interval '2 days'"
            + " where id = '"
            + posting
            + "'");

    assertThat(read("lotview.postings", "NEEDS_REVIEW")).isEqualTo(review + 1);
    assertThat(read("lotview.postings", "POSTING")).isEqualTo(running - 1);
    assertThat(read("lotview.postings.review.age", null)).isGreaterThan(86400 * 1.9);
  }

  @Test
  void jobsThatMayRunAndThoseOfTheFleetAreRead() throws SQLException {
    UUID account = account();
    UUID posting = posting(account);
    written(posting);
    requested(posting, 1);
    double handed = read("lotview.jobs.handed", null);
    assertThat(handed).isPositive();
    sql(
        "update posting.account_slot set handed_at = now() - interval '3 hours'"
            + ofAccount(account));
    assertThat(read("lotview.jobs.handed.age", null)).isGreaterThan(10_000);

    // As if nobody had taken it.
    double due = read("lotview.jobs.due", null);
    sql(
        "update posting.account_slot set busy_job = null, next_look = now() - interval '4 hours'"
            + ofAccount(account));
    try {
      assertThat(read("lotview.jobs.handed", null)).isEqualTo(handed - 1);
      assertThat(gauge("lotview.jobs.due", null)).isEqualTo(due + 1);
      assertThat(gauge("lotview.jobs.due.age", null)).isGreaterThan(14_000);
    } finally {
      sql("update posting.account_slot set open = false, next_look = null" + ofAccount(account));
    }
  }

  @Test
  void accountsAndTheirLimitsAreRead() throws SQLException {
    UUID account = account();
    double valid = read("lotview.accounts", "VALID");
    double needLogin = gauge("lotview.accounts", "NEEDS_LOGIN");
    double resting = gauge("lotview.accounts.resting", null);
    double used = gauge("lotview.limits.slots.used", null);
    double possible = gauge("lotview.limits.slots.possible", null);

    sql("update posting.fb_account set state = 'NEEDS_LOGIN' where id = '" + account + "'");
    sql(
        "update posting.account_slot set open = false, rest_until = now() + interval '1 hour'"
            + ofAccount(account));
    sql(
        "insert into posting.post_slot select dealership_id, id, gen_random_uuid(), 1,"
            + " now() - make_interval(mins => m) from posting.fb_account, unnest(array[5, 50, 70]) m"
            + " where id = '"
            + account
            + "'");

    assertThat(read("lotview.accounts", "VALID")).isEqualTo(valid - 1);
    assertThat(gauge("lotview.accounts", "NEEDS_LOGIN")).isEqualTo(needLogin + 1);
    assertThat(gauge("lotview.accounts.resting", null)).isEqualTo(resting + 1);
    assertThat(gauge("lotview.limits.slots.used", null)).isEqualTo(used + 2);
    assertThat(gauge("lotview.limits.slots.possible", null)).isEqualTo(possible - 5);
  }

  @Test
  void theFleetIsRead() {
    report("a-metered-worker", 3, 2);
    Awaitility.await()
        .atMost(DEADLINE)
        .until(() ->
            gauge("lotview.fleet.workers", null) >= 2
                && gauge("lotview.fleet.browsers", null) >= 1003
                && gauge("lotview.fleet.browsers.free", null) >= 1002);
    assertThat(gauge("lotview.fleet.browsers.free", null))
        .isLessThan(gauge("lotview.fleet.browsers", null));
  }

  @Test
  void theSystemRoleSeesNothingOfAnAccountButItsState() throws SQLException {
    account();
    try (Connection connection = TestServers.asService("posting");
        var statement = connection.createStatement()) {
      statement.execute("set role posting_system");
      try (var rows = statement.executeQuery("select count(state) from posting.fb_account")) {
        rows.next();
        assertThat(rows.getInt(1)).isPositive();
      }
      assertThat(refused(statement, "select sealed_session from posting.fb_account")).isTrue();
      assertThat(refused(statement, "update posting.fb_account set state = 'VALID'")).isTrue();
      assertThat(refused(statement, "delete from posting.post_slot")).isTrue();
    }
  }

  private static boolean refused(Statement statement, String sql) {
    try {
      statement.execute(sql);
      return false;
    } catch (SQLException e) {
      return "42501".equals(e.getSQLState());
    }
  }

  private static String ofAccount(UUID account) {
    return " where fb_account_id = '" + account + "'";
  }

  private static void sql(String change) throws SQLException {
    try (Connection superuser = TestServers.superuser();
        var statement = superuser.createStatement()) {
      assertThat(statement.executeUpdate(change)).isPositive();
    }
  }

  private double read(String name, @Nullable String label) {
    reader.read().block(DEADLINE);
    return gauge(name, label);
  }

  private double gauge(String name, @Nullable String state) {
    Gauge gauge =
        state == null ? meters.get(name).gauge() : meters.get(name).tag("state", state).gauge();
    return gauge.value();
  }

  private double changes(String state, String cause) {
    Counter counter =
        meters.find("lotview.postings.changes").tag("state", state).tag("cause", cause).counter();
    return counter == null ? 0 : counter.count();
  }

  private @Nullable Timer begin() {
    return meters.find("lotview.jobs.begin.delay").tag("kind", "POST").timer();
  }

  private @Nullable Timer inState(String state, String next) {
    return meters.find("lotview.postings.state.time").tag("state", state).tag("next", next).timer();
  }

  private static long count(@Nullable Timer timer) {
    return timer == null ? 0 : timer.count();
  }

  private static double minutes(@Nullable Timer timer) {
    return timer == null ? 0 : timer.totalTime(TimeUnit.MINUTES);
  }
}
