package com.lotview.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.lotview.contracts.Topics;
import com.lotview.kit.events.Inbox;
import com.lotview.kit.events.IncomingEvent;
import com.lotview.kit.id.Ids;
import com.lotview.kit.metrics.TableReading.TableGauge;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.kit.outbox.OutboxRelay;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.testkit.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;

/** Each metric of the kit moves for its cause. */
@SpringBootTest(properties = {"spring.config.name=kitcheck", "lotview.metrics.interval=1h"})
@Tag("servers")
class KitMetricsIT {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    TestServers.register(registry, "kitcheck");
  }

  @Autowired MeterRegistry meters;
  @Autowired TableReader reader;
  @Autowired OutboxRelay relay;
  @Autowired Outbox outbox;
  @Autowired Inbox inbox;
  @Autowired CommonErrorHandler errors;
  @Autowired DatabaseClient database;
  @Autowired TenantTransactions transactions;

  @Test
  void theOutboxIsCountedAndAged() {
    relay.stop();
    try {
      change("delete from outbox");
      reader.read().block(DEADLINE);
      assertThat(value("lotview.outbox.rows")).isZero();
      assertThat(value("lotview.outbox.age")).isZero();

      transactions
          .inTenant(Ids.next(), outbox.append(event("a"), event("b"), event("c")))
          .block(DEADLINE);
      change("update outbox set created_at = created_at - interval '1 hour' where key = 'a'");
      reader.read().block(DEADLINE);

      assertThat(value("lotview.outbox.rows")).isEqualTo(3);
      assertThat(value("lotview.outbox.age")).isBetween(3600.0, 3700.0);
    } finally {
      change("delete from outbox");
      relay.start();
    }
  }

  @Test
  void theInboxIsTimedOncePerEventAndCountsRepeats() throws SQLException {
    IncomingEvent event = new IncomingEvent(Ids.next(), "t", "k", Instant.now(), null, "{}");

    inbox.once("metered", event, Ids.next(), Mono.empty()).block(DEADLINE);
    inbox.once("metered", event, Ids.next(), Mono.empty()).block(DEADLINE);

    assertThat(meters.get("lotview.inbox.delay").tag("consumer", "metered").timer().count())
        .isEqualTo(1);
    assertThat(meters.get("lotview.inbox.repeats").tag("consumer", "metered").counter().count())
        .isEqualTo(1);

    try (Connection superuser = TestServers.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("analyze kitcheck.inbox");
    }
    reader.read().block(DEADLINE);
    assertThat(value("lotview.inbox.rows")).isPositive();
  }

  @Test
  void anEventWhoseHandlingWasRolledBackIsNotCounted() {
    IncomingEvent event = new IncomingEvent(Ids.next(), "t", "k", Instant.now(), null, "{}");

    assertThatThrownBy(() ->
            inbox
                .once("failing", event, Ids.next(), Mono.error(new IllegalStateException("no")))
                .block(DEADLINE))
        .hasMessageContaining("no");

    assertThat(meters.find("lotview.inbox.delay").tag("consumer", "failing").timer()).isNull();
  }

  @Test
  void theDelayIsTheAgeOfTheEvent() {
    MeterRegistry own = new SimpleMeterRegistry();
    Instant now = Instant.parse("2026-11-30T12:00:00Z");

    new EventMeters(own, Clock.fixed(now, ZoneOffset.UTC))
        .handled("late", now.minus(Duration.ofMinutes(7)));

    assertThat(own.get("lotview.inbox.delay").timer().totalTime(TimeUnit.MINUTES)).isEqualTo(7);
  }

  @Test
  void aRecordThatIsGivenUpIsCounted() {
    String topic = Topics.ALL.getFirst();
    double before = deadLetters(topic);

    errors.handleOne(
        new IllegalArgumentException("unreadable"),
        new ConsumerRecord<>(topic, 0, 0, "key", "{"),
        mock(Consumer.class),
        mock(MessageListenerContainer.class));

    assertThat(deadLetters(topic)).isEqualTo(before + 1);
  }

  @Test
  void whatIsRolledBackIsNotCountedAndWhatCommitsIs() {
    AtomicInteger counted = new AtomicInteger();
    Mono<Void> count = AfterCommit.count(counted::incrementAndGet);

    assertThatThrownBy(() ->
            transactions
                .inTenant(Ids.next(), count.then(Mono.error(new IllegalStateException("no"))))
                .block(DEADLINE))
        .hasMessageContaining("no");
    assertThat(counted).hasValue(0);

    transactions
        .inTenant(Ids.next(), count.then(Mono.fromRunnable(() -> assertThat(counted).hasValue(0))))
        .block(DEADLINE);
    assertThat(counted).hasValue(1);
  }

  @Test
  void whileTablesCannotBeReadTheirValuesStayAndTheirAgeGrows() {
    MeterRegistry own = new SimpleMeterRegistry();
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-30T12:00:00Z"));
    TableReader flaky =
        new TableReader(
            List.of(
                new TableReading(
                    "select 'lotview.test', name, 1 / (count(*) - 1)::float8 from thing"
                        + " where name in ('one', 'two') group by name",
                    List.of(TableGauge.counts("lotview.test", "name", "test")))),
            database,
            transactions,
            own,
            settable(now),
            DEADLINE);
    insertThings("two", 2);
    flaky.read().block(DEADLINE);
    insertThings("one", 1);
    now.set(now.get().plusSeconds(90));

    assertThatThrownBy(() -> flaky.read().block(DEADLINE)).hasStackTraceContaining("division");

    assertThat(own.get("lotview.test").tag("name", "two").gauge().value()).isEqualTo(1);
    assertThat(own.get("lotview.tables.read.age").timeGauge().value(TimeUnit.SECONDS))
        .isEqualTo(90);
    change("delete from thing where name in ('one', 'two')");
    flaky.read().block(DEADLINE);
    assertThat(own.get("lotview.tables.read.age").timeGauge().value(TimeUnit.SECONDS)).isZero();
    assertThat(own.find("lotview.test").tag("name", "two").gauge()).isNull();
  }

  private void insertThings(String name, int rows) {
    for (int i = 0; i < rows; i++) {
      change("insert into thing values (gen_random_uuid(), gen_random_uuid(), '" + name + "')");
    }
  }

  private void change(String sql) {
    transactions.inSystem(database.sql(sql).then()).block(DEADLINE);
  }

  private double value(String gauge) {
    return meters.get(gauge).gauge().value();
  }

  private double deadLetters(String topic) {
    return meters.get("lotview.dead.letters").tag("topic", topic).counter().count();
  }

  private static OutboxEvent event(String key) {
    return new OutboxEvent(Topics.ALL.getFirst(), key, "t", Map.of());
  }

  private static Clock settable(AtomicReference<Instant> now) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
  }
}
