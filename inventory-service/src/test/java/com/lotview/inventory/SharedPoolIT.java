package com.lotview.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import com.lotview.testkit.TestIssuer;
import com.lotview.testkit.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Many dealerships share three connections to the database, and many requests stop half way. Every
 * vehicle carries a marker of its dealership, so a row in a wrong answer is seen.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.config.name=inventory", "lotview.database.pool-size=3"})
@Timeout(300)
@DirtiesContext
class SharedPoolIT extends ServiceTest {
  private static final int TENANTS = 20;
  private static final int VEHICLES = 3;
  private static final int AT_ONCE = 48;
  private static final Pattern MARKER = Pattern.compile("T[0-9]{2}x[0-9a-f]{12}");

  @LocalServerPort int port;

  private final List<Tenant> tenants = IntStream.range(0, TENANTS).mapToObj(Tenant::new).toList();
  private final Map<String, AtomicInteger> ends = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

  @Test
  void ofAThousandInterleavedRequestsOfTwentyTenants_noneSeesAnother() throws SQLException {
    storm(1_000);
  }

  @Test
  @Tag("proof")
  void ofTenThousandInterleavedRequestsOfTwentyTenants_noneSeesAnother() throws SQLException {
    storm(10_000);
  }

  private void storm(int requests) throws SQLException {
    tenants.forEach(this::fill);
    ConnectionProvider connections = ConnectionProvider.create("storm", AT_ONCE);
    WebClient http =
        WebClient.builder()
            .clientConnector(new ReactorClientHttpConnector(HttpClient.create(connections)))
            .baseUrl("http://127.0.0.1:" + port)
            .build();
    Random random = new Random(20);
    List<Deed> deeds = IntStream.range(0, requests).mapToObj(i -> deed(random)).toList();

    Flux.fromIterable(deeds)
        .flatMap(deed -> run(http, deed), AT_ONCE)
        .then()
        .block(Duration.ofMinutes(4));
    connections.dispose();

    assertThat(wrong).as("answers with what is not theirs, of %s", ends).isEmpty();
    assertThat(rowsUnderAWrongTenant()).isEmpty();
    // These ensure that every kind of request really happened.
    assertThat(ends.get("own rows shown").get()).isGreaterThan(requests / 8);
    assertThat(ends.get("given up").get()).isGreaterThan(requests / 50);
    assertThat(ends.getOrDefault("cut off", new AtomicInteger()).get()).isLessThan(requests / 50);
    assertThat(ends.keySet()).contains("LIST 200", "READ 200", "CHANGE 200", "REPEAT 409");
    assertThat(ends.keySet()).contains("FOREIGN_READ 404", "FOREIGN_CHANGE 404", "WRONG 400");
  }

  /** The kinds of request; a foreign one names a vehicle of another dealership. */
  private enum What {
    LIST,
    READ,
    CHANGE,
    REPEAT,
    WRONG,
    FOREIGN_READ,
    FOREIGN_CHANGE,
    FOREIGN_SEARCH;

    boolean foreign() {
      return name().startsWith("FOREIGN");
    }
  }

  /**
   * One request.
   *
   * @param patience milliseconds after which the caller hangs up; 0: never
   */
  private record Deed(What what, Tenant caller, Tenant owner, int vehicle, int patience) {}

  private Deed deed(Random random) {
    What what = What.values()[random.nextInt(What.values().length)];
    Tenant caller = tenants.get(random.nextInt(TENANTS));
    Tenant other = tenants.get((caller.number + 1 + random.nextInt(TENANTS - 1)) % TENANTS);
    int patience = random.nextInt(4) == 0 ? 1 + random.nextInt(25) : 0;
    return new Deed(
        what, caller, what.foreign() ? other : caller, random.nextInt(VEHICLES), patience);
  }

  private Mono<Void> run(WebClient http, Deed deed) {
    Mono<Answer> answer =
        send(http, deed)
            .exchangeToMono(response ->
                response
                    .bodyToMono(String.class)
                    .defaultIfEmpty("")
                    .map(body -> new Answer(response.statusCode().value(), body)));
    Mono<Answer> heard =
        deed.patience == 0 ? answer : answer.timeout(Duration.ofMillis(deed.patience));
    return heard
        .doOnNext(end -> judge(deed, end))
        // On a busy machine the pool has none free in time: asked again, as a client would.
        .filter(end -> end.status != 503)
        .repeatWhenEmpty(100, tries -> tries.delayElements(Duration.ofMillis(100)))
        .then()
        .onErrorResume(TimeoutException.class, e -> Mono.fromRunnable(() -> count("given up")))
        // The server ended a kept connection while the request was on its way.
        .onErrorResume(
            WebClientRequestException.class, e -> Mono.fromRunnable(() -> count("cut off")));
  }

