package com.lotview.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.notification.live.LiveLog;
import com.lotview.testkit.TestIssuer;
import com.lotview.testkit.TestServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.MessageListenerContainer;
import tools.jackson.databind.JsonNode;

class NotificationIT extends ServiceUnderTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Autowired KafkaTemplate<String, String> kafka;
  @Autowired LiveLog live;
  @Autowired KafkaListenerEndpointRegistry listeners;

  private static String token(UUID dealership) {
    return TestIssuer.running().accessToken(UUID.randomUUID(), dealership, Role.SALESPERSON);
  }

  private void step(UUID dealership, UUID vehicle, int step, UUID eventId) {
    String body =
        JSON.writeValueAsString(
            Map.of(
                "jobId", "job",
                "postingId", vehicle,
                "dealershipId", dealership,
                "fbAccountId", dealership,
                "vehicleId", vehicle,
                "attempt", 1,
                "step", step,
                "total", 7,
                "message", "Step " + step));
    kafka.send(record(dealership, body, eventId));
  }

  private static ProducerRecord<String, String> record(UUID dealership, String body, UUID eventId) {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(Topics.POSTING_PROGRESS, dealership.toString(), body);
    Map.of(
            "ce_id",
            eventId.toString(),
            "ce_type",
            EventTypes.POSTING_STEP,
            "ce_source",
            "/test",
            "ce_time",
            Instant.now().toString())
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private void step(UUID dealership, int step) {
    step(dealership, UUID.randomUUID(), step, UUID.randomUUID());
  }

  @Test
  void eventsArriveInOrderOnceAndOnlyAtTheirDealership() throws Exception {
    UUID own = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    try (SocketClient client = SocketClient.open(port, "?after=0", token(own));
        SocketClient second = SocketClient.open(port, "?token=" + token(own) + "&after=0", null);
        SocketClient stranger = SocketClient.open(port, "?after=0", token(other))) {
      UUID repeated = UUID.randomUUID();
      for (int i = 1; i <= 50; i++) {
        UUID event = i == 20 || i == 21 ? repeated : UUID.randomUUID();
        step(own, UUID.randomUUID(), i, event);
      }
      step(other, 99);
      for (SocketClient each : List.of(client, second)) {
        List<Integer> steps = new ArrayList<>();
        for (long seq = 1; seq <= 49; seq++) {
          JsonNode frame = each.next();
          assertThat(frame.propertyNames()).containsExactly("event", "data", "seq");
          assertThat(frame.path("event").asString()).isEqualTo("posting.progress");
          assertThat(frame.path("seq").asLong()).isEqualTo(seq);
          steps.add(frame.path("data").path("step").asInt());
        }
        assertThat(steps).isSorted().doesNotContain(21).hasSize(49);
      }
      JsonNode frame = stranger.next();
      assertThat(frame.path("data").path("step").asInt()).isEqualTo(99);
      assertThat(frame.path("seq").asLong()).isEqualTo(1);
    }
  }

  @Test
  void aClientThatIsCutOffAgainAndAgainMissesNothingAndSeesNothingTwice() throws Exception {
    UUID own = UUID.randomUUID();
    String token = token(own);
    int events = 1200;
    Thread producer =
        Thread.ofVirtual()
            .start(() -> {
              for (int i = 1; i <= events; i++) {
                step(own, i);
              }
            });
    Random random = new Random(7);
    List<Long> seen = new ArrayList<>();
    List<Integer> steps = new ArrayList<>();
    int connections = 0;
    long last = 0;
    while (last < events) {
      connections++;
      try (SocketClient client = SocketClient.open(port, "?after=" + last, token)) {
        int until = 1 + random.nextInt(40);
        for (int i = 0; i < until && last < events; i++) {
          JsonNode frame = client.next();
          last = frame.path("seq").asLong();
          seen.add(last);
          steps.add(frame.path("data").path("step").asInt());
        }
      }
    }
    producer.join();
    assertThat(connections).isGreaterThan(30);
    assertThat(seen).isEqualTo(LongStream.rangeClosed(1, events).boxed().toList());
    assertThat(steps).isEqualTo(loggedSteps(own));
  }

  @Test
  void eventsThatArriveTogetherAreLoggedTogetherAndOneOfNobodyIsPassedOver() throws Exception {
    UUID own = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    MessageListenerContainer container = ofProgress();
    container.pause();
    await().atMost(Duration.ofSeconds(60)).until(container::isContainerPaused);
    try {
      for (int i = 1; i <= 100; i++) {
        step(own, i);
        step(other, i);
        if (i == 50) {
          kafka.send(record(own, "{}", UUID.randomUUID()));
        }
      }
      kafka.flush();
    } finally {
      container.resume();
    }
    List<Integer> all = IntStream.rangeClosed(1, 100).boxed().toList();
    for (UUID dealership : List.of(own, other)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> loggedSteps(dealership).size() >= 100);
      assertThat(loggedSteps(dealership)).isEqualTo(all);
      List<String> transactions = logged("distinct xmin::text", dealership, "");
      assertThat(transactions).hasSizeLessThan(20);
    }
  }

  private MessageListenerContainer ofProgress() {
    return listeners.getListenerContainers().stream()
        .filter(one ->
            List.of(one.getContainerProperties().getTopics()).contains(Topics.POSTING_PROGRESS))
        .findFirst()
        .orElseThrow();
  }

  private static List<Integer> loggedSteps(UUID dealership) throws Exception {
    return logged("data", dealership, " order by seq").stream()
        .map(data -> JSON.readTree(data).path("step").asInt())
        .toList();
  }

  private static List<String> logged(String what, UUID dealership, String order)
      throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection all = TestServers.superuser();
        Statement statement = all.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select "
                    + what
                    + " from notification.event where dealership_id = '"
                    + dealership
                    + "'"
                    + order)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  @Test
  void aClientThatLacksDeletedEventsIsToldToLoadAnew() throws Exception {
    UUID own = UUID.randomUUID();
    for (int i = 1; i <= 3; i++) {
      step(own, i);
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> loggedSteps(own).size() == 3);
    rows("delete from event where seq <= 2 and dealership_id = '" + own + "'");
    try (SocketClient late = SocketClient.open(port, "?after=1", token(own));
        SocketClient ahead = SocketClient.open(port, "?after=99", token(own));
        SocketClient complete = SocketClient.open(port, "?after=2", token(own))) {
      for (SocketClient client : List.of(late, ahead)) {
        JsonNode frame = client.next();
        assertThat(frame.path("event").asString()).isEqualTo("resync");
        assertThat(frame.path("seq").asLong()).isEqualTo(3);
      }
      assertThat(complete.next().path("seq").asLong()).isEqualTo(3);
      step(own, 4);
      for (SocketClient client : List.of(late, ahead, complete)) {
        JsonNode frame = client.next();
        assertThat(frame.path("event").asString()).isEqualTo("posting.progress");
        assertThat(frame.path("seq").asLong()).isEqualTo(4);
      }
    }
  }

  @Test
  void withoutAfterASocketBeginsWithWhatComesNext() throws Exception {
    UUID own = UUID.randomUUID();
    step(own, 1);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> ticket(token(own)).path("seq").asLong() == 1);
    try (SocketClient client = SocketClient.open(port, "", token(own))) {
      step(own, 2);
      assertThat(client.next().path("data").path("step").asInt()).isEqualTo(2);
      client.send("{\"event\":\"posting.cancel\",\"data\":{\"postingId\":\"x\"}}");
      JsonNode answer = client.next();
      assertThat(answer.path("event").asString()).isEqualTo("error");
      assertThat(answer.at("/data/code").asString()).isEqualTo("VALIDATION_ERROR");
    }
  }

  @Test
  void aSocketMayFollowSingleVehicles() throws Exception {
    UUID own = UUID.randomUUID();
    UUID wanted = UUID.randomUUID();
    try (SocketClient client = SocketClient.open(port, "?after=0", token(own))) {
      client.send("{\"event\":\"subscribe.vehicle\",\"data\":{\"vehicleId\":\"" + wanted + "\"}}");
      assertThat(client.next().path("event").asString()).isEqualTo("subscriptions");
      step(own, 1);
      step(own, wanted, 2, UUID.randomUUID());
      assertThat(client.next().path("data").path("step").asInt()).isEqualTo(2);
      client.send(
          "{\"event\":\"unsubscribe.vehicle\",\"data\":{\"vehicleId\":\"" + wanted + "\"}}");
      assertThat(client.next().path("event").asString()).isEqualTo("subscriptions");
      step(own, 3);
      assertThat(client.next().path("data").path("step").asInt()).isEqualTo(3);
    }
  }

  @Test
  void aTicketOpensOneSocket() throws Exception {
    UUID own = UUID.randomUUID();
    JsonNode ticket = ticket(token(own));
    assertThat(ticket.path("expiresIn").asInt()).isEqualTo(30);
    String query = "?after=0&ticket=" + ticket.path("ticket").asString();
    try (SocketClient client = SocketClient.open(port, query, null)) {
      step(own, 1);
      assertThat(client.next().path("seq").asLong()).isEqualTo(1);
    }
    refused(query, null);
  }

  private JsonNode ticket(String token) throws Exception {
    HttpResponse<String> answer = ticketAnswer(token);
    assertThat(answer.statusCode()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> ticketAnswer(String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/ws-tickets"))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void whoHasNoRightIsRefusedBeforeTheUpgrade() throws Exception {
    UUID own = UUID.randomUUID();
    String expired =
        TestIssuer.running().accessToken(UUID.randomUUID(), own, Role.GM, Duration.ofMinutes(-5));

    refused("", null);
    refused("?ticket=nonsense", null);
    refused("?token=nonsense", null);
    refused("?token=" + TestIssuer.running().serviceToken("notification"), null);
    refused("?token=" + expired, null);
    refused("", expired);
    HttpRequest plain =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ws?token=" + expired))
            .build();
    HttpResponse<String> answer = HTTP.send(plain, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(JSON.readTree(answer.body()).path("code").asString())
        .isEqualTo("AUTH_TOKEN_EXPIRED");
  }

  private void refused(String query, @Nullable String bearer) {
    refused(query, bearer, 401);
  }

  private void refused(String query, @Nullable String bearer, int status) {
    assertThatThrownBy(() -> SocketClient.open(port, query, bearer))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> assertThat(e.getResponse().statusCode()).isEqualTo(status));
  }

  @Test
  void revokedAccess_endsItsSocketsAndRequests() throws Exception {
    UUID dealership = UUID.randomUUID();
    UUID user = UUID.randomUUID();
    String token = TestIssuer.running().accessToken(user, dealership, Role.SALESPERSON);
    String ticket = "?ticket=" + ticket(token).path("ticket").asString();
    try (SocketClient client = SocketClient.open(port, "", token);
        SocketClient other = SocketClient.open(port, "?after=0", token(dealership))) {
      revoke(dealership, user);
      assertThat(client.closeCode()).isEqualTo(4401);
      step(dealership, 1);
      assertThat(other.next().path("seq").asLong()).isEqualTo(1);
    }
    refused(ticket, null);
    refused("", token);
    assertThat(ticketAnswer(token).statusCode()).isEqualTo(401);
  }

  private void revoke(UUID dealership, UUID user) {
    String body =
        JSON.writeValueAsString(Map.of("dealershipId", dealership, "userId", user, "version", 1));
    ProducerRecord<String, String> record =
        new ProducerRecord<>(Topics.ACCESS_REVOKED, user.toString(), body);
    Map.of(
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            EventTypes.ACCESS_REVOKED,
            "ce_time",
            Instant.now().toString())
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    kafka.send(record);
  }

  @Test
  void person_hasAtMostTwentySockets() throws Exception {
    String token = token(UUID.randomUUID());
    List<SocketClient> open = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        open.add(SocketClient.open(port, "", token));
      }
      refused("", token, 429);
      open.removeLast().close();
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(() -> open.add(SocketClient.open(port, "", token)));
    } finally {
      open.forEach(SocketClient::close);
    }
  }

  @Test
  void aSocketEndsWithItsToken() throws Exception {
    try (SocketClient client = openWithShortToken()) {
      assertThat(client.closeCode()).isEqualTo(4401);
    }
  }

  // On a busy machine, a token may expire before the socket is open.
  private SocketClient openWithShortToken() throws Exception {
    for (Duration life = Duration.ofSeconds(3); ; life = life.multipliedBy(2)) {
      String token =
          TestIssuer.running().accessToken(UUID.randomUUID(), UUID.randomUUID(), Role.GM, life);
      try {
        return SocketClient.open(port, "", token);
      } catch (CompletionException refused) {
        assertThat(life).as("of a token that was never taken").isLessThan(Duration.ofMinutes(1));
      }
    }
  }

  @Test
  void aClientThatShowsNoSignOfLifeIsClosed() throws Exception {
    try (SocketClient client = SocketClient.openMute(port, token(UUID.randomUUID()))) {
      await().atMost(Duration.ofSeconds(60)).until(() -> live.followed() > 0);
      await().atMost(Duration.ofSeconds(60)).until(() -> live.followed() == 0);
    }
  }

  @Test
  void withoutATenantNoRowIsSeen() throws Exception {
    UUID own = UUID.randomUUID();
    step(own, 1);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> ticket(token(own)).path("seq").asLong() == 1);
    try (Connection service = TestServers.asService("notification");
        Statement statement = service.createStatement()) {
      for (String table : List.of("event", "event_head", "ws_ticket")) {
        try (ResultSet rows =
            statement.executeQuery("select count(*) from notification." + table)) {
          rows.next();
          assertThat(rows.getInt(1)).as(table).isZero();
        }
      }
    }
  }
}
