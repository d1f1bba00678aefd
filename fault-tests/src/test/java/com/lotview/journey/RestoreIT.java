package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.faults.system.SystemProcess;
import com.lotview.sandbox.Sandbox;
import com.lotview.standalone.backup.Backup;
import com.lotview.standalone.backup.Restore;
import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.SampleStock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The database is lost after a post went live, and restored to the moment before its click. The
 * site, which no restore reaches, judges by its ledger.
 */
@Tag("browser")
@Tag("proof")
class RestoreIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(240);

  @TempDir Path folder;
  private Path home;
  private Sandbox site;
  private SystemProcess system;
  private ApiClient api;

  @BeforeEach
  void start() throws Exception {
    home = folder.resolve("home");
    site = Sandbox.builder().seed(7).start();
    open();
  }

  @AfterEach
  void end() throws InterruptedException {
    system.close();
    site.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPostThatTheRestoredDatabaseForgot_isFound_notPostedAgain(boolean kafkaSurvives)
      throws Exception {
    JsonNode owner = SampleStock.siteAccount(api, site.url(), "Restored", Map.of());
    String account = SampleStock.connect(api, "Restored", owner);
    String before = posted(car(1), account);
    Backup.take(home, folder.resolve("backup"), System.out);
    String forgotten = posted(car(2), account);
    Instant click = intent(forgotten);
    String young = car(3);
    archiveAll();

    loseTheMachine(kafkaSurvives);
    Restore.into(
        home,
        folder.resolve("backup"),
        click.minusMillis(1),
        lost().resolve("secrets"),
        System.out);
    open();

    assertThat(api.get("/v1/vehicles/" + young).status()).as("entered later").isEqualTo(404);
    assertThat(status(before)).isEqualTo("POSTED");
    await(forgotten);
    assertThat(site.ledger().listings()).as("listings of two vehicles").hasSize(2);
    if (!kafkaSurvives) {
      // With Kafka's data the result itself is read again.
      assertThat(purposes(forgotten))
          .as("begun before the moment, then looked for")
          .isEqualTo("POST,LOOK");
    }
    assertThat(posted(car(4), account)).as("goes on working").isNotEmpty();
    assertThat(site.ledger().listings()).hasSize(3);
  }

  private void open() throws IOException {
    system =
        SystemProcess.start(
            home,
            SystemProcess.freePort(),
            Map.of("LOTVIEW_RATE_LIMITS", "off", "MARKETPLACE_URL", site.url()));
    system.startWorker(Map.of());
    Installation installation = Installation.at(home);
    api = new ApiClient(installation.url());
    api.signIn(installation.email(), installation.password());
  }

  private String car(int number) {
    return SampleStock.enter(
        api, SampleStock.vehicle("RESTORE", number), SampleStock.photos("RESTORE"));
  }

  private String posted(String vehicle, String account) {
    String posting =
        api.post("/v1/postings", Map.of("vehicleId", vehicle, "fbAccountId", account))
            .orFail("Ordering")
            .get("id")
            .asString();
    await(posting);
    return posting;
  }

  private void await(String posting) {
    Awaitility.await(posting + " is POSTED")
        .atMost(TIMEOUT)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> status(posting).equals("POSTED"));
  }

  private String status(String posting) {
    return api.get("/v1/postings/" + posting).orFail("Looking").path("status").asString();
  }

  private Instant intent(String posting) throws SQLException {
    return Instant.parse(
        value(
            """
            select to_char(intent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
            from fleet.run where job_id like '%%%s%%' and intent_at is not null
            """
                .formatted(posting)));
  }

  private String purposes(String posting) throws SQLException {
    return value(
        "select string_agg(purpose, ',' order by number) from fleet.run where job_id like '%%%s%%'"
            .formatted(posting));
  }

  // A log file goes to the archive when it is full, after a minute, or when it is asked for.
  private void archiveAll() throws SQLException {
    String last = value("select pg_walfile_name(pg_switch_wal())");
    Awaitility.await("the log is archived")
        .atMost(TIMEOUT)
        .until(() -> Files.exists(folder.resolve("backup/wal").resolve(last)));
  }

  private String value(String sql) throws SQLException {
    try (Connection superuser = system.superuser();
        Statement statement = superuser.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).as(sql).isTrue();
      return row.getString(1);
    }
  }

  private Path lost() {
    return folder.resolve("lost");
  }

  // kill -9 of the services and of PostgreSQL; the workers end with the services.
  private void loseTheMachine(boolean kafkaSurvives) throws Exception {
    long server =
        Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid")).getFirst());
    system.kill();
    ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
    system.close();
    Files.createDirectories(lost());
    if (kafkaSurvives) {
      Files.move(home.resolve("postgres"), lost().resolve("postgres"));
      copyKeys();
    } else {
      Files.move(home, lost(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void copyKeys() throws IOException {
    Files.createDirectories(lost().resolve("secrets"));
    try (Stream<Path> keys = Files.list(home.resolve("secrets"))) {
      for (Path key : keys.toList()) {
        Files.copy(key, lost().resolve("secrets").resolve(key.getFileName()));
      }
    }
  }
}
