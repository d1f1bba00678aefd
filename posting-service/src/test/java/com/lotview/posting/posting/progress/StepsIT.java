package com.lotview.posting.posting.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.kit.id.Ids;
import com.lotview.posting.ServiceUnderTest;
import com.lotview.testkit.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Many steps that arrive together, one of which cannot be handled. */
@Tag("servers")
class StepsIT extends ServiceUnderTest {
  private static final int EACH = 50;

  private record Ordered(UUID dealership, UUID account, UUID posting) {}

  @Autowired KafkaListenerEndpointRegistry listeners;

  private final List<Ordered> orders = new ArrayList<>();

  @Test
  void oneThatCannotBeReadIsGivenUpAndTheOthersAreWrittenTogether() throws SQLException {
    UUID poison = arrive(Map.of("step", "four"));

    allAreWritten();
    assertThat(EAR.countDead(poison)).isEqualTo(1);
    assertThat(read("select count(distinct xmin::text)")).isBetween(2, 40);
  }

  @Test
  void oneThatCannotBeWrittenIsGivenUpAndHarmsNoOther() throws SQLException {
    // No text of PostgreSQL holds such a character: the whole transaction fails.
    UUID poison = arrive(Map.of("message", "a\0b"));

    allAreWritten();
    assertThat(EAR.countDead(poison)).isEqualTo(1);
  }

  /** Sends 200 steps of four postings, with the poison in their middle, while no listener runs. */
  private UUID arrive(Map<String, Object> poison) {
    UUID other = Ids.next();
    for (UUID one : List.of(dealership, other, dealership, other)) {
      orders.add(ordered(one));
    }
    UUID poisonId = Ids.next();
    MessageListenerContainer container = ofSteps();
    container.pause();
    atMost().until(container::isContainerPaused);
    try {
      for (int step = 1; step <= EACH; step++) {
        for (Ordered order : orders) {
          send(order, Ids.next(), step, Map.of());
        }
        if (step == EACH / 2) {
          send(orders.getFirst(), poisonId, 99, poison);
        }
      }
    } finally {
      container.resume();
    }
    atMost()
        .until(
            () -> read("select count(*)") >= orders.size() * EACH && EAR.countDead(poisonId) > 0);
    return poisonId;
  }

  private void allAreWritten() throws SQLException {
    List<Integer> all = IntStream.rangeClosed(1, EACH).boxed().toList();
    for (Ordered order : orders) {
      assertThat(steps(order.posting())).isEqualTo(all);
    }
  }

  private static ConditionFactory atMost() {
    return Awaitility.await().atMost(Duration.ofSeconds(60));
  }

  private MessageListenerContainer ofSteps() {
    return listeners.getListenerContainers().stream()
        .filter(one ->
            List.of(one.getContainerProperties().getTopics()).contains(Topics.POSTING_PROGRESS))
        .findFirst()
        .orElseThrow();
  }

  private Ordered ordered(UUID ofDealership) {
    UUID account = created(ofDealership, "/v1/fb-accounts", session(newUser()));
    UUID posting =
        created(
            ofDealership, "/v1/postings", Map.of("vehicleId", vehicle(), "fbAccountId", account));
    return new Ordered(ofDealership, account, posting);
  }

  private UUID created(UUID ofDealership, String path, Object wanted) {
    return UUID.fromString(
        body(asUser(Role.GM, ofDealership)
                .post()
                .uri(path)
                .bodyValue(wanted)
                .exchange()
                .expectStatus()
                .is2xxSuccessful())
            .get("id")
            .asString());
  }

  private static void send(Ordered order, UUID id, int step, Map<String, Object> changes) {
    Map<String, Object> body = new HashMap<>();
    body.put("postingId", order.posting());
    body.put("dealershipId", order.dealership());
    body.put("attempt", 1);
    body.put("step", step);
    body.put("total", EACH);
    body.put("message", "Step " + step);
    body.putAll(changes);
    EAR.send(
        Topics.POSTING_PROGRESS, EventTypes.POSTING_STEP, order.account().toString(), id, body);
  }

  private int read(String select) throws SQLException {
    List<String> ids = orders.stream().map(order -> "'" + order.posting() + "'").toList();
    return numbers(
            select
                + " from posting.posting_event where type = 'STEP' and posting_id in ("
                + String.join(", ", ids)
                + ")")
        .getFirst();
  }

  private static List<Integer> steps(UUID posting) throws SQLException {
    return numbers(
        "select step from posting.posting_event where type = 'STEP' and posting_id = '"
            + posting
            + "' order by seq");
  }

  private static List<Integer> numbers(String sql) throws SQLException {
    try (Connection all = TestServers.superuser();
        var statement = all.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<Integer> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getInt(1));
      }
      return found;
    }
  }
}
