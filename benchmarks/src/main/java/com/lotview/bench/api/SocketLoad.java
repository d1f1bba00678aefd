package com.lotview.bench.api;

import com.lotview.bench.report.Distribution;
import com.lotview.bench.tables.AuthTables;
import com.lotview.bench.tables.BenchDatabase;
import com.lotview.bench.tables.PostingTables;
import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * People of several dealerships with their sockets, and events for each dealership in turn. An
 * event starts in the outbox of posting-service, stored as the service's transactions store it; the
 * relay finds it with its next poll, up to a quarter of a second later.
 */
final class SocketLoad {
  /** The maximum number of sockets of a person. */
  private static final int PER_PERSON = 20;

  private static final String EXAMPLE =
      "/contracts/events/posting.progress/posting.state/v1.example.json";
  private static final Duration LATE = Duration.ofSeconds(60);
  private static final Duration WARM = Duration.ofSeconds(3);

  private final Installation installation;
  private final BenchDatabase database;
  private final PostingTables postings;
  private final ApiLoad load;
  private final ObjectNode event;
  private final List<String> rooms = new ArrayList<>();
  private final List<ApiClient> people = new ArrayList<>();

  SocketLoad(Installation installation, BenchDatabase database, ApiLoad load) throws IOException {
    this.installation = installation;
    this.database = database;
    this.postings = new PostingTables(database);
    this.load = load;
    try (InputStream in = SocketLoad.class.getResourceAsStream(EXAMPLE)) {
      this.event = (ObjectNode) JsonMapper.shared().readTree(Objects.requireNonNull(in, EXAMPLE));
    }
  }

  /** The results. */
  record Heard(Distribution millis, int expected) {}

  /** Makes the dealerships and people, and signs them in, with a password check each. */
  void signIn(String template) throws SQLException {
    AuthTables auth = new AuthTables(database);
    for (int i = 0; i < load.rooms(); i++) {
      rooms.add(UUID.randomUUID().toString());
    }
    auth.copyDealership(template, rooms);
    List<String> emails =
        IntStream.range(0, people()).mapToObj(i -> "bench" + i + "@example.com").toList();
    auth.copyPerson(
        installation.email(), IntStream.range(0, people()).mapToObj(this::room).toList(), emails);
    for (String email : emails) {
      ApiClient person = new ApiClient(installation.url());
      person.signIn(email, installation.password());
      people.add(person);
    }
  }

  private int people() {
    return load.rooms() * Math.ceilDiv(load.sockets() / load.rooms(), PER_PERSON);
  }

  private String room(int person) {
    return rooms.get(person % rooms.size());
  }

  /** Opens the sockets, as many in each dealership. */
  Sockets open() {
    Sockets sockets = new Sockets();
    int each = load.sockets() / load.rooms();
    for (int i = 0; i < people.size(); i++) {
      int before = i / rooms.size() * PER_PERSON;
      sockets.open(installation.url(), people.get(i), Math.min(PER_PERSON, each - before));
    }
    return sockets;
  }

  /** Sends events at the load's pace and waits for all frames of them. */
  Heard send(Sockets sockets) throws SQLException, InterruptedException {
    send(sockets, WARM);
    sockets.forget();
    int events = send(sockets, Duration.ofSeconds(load.seconds()));
    int expected = events * (load.sockets() / load.rooms());
    List<Double> millis = sockets.await(expected, LATE);
    String name = "%d a second, %d sockets each".formatted(load.events(), expected / events);
    return new Heard(Distribution.of(name, millis), expected);
  }

  private int send(Sockets sockets, Duration time) throws SQLException, InterruptedException {
    int count = Math.toIntExact(load.events() * time.toSeconds());
    long begun = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = begun + TimeUnit.SECONDS.toNanos(1) * i / load.events();
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
      String posting = UUID.randomUUID().toString();
      ObjectNode body = event.deepCopy();
      body.put("postingId", posting);
      body.put("dealershipId", room(i));
      sockets.begin(posting);
      postings.append(Topics.POSTING_PROGRESS, posting, EventTypes.POSTING_STATE, body.toString());
    }
    return count;
  }
}
