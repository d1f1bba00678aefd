package com.lotview.worker.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.sandbox.Sandbox;
import com.lotview.testkit.ReplicatedPostgres;
import com.lotview.testkit.TestServers;
import com.lotview.worker.WorkerApplication;
import com.lotview.worker.fleet.job.PostingOrder;
import java.awt.Color;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A post goes live, its server is lost, and a replica that knows nothing of it takes the server's
 * place: the job is one that never began. Two real PostgreSQL servers, a real browser, and a site
 * whose own ledger judges.
 */
@Timeout(300)
@Tag("browser")
class RewoundDatabaseIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final OtherServices OTHERS = new OtherServices();

  private Sandbox site;
  private ReplicatedPostgres database;
  private ConfigurableApplicationContext worker;
  private PostingOrder order;

  @BeforeAll
  static void browser() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromedriver")), "Chromium is not installed");
  }

  @BeforeEach
  void acceptedJob_andReplica() throws Exception {
    site = Sandbox.builder().seed(7).start();
    database = ReplicatedPostgres.start();
    worker = startWorker();
    String body = Orders.body("rewound", 300, List.of(OTHERS.photo(Pictures.of(Color.RED))));
    order = JSON.readValue(body, PostingOrder.class);
    JsonNode account = JSON.readTree(account());
    OTHERS.serve(order, account.get("cookies").toString());
    // It waits in the fleet, given back again and again.
    OTHERS.failStart(order);
    worker.getBean(FleetEars.class).order(body);
    await().atMost(Duration.ofSeconds(60)).until(() -> OTHERS.startsAsked(order) > 0);
    database.makeReplica();
  }

  @AfterEach
  void end() throws Exception {
    worker.close();
    database.close();
    site.close();
  }

  @Test
  void aPostThatTheDatabaseForgot_isFound_notPostedAgain() throws Exception {
    publish();
    database.failOver(nothing -> {});
    awaitDone();
    assertThat(job("outcome")).isEqualTo("POSTED");
    assertThat(site.ledger().listings()).hasSize(1);
    assertThat(
            value(
                "select string_agg(purpose || ' ' || ending, ',' order by number) from fleet.run"))
        .endsWith("LOOK FINISHED");
  }

  /** What the test would be worth without the rule: the job is made one of the new timeline. */
  @Tag("long")
  @Test
  void withoutTheRule_itIsPostedAgain() throws Exception {
    publish();
    database.failOver(superuser -> {
      try (Statement statement = superuser.createStatement()) {
        statement.execute(
            "set search_path = fleet; update job set database_timeline = database_timeline()");
      }
    });
    awaitDone();
    assertThat(site.ledger().listings()).hasSize(2);
  }

  @Tag("long")
  @Test
  void aPostThatDidNotGoLiveBefore_isPostedOnce() throws Exception {
    database.failOver(nothing -> {});
    OTHERS.allowStart(order);
    awaitDone();
    assertThat(job("outcome")).isEqualTo("POSTED");
    assertThat(site.ledger().listings()).hasSize(1);
    assertThat(value("select string_agg(ending, ',' order by number) from fleet.run"))
        .endsWith("ABSENT,ABSENT,FINISHED");
  }

  private void publish() {
    OTHERS.allowStart(order);
    JsonNode result = worker.getBean(FleetEars.class).result(order);
    assertThat(result.get("outcome").asString()).as(result.toString()).isEqualTo("POSTED");
    assertThat(site.ledger().listings()).hasSize(1);
  }

  private void awaitDone() {
    await()
        .ignoreExceptions()
        .atMost(Duration.ofSeconds(120))
        .until(() -> "DONE".equals(job("state")));
    assertThat(value("select right(database_timeline, 8) from fleet.run order by number desc"))
        .isEqualTo("00000002");
  }

  private String job(String column) {
    return value("select " + column + " from fleet.job where job_id = '" + order.jobId() + "'");
  }

  private String value(String sql) {
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private ConfigurableApplicationContext startWorker() throws Exception {
    Map<String, String> settings = new LinkedHashMap<>(database.environment("fleet"));
    settings.putAll(TestServers.storageEnvironment());
    settings.putAll(OTHERS.environment());
    settings.put("LOTVIEW_WORKER_HOME", Files.createTempDirectory("lv").toString());
    settings.put("MARKETPLACE_URL", site.url());
    settings.put("LOTVIEW_PACE", "none");
    settings.put("LOTVIEW_LEASE_DURATION", "3s");
    settings.put("LOTVIEW_LEASE_RENEWAL_INTERVAL", "500ms");
    settings.put("LOTVIEW_ORPHAN_GRACE_PERIOD", "1s");
    settings.put("LOTVIEW_VERIFICATION_INTERVAL", "300ms");
    settings.put("LOTVIEW_SETTLING_DELAY", "300ms");
    List<String> arguments = new ArrayList<>();
    settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    return WorkerApplication.startWith(List.of(FleetEars.class), arguments.toArray(String[]::new));
  }

  private String account() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(site.url() + "/__accounts"))
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"name\":\"Sam Seller\",\"city\":\"Denver, Colorado\"}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
