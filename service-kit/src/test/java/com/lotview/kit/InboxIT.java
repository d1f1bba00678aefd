package com.lotview.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.kit.events.Handling;
import com.lotview.kit.events.Inbox;
import com.lotview.kit.events.IncomingEvent;
import com.lotview.kit.id.Ids;
import com.lotview.testkit.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;

/** The records of one poll, handled together. */
@SpringBootTest(properties = "spring.config.name=kitcheck")
@Tag("servers")
class InboxIT {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    TestServers.register(registry, "kitcheck");
  }

  @Autowired Inbox inbox;
  @Autowired DatabaseClient database;

  private final UUID dealership = Ids.next();
  private final List<String> handled = new ArrayList<>();
  private final List<Long> transactions = new ArrayList<>();

  @Test
  void aPollIsHandledInItsOrderInOneTransaction() {
    handle(record("a"), record("b"), record("c"));

    assertThat(handled).containsExactly("a", "b", "c");
    assertThat(transactions).hasSize(3).containsOnly(transactions.getFirst());
  }

  @Test
  void whatComesAgainHasNoSecondEffectBeItInOnePollOrLater() {
    ConsumerRecord<String, String> first = record("a");
    handle(first, record("b"), first);
    handle(record("c"), first);

    assertThat(handled).containsExactly("a", "b", "c");
  }

  @Test
  void oneThatCannotBeHandledHoldsUpOnlyThoseAfterIt() {
    ConsumerRecord<String, String> after = record("c");
    assertThatThrownBy(() -> handle(record("a"), record("fails"), after))
        .isInstanceOfSatisfying(
            BatchListenerFailedException.class, e -> assertThat(e.getIndex()).isEqualTo(1));
    handle(after);

    // The first was rolled back with the others, then handled in a transaction of its own.
    assertThat(handled).containsExactly("a", "a", "c");
    assertThat(transactions.get(1)).isNotEqualTo(transactions.get(0));
  }

  @Test
  void oneThatCannotBeReadIsNamedAfterThoseBeforeItAreHandled() {
    assertThatThrownBy(() -> handle(record("a"), record("unreadable"), record("c")))
        .isInstanceOfSatisfying(
            BatchListenerFailedException.class,
            e -> {
              assertThat(e.getIndex()).isEqualTo(1);
              assertThat(e.getCause()).isInstanceOf(IllegalArgumentException.class);
            });

    assertThat(handled).containsExactly("a");
  }

  @SafeVarargs
  private void handle(ConsumerRecord<String, String>... poll) {
    inbox.all("poll", Arrays.asList(poll), this::handling).block(DEADLINE);
  }

  private Optional<Handling> handling(IncomingEvent event) {
    if (event.body().equals("unreadable")) {
      throw new IllegalArgumentException("unreadable");
    }
    return Optional.of(new Handling(dealership, Mono.defer(() -> work(event.body()))));
  }

  private Mono<Void> work(String body) {
    return database
        .sql("select txid_current() as id")
        .map(row -> row.get("id", Long.class))
        .one()
        .flatMap(transaction -> {
          if (body.equals("fails")) {
            return Mono.error(new IllegalStateException("fails"));
          }
          handled.add(body);
          transactions.add(transaction);
          return Mono.empty();
        });
  }

  private static ConsumerRecord<String, String> record(String body) {
    ConsumerRecord<String, String> record = new ConsumerRecord<>("topic", 0, 0, "key", body);
    header(record, "ce_id", Ids.next().toString());
    header(record, "ce_type", "t");
    header(record, "ce_time", "2026-11-21T00:00:00Z");
    return record;
  }

  private static void header(ConsumerRecord<String, String> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
