package com.lotview.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.events.Inbox;
import com.lotview.kit.events.IncomingEvent;
import com.lotview.kit.id.Ids;
import com.lotview.kit.idempotency.IdempotentRequests;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.testkit.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@SpringBootTest(properties = "spring.config.name=kitcheck")
@Tag("servers")
class KitIT {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    TestServers.register(registry, "kitcheck");
  }

  @Autowired TenantTransactions transactions;
  @Autowired DatabaseClient database;
  @Autowired Outbox outbox;
  @Autowired Inbox inbox;
  @Autowired IdempotentRequests idempotent;

  private final UUID dealership = Ids.next();

  record Thing(String name) {}

  @Test
  void aTenantSeesItsOwnRowsOnlyAndNobodySeesAnyWithoutATenant() throws SQLException {
    UUID other = Ids.next();
    transactions.inTenant(dealership, insert(dealership, "mine")).block(DEADLINE);
    transactions.inTenant(other, insert(other, "theirs")).block(DEADLINE);

    assertThat(names(dealership)).containsExactly("mine");
    assertThat(names(other)).containsExactly("theirs");
    assertThat(database.sql("select name from thing").fetch().all().collectList().block(DEADLINE))
        .isEmpty();
    try (Connection service = TestServers.asService("kitcheck");
        ResultSet rows =
            service.createStatement().executeQuery("select count(*) from kitcheck.thing")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  @Test
  void aRowForAnotherTenantIsRefused() {
    assertThatThrownBy(
            () -> transactions.inTenant(dealership, insert(Ids.next(), "stray")).block(DEADLINE))
        .hasMessageContaining("row-level security");
  }

  @Test
  void theSystemRoleSeesOpenedTablesAndEndsWithItsTransaction() {
    transactions.inTenant(dealership, insert(dealership, "seen")).block(DEADLINE);

    assertThat(
            transactions
                .inSystemMany(
                    database.sql("select name from thing").map(r -> r.get(0, String.class)).all())
                .collectList()
                .block(DEADLINE))
        .contains("seen");
    assertThat(database.sql("select name from thing").fetch().all().collectList().block(DEADLINE))
        .isEmpty();
  }

  @Test
  void eventsLeaveWithTheirTransactionInTheOrderOfEachKey() {
    int keys = 4;
    int events = 50;
    String run = Ids.next().toString();
    Flux.range(0, keys * events)
        .flatMap(
            n -> {
              String key = run + ":" + n % keys;
              Mono<Void> append = outbox.append(event(key, String.valueOf(n)));
              Mono<Void> work = n % 10 == 9 ? append.then(Mono.error(new RollBack())) : append;
              return transactions
                  .inTenant(dealership, work)
                  .onErrorComplete(RollBack.class)
                  .subscribeOn(Schedulers.parallel());
            },
            8)
        .blockLast(DEADLINE);

    Map<String, List<IncomingEvent>> arrived = read(run, keys * events * 9 / 10);

    assertThat(arrived.values().stream().mapToInt(List::size).sum()).isEqualTo(180);
    assertThat(arrived)
        .allSatisfy((key, list) -> {
          assertThat(list).extracting(IncomingEvent::id).doesNotHaveDuplicates();
          assertThat(list).extracting(IncomingEvent::time).isSorted();
        });
  }

  @Test
  void anEventIsHandledOnceHoweverOftenItComes() {
    IncomingEvent event = new IncomingEvent(Ids.next(), "t", "k", Instant.EPOCH, null, "{}");
    AtomicInteger handled = new AtomicInteger();
    Mono<Void> work = Mono.fromRunnable(handled::incrementAndGet);

    inbox.once("check", event, dealership, work).block(DEADLINE);
    inbox.once("check", event, dealership, work).block(DEADLINE);

    assertThat(handled).hasValue(1);
  }

  @Test
  void aFailedHandlingLeavesTheEventToBeHandledAgain() {
    IncomingEvent event = new IncomingEvent(Ids.next(), "t", "k", Instant.EPOCH, null, "{}");
    AtomicInteger handled = new AtomicInteger();

    assertThatThrownBy(() ->
            inbox.once("check", event, dealership, Mono.error(new RollBack())).block(DEADLINE))
        .isInstanceOf(RollBack.class);
    inbox
        .once("check", event, dealership, Mono.fromRunnable(handled::incrementAndGet))
        .block(DEADLINE);

    assertThat(handled).hasValue(1);
  }

  @Test
  void oneKeyHasOneEffectAndOneAnswerAlsoWhenRequestsRace() {
    Caller caller = new Caller(Ids.next(), dealership, Role.GM);
    AtomicInteger effects = new AtomicInteger();
    Mono<Thing> work = Mono.fromCallable(() -> new Thing("made " + effects.incrementAndGet()));

    List<Thing> answers =
        Flux.range(0, 10)
            .flatMap(
                n ->
                    idempotent
                        .once(caller, "POST /things", "key-1", Map.of("a", 1), Thing.class, work)
                        .subscribeOn(Schedulers.parallel()),
                10)
            .collectList()
            .block(DEADLINE);

    assertThat(effects).hasValue(1);
    assertThat(answers).hasSize(10).containsOnly(new Thing("made 1"));
    assertThat(earlier(caller, "key-1", Map.of("a", 1))).isEqualTo(new Thing("made 1"));
    assertThat(earlier(caller, "key-2", Map.of("a", 1))).isNull();
    assertThat(earlier(caller, null, Map.of("a", 1))).isNull();
    assertThatThrownBy(() -> earlier(caller, "key-1", Map.of("a", 2)))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
    assertThatThrownBy(() ->
            idempotent
                .once(caller, "POST /things", "key-1", Map.of("a", 2), Thing.class, work)
                .block(DEADLINE))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
  }

  @Test
  void keysAreForgottenAfterTwoDays_andAreOfOnePerson() throws SQLException {
    Caller caller = new Caller(Ids.next(), dealership, Role.GM);
    Caller colleague = new Caller(Ids.next(), dealership, Role.GM);
    assertThat(made(caller, "first")).isEqualTo(new Thing("first"));
    assertThat(made(caller, "second")).isEqualTo(new Thing("first"));
    assertThat(made(colleague, "theirs")).isEqualTo(new Thing("theirs"));

    try (Connection all = TestServers.superuser()) {
      all.createStatement()
          .execute(
              "update kitcheck.idempotency set created_at = created_at - interval '49 hours'"
                  + " where dealership_id = '"
                  + dealership
                  + "'");
    }
    assertThat(made(caller, "second")).isEqualTo(new Thing("second"));
  }

  private Thing made(Caller caller, String name) {
    return idempotent
        .once(caller, "POST /old", "key", Map.of(), Thing.class, Mono.just(new Thing(name)))
        .block(DEADLINE);
  }

  private Thing earlier(Caller caller, String key, Object request) {
    return idempotent
        .findEarlier(caller, "POST /things", key, request, Thing.class)
        .block(DEADLINE);
  }

  private OutboxEvent event(String key, String name) {
    return new OutboxEvent(Topics.AUDIT_RECORDED, key, "thing", new Thing(name));
  }

  private Mono<Long> insert(UUID owner, String name) {
    return database
        .sql("insert into thing (id, dealership_id, name) values (:id, :dealership, :name)")
        .bind("id", Ids.next())
        .bind("dealership", owner)
        .bind("name", name)
        .fetch()
        .rowsUpdated();
  }

  private List<String> names(UUID owner) {
    return transactions
        .inTenantMany(
            owner, database.sql("select name from thing").map(r -> r.get(0, String.class)).all())
        .collectList()
        .block(DEADLINE);
  }

  private Map<String, List<IncomingEvent>> read(String run, int expected) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            TestServers.environment("kitcheck").get("KAFKA_BOOTSTRAP_SERVERS"),
            "group.id",
            run,
            "auto.offset.reset",
            "earliest");
    Map<String, List<IncomingEvent>> arrived = new HashMap<>();
    int count = 0;
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(Topics.AUDIT_RECORDED));
      Instant until = Instant.now().plus(DEADLINE);
      while (count < expected && Instant.now().isBefore(until)) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          if (record.key().startsWith(run)) {
            arrived
                .computeIfAbsent(record.key(), key -> new ArrayList<>())
                .add(IncomingEvent.of(record));
            count++;
          }
        }
      }
    }
    return arrived;
  }

  private static final class RollBack extends RuntimeException {}
}
