package com.lotview.posting.dispatch.handover;

import com.lotview.kit.id.Ids;
import com.lotview.posting.ServiceUnderTest;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchStore;
import com.lotview.posting.dispatch.DispatchTables;
import com.lotview.testkit.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;

/**
 * What a turn costs on PostgreSQL with a thousand, a hundred thousand and a million jobs waiting.
 * Not run with the usual tests; writes its figures to {@code target/bench-dispatch.txt}.
 */
class DispatchBench extends ServiceUnderTest {
  private static final int ACCOUNTS = 1_000;
  private static final int MEASURED = 300;
  private static final Instant NOW = Instant.parse("2002-01-01T00:00:00Z");

  @Autowired DispatchStore store;
  @Autowired DispatchTransactions transactions;

  @Autowired
  @Qualifier("dispatchLoop")
  SmartLifecycle dispatchLoop;

  private final StringBuilder report = new StringBuilder();

  @BeforeEach
  void withoutTheServicesOwnDispatcher() {
    dispatchLoop.stop();
  }

  @AfterEach
  void again() throws IOException {
    DispatchTables.clear();
    dispatchLoop.start();
    Files.writeString(Path.of("target", "bench-dispatch.txt"), report);
  }

  @Test
  void aTurnWithMoreAndMoreWaiting() throws SQLException {
    line("| waiting | statistics | named turn p50 ms | p95 | by a look p50 | p95 | first look |");
    line("|---|---|---|---|---|---|---|");
    // The connections keep their plans from the small tables on: the worst case.
    DispatchCost cost = new DispatchCost(store, transactions, Clock.fixed(NOW, ZoneOffset.UTC));
    DispatchTables.clear();
    List<AccountRef> warm = accounts(MEASURED);
    cost.turns(warm, NOW, true);
    cost.turns(warm, NOW, false);
    int before = 0;
    for (int waiting : new int[] {1_000, 100_000, 1_000_000}) {
      List<AccountRef> accounts = accounts(ACCOUNTS);
      int each = (waiting - before) / ACCOUNTS;
      before = waiting;
      // Half of the accounts have jobs of the next days, half have due ones and a full hour.
      List<AccountRef> free = accounts.subList(0, ACCOUNTS / 2);
      bulk(accounts.subList(ACCOUNTS / 2, ACCOUNTS), each, "-1 day", true);
      bulk(free, each, "1 day", false);
      measure(cost, waiting, "stale", free);
      DispatchTables.run("analyze posting.dispatch");
      DispatchTables.run("analyze posting.account_slot");
      measure(cost, waiting, "fresh", free);
    }
    explain();
  }

  private void measure(DispatchCost cost, int waiting, String statistics, List<AccountRef> free) {
    Duration first = cost.poll();
    List<Duration> named = cost.turns(free.subList(0, MEASURED), NOW, true);
    List<Duration> looked = cost.turns(free.subList(0, MEASURED), NOW, false);
    line(
        String.format(
            Locale.ROOT,
            "| %,d | %s | %.2f | %.2f | %.2f | %.2f | %d |",
            waiting,
            statistics,
            at(named, 50),
            at(named, 95),
            at(looked, 50),
            at(looked, 95),
            first.toMillis()));
  }

  private List<AccountRef> accounts(int count) {
    List<UUID> dealerships = Stream.generate(Ids::next).limit(100).toList();
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> DispatchTables.account(dealerships.get(i % dealerships.size())))
        .toList();
  }

  private static void bulk(List<AccountRef> accounts, int each, String due, boolean full) {
    String ids =
        "'" + String.join("','", accounts.stream().map(a -> "" + a.fbAccountId()).toList()) + "'";
    String of = " from posting.account_slot s where s.fb_account_id in (" + ids + ")";
    String from = "timestamptz '" + NOW + "' + interval '" + due + "'";
    DispatchTables.run(
        "insert into posting.dispatch (dealership_id, job_id, kind, fb_account_id, due_at) select"
            + " s.dealership_id, gen_random_uuid(), 'POST', s.fb_account_id, "
            + from
            + " + n * interval '1 second'"
            + of.replace(" where", " cross join generate_series(1, " + each + ") n where"));
    DispatchTables.run(
        "update posting.account_slot s set next_look = "
            + from
            + " where s.fb_account_id in ("
            + ids
            + ")");
    if (full) {
      DispatchTables.run(
          "insert into posting.post_slot (dealership_id, fb_account_id, posting_id, attempt, at)"
              + " select s.dealership_id, s.fb_account_id, gen_random_uuid(), 1, timestamptz '"
              + NOW
              + "' - n * interval '1 minute'"
              + of.replace(" where", " cross join generate_series(1, 5) n where"));
    }
  }

  // As the service's own roles, bound by row-level security.
  private void explain() throws SQLException {
    try (Connection connection = TestServers.asService("posting");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local role posting_system");
      plan(
          statement,
          "select dealership_id, fb_account_id, next_look from posting.account_slot where open and"
              + " busy_job is null and next_look <= '"
              + NOW
              + "' order by next_look limit 1000");
      connection.rollback();
      UUID dealership = Ids.next();
      statement.execute("select set_config('app.dealership_id', '" + dealership + "', true)");
      for (String kind : List.of("= 'POST'", "<> 'POST'")) {
        plan(
            statement,
            "select job_id, kind, due_at from posting.dispatch where dealership_id = '"
                + dealership
                + "' and fb_account_id = '"
                + Ids.next()
                + "' and kind "
                + kind
                + " order by due_at, job_id limit 1");
      }
      connection.rollback();
    }
  }

  private void plan(Statement statement, String sql) throws SQLException {
    line("");
    line(sql);
    try (ResultSet rows = statement.executeQuery("explain (analyze, buffers) " + sql)) {
      while (rows.next()) {
        line("    " + rows.getString(1));
      }
    }
  }

  private static double at(List<Duration> sorted, int percent) {
    return sorted.get(sorted.size() * percent / 100).toNanos() / 1e6;
  }

  private void line(String text) {
    report.append(text).append('\n');
  }
}
