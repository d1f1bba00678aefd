package com.lotview.worker.fleet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.testkit.TestServers;
import com.lotview.worker.fleet.Orders;
import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.JobKind;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.job.Progress;
import com.lotview.worker.fleet.job.ReviewCause;
import com.lotview.worker.fleet.job.SignInOrder;
import com.lotview.worker.fleet.lease.Claim;
import com.lotview.worker.fleet.lease.JobState;
import com.lotview.worker.fleet.lease.JobStore;
import com.lotview.worker.fleet.lease.LeaseLost;
import com.lotview.worker.fleet.lease.Notes;
import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.lease.RunLocation;
import com.lotview.worker.fleet.lease.RunPurpose;
import com.lotview.worker.fleet.lease.WorkerId;
import com.lotview.worker.fleet.messaging.FleetEvents;
import com.lotview.worker.marketplace.Step;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The store on real PostgreSQL, without a fleet that would take the jobs. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=worker")
@DirtiesContext // Only one context at a time uses the schema.
@Tag("servers")
class JobStoreIT {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final String DEALER = "md5('d1')::uuid";
  private static final String ACCOUNT = "md5('a1')::uuid";
  private static final Notes TOLD =
      new Notes(
          List.of(new Notes.Reached(Progress.of(JobKind.POST, Step.DETAILS), 1)),
          4711L,
          true,
          List.of(new Evidence(Evidence.Kind.FORM, "key", "00", Instant.EPOCH)),
          List.of());
  private static final WorkerId ONE = new WorkerId("host-1", 1, 1);
  private static final WorkerId TWO = new WorkerId("host-2", 2, 2);

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class StoreOnly {
    @Bean
    JobStore store(
        DatabaseClient database, TenantTransactions transactions, Outbox outbox, JsonMapper json) {
      return new R2dbcJobStore(database, transactions, new FleetEvents(outbox), json);
    }
  }

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    TestServers.register(registry, "fleet");
    TestServers.storageEnvironment().forEach((name, value) -> registry.add(name, () -> value));
  }

  @Autowired JobStore store;

  @BeforeEach
  void empty() throws SQLException {
    execute("truncate fleet.job, fleet.account_lease, fleet.run, fleet.step, fleet.evidence");
  }

  @Test
  void accept_takesAJobOnce() throws SQLException {
    String body = Orders.body("a", 300, List.of());
    PostingOrder order = new JsonMapper().readValue(body, PostingOrder.class);
    assertThat(store.accept(order, body, null, Instant.now())).isTrue();
    assertThat(store.accept(order, body, null, Instant.now())).isFalse();
    assertThat(count("fleet.job")).isEqualTo(1);
  }

  @Test
  void aJobOfAnotherTimeline_isClaimedAsOneThatTheDatabaseMayHaveForgotten() {
    Instant noticed = Instant.parse("2026-11-30T10:00:00Z");
    execute("update fleet.database_history set noticed_at = '" + noticed + "'");
    try {
      accept("here");
      assertThat(claim(ONE).orElseThrow().rewind()).isNull();

      String body = Orders.body("before", 300, List.of());
      PostingOrder order = new JsonMapper().readValue(body, PostingOrder.class);
      store.accept(order, body, null, noticed.plusSeconds(30));
      Claim doubtful = claim(ONE).orElseThrow();
      assertThat(doubtful.rewind()).isEqualTo(new Claim.Rewind(noticed, 0));
      store.end(
          doubtful.lease(), doubtful.job(), begun(doubtful), RunEnd.HANDED_BACK, null, Notes.NONE);
      execute("update fleet.run set database_timeline = 'before'");
      assertThat(store.reread(doubtful).rewind()).isEqualTo(new Claim.Rewind(noticed, 1));
      assertThat(store.reread(doubtful).runs()).hasSize(1);
    } finally {
      execute("update fleet.database_history set noticed_at = '-infinity'");
    }
  }

  @Test
  void claim_givesEachAccountToOneWorker_inOrder() {
    PostingOrder first = accept("a");
    PostingOrder second = accept("a");
    PostingOrder other = accept("b");
    Claim one = claim(ONE).orElseThrow();
    assertThat(one.job().id()).isEqualTo(first.jobId());
    assertThat(one.job().state()).isEqualTo(JobState.WAITING);
    assertThat(claim(TWO).orElseThrow().job().id()).isEqualTo(other.jobId());
    assertThat(claim(TWO)).isEmpty();

    store.release(List.of(one.lease()));
    assertThat(claim(TWO).orElseThrow().job().id())
        .as("the first job is not done: the second must wait")
        .isEqualTo(first.jobId());
    execute("update fleet.account_lease set until = now() - interval '1 s'");
    Claim again = claim(ONE).orElseThrow();
    assertThat(again.lease().fence()).isEqualTo(3);
    store.finish(again.lease(), again.job(), null, JobResult.needsLogin("out"), Notes.NONE);
    store.release(List.of(again.lease()));
    assertThat(claim(ONE).orElseThrow().job().id()).isEqualTo(second.jobId());
  }

  @Test
  void claim_underContention_neverGivesAnAccountTwice() throws Exception {
    IntStream.range(0, 20).forEach(i -> accept("account-" + i % 5));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Optional<Claim>>> calls =
          IntStream.range(0, 40)
              .<Callable<Optional<Claim>>>mapToObj(i -> () -> claim(ONE))
              .toList();
      long accounts = 0;
      for (Future<Optional<Claim>> claimed : threads.invokeAll(calls)) {
        accounts += claimed.get().isPresent() ? 1 : 0;
      }
      // Racing workers may get no job; the remaining jobs are there for the next poll.
      while (claim(TWO).isPresent()) {
        accounts++;
      }
      assertThat(accounts).isEqualTo(5);
    }
  }

  @Test
  void claim_takesTheDealershipsInTurn_andTheOneWithTheFewestLeasesFirst() {
    for (int i = 0; i < 30; i++) {
      acceptOf("big", "big-" + i);
    }
    acceptOf("small", "small-1");
    acceptOf("small", "small-2");
    List<UUID> dealers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      dealers.add(claim(ONE).orElseThrow().lease().dealershipId());
    }
    UUID big = Orders.account("big");
    UUID small = Orders.account("small");
    assertThat(dealers).containsExactly(big, small, big, small, big);
  }

  @Test
  void aSignIn_forWhichSomebodySits_doesNotWaitBehindItsDealershipsHeap() {
    for (int i = 0; i < 10; i++) {
      acceptOf("big", "big-" + i);
    }
    SignInOrder order =
        new SignInOrder(
            "sign-in:1", UUID.randomUUID(), Orders.account("big"), Orders.account("new"), 1, 900);
    store.accept(order, new JsonMapper().writeValueAsString(order), null, Instant.now());
    List<JobKind> first = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      first.add(claim(ONE).orElseThrow().job().order().kind());
    }
    assertThat(first).contains(JobKind.SIGN_IN);
  }

  @Test
  void claimAndAccept_readTheSame_howeverManyJobsWaitOrAreDone() throws SQLException {
    heap(10_000);
    int few = pagesOfClaim() + pagesOfAccept();
    empty();
    heap(100_000);
    int many = pagesOfClaim() + pagesOfAccept();
    System.out.printf(
        "pages read by one accept and one claim: %d with 10,000 jobs waiting and as many done,"
            + " %d with 100,000%n",
        few, many);
    // The only difference is that indexes are one or two levels deeper.
    assertThat(many).isLessThan(few + 60);
  }

  private static int pagesOfClaim() throws SQLException {
    return pages(LeaseRows.TAKE_NEXT.replace(":holder", "'h'").replace(":millis", "30000"))
        + pages(
            RunRows.HEAD
                .replace(":dealership", DEALER)
                .replace(":account", ACCOUNT)
                .replace(":fence", "1")
                .replace(":holder", "'h'")
                .replace(":run", "gen_random_uuid()")
                .replace(":host", "'h'")
                .replace(":folder", "'f'"));
  }

  private static int pagesOfAccept() throws SQLException {
    return pages(
        JobRows.ACCEPT
            .replace(":dealership", DEALER)
            .replace(":account", ACCOUNT)
            .replace(":job", "'new'")
            .replace(":kind", "'VALIDATE'")
            .replace(":task", "gen_random_uuid()")
            .replaceAll(":(posting|vehicle)", "null::uuid")
            .replace(":marker", "null")
            .replaceAll(":(attempt|deadline)", "1")
            .replace(":request", "'{}'")
            .replace(":trace", "null")
            .replace(":ordered", "now()"));
  }

  private static int pages(String sql) throws SQLException {
    try (Connection connection = TestServers.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path = fleet");
      // The first time, plans and catalogs are read too.
      String explain = "explain (analyze, buffers, format json) ";
      try (ResultSet rows = statement.executeQuery(explain + sql)) {
        rows.next();
        JsonNode root = new JsonMapper().readTree(rows.getString(1)).get(0).get("Plan");
        return root.get("Shared Hit Blocks").asInt() + root.get("Shared Read Blocks").asInt();
      }
    }
  }

  /** So many jobs wait, and as many are done, of 5,000 accounts of 100 dealerships. */
  private static void heap(int jobs) {
    execute(
        """
        set search_path = fleet;
        insert into job (dealership_id, job_id, kind, task_id, account_id, attempt,
          deadline_seconds, request, turn, state, outcome, finished_at)
        select md5('d' || n %% 100)::uuid, 'job-' || n, 'VALIDATE', gen_random_uuid(),
          md5('a' || n %% 5000)::uuid, 1, 300, '{}', n / 100 + 1,
          case when n / 5000 %% 2 = 0 then 'DONE' else 'WAITING' end,
          case when n / 5000 %% 2 = 0 then 'VALID' end,
          case when n / 5000 %% 2 = 0 then now() end
        from generate_series(1, 2 * %d) n;
        insert into account_lease (dealership_id, account_id, holder, fence, until, turn)
        select dealership_id, account_id, '', 0, '-infinity', min(turn)
        from job where state <> 'DONE' group by 1, 2;
        analyze job; analyze account_lease
        """
            .formatted(jobs));
  }

  @Test
  void jobsDoneLongAgo_areForgotten_withAllThatHangsOnThem() throws SQLException {
    accept("a");
    Claim claim = claim(ONE).orElseThrow();
    JobResult result = JobResult.posted(new Posted("1", "u", List.of()));
    store.finish(claim.lease(), claim.job(), begun(claim), result, TOLD);
    accept("b");
    assertThat(store.old(Instant.now().minusSeconds(60), 10).jobs()).isEmpty();
    JobStore.Old old = store.old(Instant.now().plusSeconds(60), 10);
    assertThat(old.jobs()).containsExactly(claim.job().id());
    assertThat(old.pictures()).containsExactly("key");
    store.forget(old);
    for (String table : List.of("run", "step", "evidence")) {
      assertThat(count("fleet." + table)).as(table).isZero();
    }
    assertThat(count("fleet.job")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"note", "intend", "end", "finish", "renew", "begin", "postpone"})
  void everyWrite_ofAStaleFence_writesNothing(String write) throws SQLException {
    accept("a");
    Claim stale = claim(ONE).orElseThrow();
    Run run = begun(stale);
    execute("update fleet.account_lease set until = now() - interval '1 s'");
    Claim now = claim(TWO).orElseThrow();
    String before = everything();
    assertThatThrownBy(() -> write(write, stale, run)).isInstanceOf(LeaseLost.class);
    store.release(List.of(stale.lease()));
    assertThat(everything()).isEqualTo(before);
    store.postpone(now.lease(), now.now());
  }

  private void write(String write, Claim claim, Run run) {
    switch (write) {
      case "note" -> store.note(claim.lease(), claim.job(), run, TOLD);
      case "intend" -> store.intend(claim.lease(), claim.job(), run, LEASE, TOLD);
      case "end" -> store.end(claim.lease(), claim.job(), run, RunEnd.UNSETTLED, "x", TOLD);
      case "finish" ->
          store.finish(
              claim.lease(),
              claim.job(),
              run,
              JobResult.failed(true, ErrorCode.INTERNAL_ERROR, "x"),
              TOLD);
      case "renew" -> store.renew(claim.lease(), run.id(), LEASE);
      case "begin" -> store.begin(claim, ONE, RunPurpose.LOOK, seat());
      case "postpone" -> store.postpone(claim.lease(), claim.now());
      default -> throw new IllegalArgumentException(write);
    }
  }

  @Test
  void intend_needsALeaseThatHasNotLapsed_evenIfNobodyElseTookIt() throws SQLException {
    accept("a");
    Claim claim = claim(ONE).orElseThrow();
    Run run = begun(claim);
    execute("update fleet.account_lease set until = now() - interval '1 s'");
    assertThatThrownBy(() -> store.intend(claim.lease(), claim.job(), run, LEASE, Notes.NONE))
        .isInstanceOf(LeaseLost.class);
    assertThat(count("fleet.run where intent_at is not null")).isZero();
  }

  @Test
  void aDoneJob_staysAsItIs() throws SQLException {
    accept("a");
    Claim claim = claim(ONE).orElseThrow();
    Run run = begun(claim);
    store.finish(
        claim.lease(), claim.job(), run, JobResult.posted(new Posted("1", "u", List.of())), TOLD);
    store.finish(
        claim.lease(),
        claim.job(),
        run,
        JobResult.needsReview(ReviewCause.ANSWER_UNCLEAR, "late"),
        TOLD);
    store.end(claim.lease(), claim.job(), run, RunEnd.UNSETTLED, "late", TOLD);
    assertThat(count("fleet.job where state = 'DONE' and outcome = 'POSTED'")).isEqualTo(1);
    assertThat(count("fleet.run where ending = 'FINISHED'")).isEqualTo(1);
    assertThat(claim(TWO)).isEmpty();
  }

  @Test
  void leasesOfProcessesOfThisHostThatAreGone_areVoid() {
    accept("a");
    WorkerId here = WorkerId.current();
    WorkerId dead = new WorkerId(here.host(), here.pid(), here.startedAt() - 1);
    claim(dead).orElseThrow();
    accept("b");
    claim(here).orElseThrow();
    accept("c");
    claim(TWO).orElseThrow();
    assertThat(store.voidLeasesOfDead(here)).isEqualTo(1);
    assertThat(claim(here).orElseThrow().job().order().fbAccountId())
        .isEqualTo(Orders.account("a"));
  }

  @Test
  void withoutATenant_theServicesRoleSeesNothing() throws SQLException {
    accept("a");
    claim(ONE).orElseThrow();
    for (String table : List.of("job", "account_lease", "run", "step", "evidence")) {
      try (Connection service = TestServers.asService("fleet");
          Statement statement = service.createStatement();
          ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
        rows.next();
        assertThat(rows.getInt(1)).as(table).isZero();
      }
    }
  }

  private void acceptOf(String dealership, String account) {
    String body =
        Orders.body(account, 300, List.of())
            .replaceAll(
                "\"dealershipId\":\"[^\"]+\"",
                "\"dealershipId\":\"" + Orders.account(dealership) + "\"");
    PostingOrder order = new JsonMapper().readValue(body, PostingOrder.class);
    assertThat(order.dealershipId()).isEqualTo(Orders.account(dealership));
    store.accept(order, body, null, Instant.now());
  }

  private PostingOrder accept(String account) {
    String body = Orders.body(account, 300, List.of());
    PostingOrder order = new JsonMapper().readValue(body, PostingOrder.class);
    store.accept(order, body, null, Instant.now());
    return order;
  }

  private Optional<Claim> claim(WorkerId worker) {
    return store.claim(worker, LEASE, seat(), List.of());
  }

  private static RunLocation seat() {
    return new RunLocation(UUID.randomUUID(), "/folder");
  }

  private static Run begun(Claim claim) {
    return Objects.requireNonNull(claim.begun(), "nothing was tried before");
  }

  private static int count(String what) throws SQLException {
    return Integer.parseInt(query("select count(*) from " + what));
  }

  private static String everything() throws SQLException {
    return query(
        """
        select concat((select json_agg(j) from fleet.job j), (select json_agg(l) from
          fleet.account_lease l), (select json_agg(r) from fleet.run r), (select json_agg(s) from
          fleet.step s), (select json_agg(e) from fleet.evidence e))
        """);
  }

  private static String query(String sql) throws SQLException {
    try (Connection connection = TestServers.superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(String sql) {
    try (Connection connection = TestServers.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
