package com.lotview.standalone.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.RunningSystem;
import com.lotview.standalone.openapi.Expectations.Entry;
import com.lotview.standalone.openapi.People.Person;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * The processes of PostgreSQL are stopped (SIGSTOP): connections stay open, and nothing answers.
 * Every operation of the document is refused soon, no service reports ready, and everything works
 * again when the processes continue.
 */
@Timeout(300)
@Tag("servers")
class HangingDatabaseIT {
  private static final List<String> SERVICES =
      List.of("auth", "inventory", "listing", "posting", "notification");

  /** The goal is one second; the rest is a reserve for a busy machine. */
  private static final Duration CEILING = Duration.ofSeconds(8);

  private static RunningSystem system;
  private static Http http;
  private static Person manager;
  private static JsonNode document;

  private record Refused(Call call, Http.Answer answer, Duration after) {}

  @BeforeAll
  static void start() throws Exception {
    system = RunningSystem.shared();
    http = new Http(system.url());
    manager = People.of(system, http).manager(People.A);
    document = http.made("GET", "/v1/openapi.json", null, null);
  }

  @Test
  void everyOperationIsRefusedSoon_andAnsweredWhenItContinues() throws Exception {
    // Each service has fetched the keys of tokens, and answers.
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(HangingDatabaseIT::allAnswer);
    List<Refused> refused;
    List<Integer> ready = new ArrayList<>();
    signal("STOP");
    // Processes that its first process has started meanwhile.
    signal("STOP");
    try {
      refused = sendAll();
      for (String service : SERVICES) {
        ready.add(readiness(service));
      }
    } finally {
      signal("CONT");
    }
    long continued = System.nanoTime();
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(HangingDatabaseIT::allAnswer);
    report(refused, Duration.ofNanos(System.nanoTime() - continued));

    assertThat(ready).containsOnly(503);
    // Decisions without the database are made as usual.
    assertThat(refused)
        .allMatch(each ->
            each.answer().status() / 100 == 4
                || each.answer().status() == 503
                || needsNoDatabase(each.call()));
    assertThat(refused.stream().filter(each -> each.call().method().equals("GET")))
        .filteredOn(each -> !needsNoDatabase(each.call()))
        .allMatch(each -> each.answer().code().equals("SERVICE_UNAVAILABLE"));
    assertThat(refused).allMatch(each -> each.after().compareTo(CEILING) < 0);
  }

  /**
   * What everybody may ask, and the public key of sessions, which each process has from its start.
   */
  private static boolean needsNoDatabase(Call call) {
    return call.operation().path("security").isEmpty()
        || call.toString().equals("GET /v1/fb-accounts/session-key");
  }

  private static List<Refused> sendAll() throws Exception {
    List<Future<Refused>> all = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
      for (Call call : Call.all(document)) {
        all.add(clients.submit(() -> send(call)));
      }
    }
    List<Refused> refused = new ArrayList<>();
    for (Future<Refused> each : all) {
      refused.add(each.get());
    }
    return refused;
  }

  private static Refused send(Call call) throws Exception {
    Entry entry = Expectations.of(call);
    List<String> ids = MadeObjects.random();
    String path = call.path();
    for (String id : ids) {
      path = path.replaceFirst("\\{\\w+}", id);
    }
    JsonNode content = call.operation().at("/requestBody/content");
    JsonNode example = content.at("/application~1json/example");
    JsonNode body =
        entry.body() != null ? entry.body().apply(ids) : example.isMissingNode() ? null : example;
    long begun = System.nanoTime();
    Http.Answer answer = answer(call, path, content.has("multipart/form-data"), body);
    return new Refused(call, answer, Duration.ofNanos(System.nanoTime() - begun));
  }

  private static Http.Answer answer(Call call, String path, boolean upload, JsonNode body)
      throws Exception {
    try {
      return upload
          ? http.send(
              call.method(), path, manager.token(), MadeStock.photo(), MadeObjects.multipart())
          : http.send(call.method(), path, manager.token(), body);
    } catch (IOException cutOff) {
      return new Http.Answer(0, "", String.valueOf(cutOff.getCause()).getBytes(UTF_8));
    }
  }

  private static boolean allAnswer() throws Exception {
    for (String service : SERVICES) {
      if (readiness(service) != 200) {
        return false;
      }
    }
    for (String list : List.of("/v1/users", "/v1/vehicles", "/v1/postings", "/v1/notices")) {
      if (http.send("GET", list, manager.token(), null).status() != 200) {
        return false;
      }
    }
    return true;
  }

  private static int readiness(String service) throws Exception {
    Properties ports = new Properties();
    try (var file = Files.newBufferedReader(system.home().resolve("run/ports.properties"))) {
      ports.load(file);
    }
    Http own = new Http("http://127.0.0.1:" + ports.getProperty(service));
    return own.send("GET", "/actuator/health/readiness", null, null).status();
  }

  private static void signal(String name) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    Path data = system.home().resolve("postgres").toRealPath();
    // All processes of a server work in its data folder.
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : all) {
        Path folder = process.resolve("cwd");
        if (Files.exists(folder) && Files.readSymbolicLink(folder).equals(data)) {
          command.add(process.getFileName().toString());
        }
      }
    }
    assertThat(command).hasSizeGreaterThan(2);
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static void report(List<Refused> refused, Duration again) {
    Map<Integer, Integer> statuses = new TreeMap<>();
    refused.forEach(each -> statuses.merge(each.answer().status(), 1, Integer::sum));
    List<Long> millis = refused.stream().map(each -> each.after().toMillis()).sorted().toList();
    System.out.printf(
        "PostgreSQL stopped: %d operations, by status %s, p50 %d ms, slowest %d ms; works again"
            + " %d ms after it continued%n",
        refused.size(),
        statuses,
        millis.get(millis.size() / 2),
        millis.getLast(),
        again.toMillis());
  }
}