  private WebClient.RequestHeadersSpec<?> send(WebClient http, Deed deed) {
    String vehicle = "/v1/vehicles/" + deed.owner.vehicles.get(deed.vehicle);
    WebClient.RequestHeadersSpec<?> request =
        switch (deed.what) {
          case LIST -> http.get().uri("/v1/vehicles?limit=100");
          case FOREIGN_SEARCH -> http.get().uri("/v1/vehicles?search=" + deed.owner.marker);
          case READ, FOREIGN_READ -> http.get().uri(vehicle);
          case CHANGE, FOREIGN_CHANGE ->
              http.method(HttpMethod.PATCH)
                  .uri(vehicle)
                  .bodyValue(Map.of("notes", deed.caller.marker + " " + System.nanoTime()));
          case WRONG -> http.method(HttpMethod.PATCH).uri(vehicle).bodyValue(Map.of("year", 1));
          // Refused in the middle of a transaction, which is rolled back.
          case REPEAT -> http.post().uri("/v1/vehicles").bodyValue(body(deed.caller, deed.vehicle));
        };
    return request.headers(headers -> headers.setBearerAuth(deed.caller.token));
  }

  private record Answer(int status, String body) {}

  private void judge(Deed deed, Answer answer) {
    count(deed.what + " " + answer.status);
    Matcher markers = MARKER.matcher(answer.body);
    boolean own = false;
    while (markers.find()) {
      own = true;
      // The caller's own words may come back in an error; a row of another must not.
      if (!markers.group().equals(deed.caller.marker)) {
        wrong.add(deed.what + " of " + deed.caller.marker + ": " + answer);
      }
    }
    if (own) {
      count("own rows shown");
    }
    if (answer.status >= 500 && answer.status != 503) {
      wrong.add(deed.what + ": " + answer);
    }
    if (answer.status == 200 && own == deed.what.foreign()) {
      wrong.add(deed.what + " is answered with " + answer);
    }
  }

  private void count(String end) {
    ends.computeIfAbsent(end, name -> new AtomicInteger()).incrementAndGet();
  }

  private void fill(Tenant tenant) {
    for (int i = 0; i < VEHICLES; i++) {
      tenant.vehicles.add(create(tenant.id, body(tenant, i)));
    }
  }

  private static Map<String, Object> body(Tenant tenant, int number) {
    Map<String, Object> body = new LinkedHashMap<>(camry(tenant.marker + "-" + number));
    body.put("notes", tenant.marker);
    return body;
  }

  private List<String> rowsUnderAWrongTenant() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection superuser = TestServers.superuser();
        var select =
            superuser.prepareStatement(
                """
                select dealership_id, stock_number, notes from inventory.vehicle
                 where stock_number like ? or notes like ?
                """)) {
      for (Tenant tenant : tenants) {
        select.setString(1, tenant.marker + "%");
        select.setString(2, "%" + tenant.marker + "%");
        int rows = 0;
        try (ResultSet row = select.executeQuery()) {
          for (; row.next(); rows++) {
            if (!row.getObject(1, UUID.class).equals(tenant.id)
                || !row.getString(2).startsWith(tenant.marker)
                || !row.getString(3).startsWith(tenant.marker)) {
              found.add(row.getString(2) + " " + row.getString(3));
            }
          }
        }
        assertThat(rows).as("vehicles of %s", tenant.marker).isEqualTo(VEHICLES);
      }
    }
    return found;
  }

  /** A dealership and its manager. */
  private static final class Tenant {
    final int number;
    final UUID id = UUID.randomUUID();
    final String marker;
    final String token = TestIssuer.running().accessToken(UUID.randomUUID(), id, Role.GM);
    final List<String> vehicles = new ArrayList<>();

    Tenant(int number) {
      this.number = number;
      this.marker = "T%02dx%s".formatted(number, id.toString().substring(24));
    }
  }
}
