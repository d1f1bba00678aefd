package com.lotview.worker.fleet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.ErrorCode;
import com.lotview.testkit.TestServers;
import com.lotview.worker.fleet.Orders;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.lease.Claim;
import com.lotview.worker.fleet.lease.JobStore;
import com.lotview.worker.fleet.lease.Notes;
import com.lotview.worker.fleet.lease.RunLocation;
import com.lotview.worker.fleet.lease.WorkerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the fleet's scaler asks, as its own role, of tables that the real store fills. */
@SpringBootTest(
    classes = JobStoreIT.StoreOnly.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=worker")
@DirtiesContext // Only one context at a time uses the schema.
@Tag("servers")
class ScalerIT {
  /** As in {@code deploy/kubernetes/components/keda}; ManifestsTest compares them. */
  private static final String QUERY = "select least(fleet.browsers_wanted(), 200)";

  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final WorkerId WORKER = new WorkerId("host-1", 1, 1);

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    TestServers.register(registry, "fleet");
    TestServers.storageEnvironment().forEach((name, value) -> registry.add(name, () -> value));
  }

  @Autowired JobStore store;

  @BeforeEach
  void empty() throws SQLException, IOException {
    execute("truncate fleet.job, fleet.account_lease, fleet.run, fleet.step, fleet.evidence");
    makeRole();
  }

  @Test
  void anAccountCounts_whileItIsAtWork_andWhileItsFirstJobMayBegin() throws SQLException {
    assertThat(wanted()).as("nothing to do").isZero();
    accept("at work");
    accept("at work");
    Claim claim = claim();
    accept("due");
    assertThat(wanted()).as("one at work, with a second job, and one due").isEqualTo(2);

    store.finish(claim.lease(), claim.job(), null, failed(), Notes.NONE);
    store.release(List.of(claim.lease()));
    assertThat(wanted()).as("its second job is due, and the other account's").isEqualTo(2);

    Claim second = claim();
    store.postpone(second.lease(), second.now().plusSeconds(600));
    assertThat(wanted()).as("put off, and still held").isEqualTo(2);
    store.release(List.of(second.lease()));
    assertThat(wanted()).as("due later").isEqualTo(1);

    Claim last = claim();
    store.finish(last.lease(), last.job(), null, failed(), Notes.NONE);
    store.release(List.of(last.lease()));
    assertThat(wanted()).as("one due later, one free").isZero();
  }

  @Test
  void anAccountWhoseWorkerIsGone_counts_sinceItsJobMustGoOn() throws SQLException {
    accept("left");
    claim();
    execute("update fleet.account_lease set until = now() - interval '1 s'");
    assertThat(wanted()).isEqualTo(1);
  }

  @Test
  void moreAccountsThanAnyFleetNeeds_areCut() throws SQLException {
    accounts(1000, 1);
    assertThat(wanted()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select holder from fleet.account_lease",
        "select account_id from fleet.account_lease",
        "select * from fleet.account_lease",
        "select count(*) from fleet.job",
        "select count(*) from fleet.run",
        "select count(*) from fleet.outbox",
        "set transaction read write; update fleet.account_lease set due = now()",
        "set transaction read write; delete from fleet.account_lease",
        "set transaction read write; create table fleet.mine (a int)",
        "set role fleet_system"
      })
  void theScaler_mayDoNothingElse(String sql) throws SQLException {
    accept("a");
    try (Connection scaler = scaler();
        Statement statement = scaler.createStatement()) {
      scaler.setAutoCommit(false);
      assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
    }
  }

  @Test
  void theServicesRole_seesNothing_withoutItsSystemRole() throws SQLException {
    accept("a");
    assertThat(wanted()).isEqualTo(1);
    try (Connection service = TestServers.asService("fleet")) {
      assertThat(number(service, QUERY)).isZero();
    }
  }

  @Test
  void theRole_mayBeMadeBeforeTheTablesToo() throws SQLException {
    accept("a");
    execute(
        """
        drop policy scaler on fleet.account_lease;
        revoke select (turn, due, until) on fleet.account_lease from fleet_scaler;
        """);
    assertThatThrownBy(this::wanted).hasMessageContaining("permission denied");
    // As the migration does it, which the owner runs.
    execute("set role fleet_owner; call fleet.open_to_scaler()");
    assertThat(wanted()).isEqualTo(1);
  }

  @Test
  void theQuery_readsFewPages_howeverManyAccountsThereAre() throws SQLException {
    accounts(100_000, 2_000);
    try (Connection scaler = scaler()) {
      assertThat(number(scaler, QUERY)).isEqualTo(50);
      JsonNode plan;
      try (Statement statement = scaler.createStatement();
          ResultSet rows =
              statement.executeQuery("explain (analyze, buffers, format json) " + QUERY)) {
        rows.next();
        plan = new JsonMapper().readTree(rows.getString(1)).get(0);
      }
      int pages =
          plan.at("/Plan/Shared Hit Blocks").asInt() + plan.at("/Plan/Shared Read Blocks").asInt();
      System.out.printf(
          "browsers_wanted with 100,000 accounts and 50 wanted: %d pages, %s ms%n",
          pages, plan.get("Execution Time").asString());
      assertThat(pages).isLessThan(200);
    }
  }

  /** So many accounts, of which each n-th has a job that is due. */
  private static void accounts(int all, int each) {
    execute(
        """
        insert into fleet.account_lease (dealership_id, account_id, holder, fence, until, turn)
        select md5('d' || n %% 100)::uuid, md5('a' || n)::uuid, '', 0, '-infinity',
          case when n %% %2$d = 0 then n end
        from generate_series(1, %1$d) n;
        analyze fleet.account_lease
        """
            .formatted(all, each));
  }

  private void accept(String account) {
    String body = Orders.body(account, 300, List.of());
    PostingOrder order = new JsonMapper().readValue(body, PostingOrder.class);
    store.accept(order, body, null, Instant.now());
  }

  private Claim claim() {
    RunLocation seat = new RunLocation(UUID.randomUUID(), "/folder");
    return store.claim(WORKER, LEASE, seat, List.of()).orElseThrow();
  }

  private static JobResult failed() {
    return JobResult.failed(false, ErrorCode.INTERNAL_ERROR, "x");
  }

  private int wanted() throws SQLException {
    try (Connection scaler = scaler()) {
      return number(scaler, QUERY);
    }
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void makeRole() throws SQLException, IOException {
    String script = Files.readString(Path.of("../deploy/postgres/scaler.sql"));
    try (Connection superuser = TestServers.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("select set_config('lotview.scaler_password', 'its own', false)");
      statement.execute(script);
    }
  }

  private static Connection scaler() throws SQLException {
    try (Connection superuser = TestServers.superuser()) {
      return DriverManager.getConnection(
          superuser.getMetaData().getURL(), "fleet_scaler", "its own");
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
