package com.lotview.bench.outbox;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.lotview.bench.parts.BrokerPart;
import com.lotview.bench.parts.DatabasePart;
import com.lotview.bench.parts.FreePorts;
import com.lotview.bench.parts.JavaProcess;
import com.lotview.contracts.KafkaUser;
import com.lotview.contracts.Topics;
import com.lotview.kit.events.IncomingEvent;
import com.lotview.kit.kafka.KafkaProvisioner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Two processes with eight writers and a relay each write to one outbox, while processes, broker
 * and database are killed (kill -9) and started again; then what is in the topic is held against
 * what was committed.
 */
final class OutboxProof implements AutoCloseable {
  private static final String SCHEMA = "proof";
  private static final String PASSWORD = "proof";
  private static final int PROCESSES = 2;
  private static final int WRITERS = 8;
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final Path folder;
  private final Plan plan;
  private final Consumer<String> tell;
  private final Random random;
  private final DatabasePart database;
  private final BrokerPart broker;
  private final List<JavaProcess> services = new ArrayList<>();
  private int started;

  /**
   * What is to be done.
   *
   * @param transactions to be committed, at least
   */
  record Plan(int transactions, int processKills, int brokerKills, int databaseKills, long seed) {}

  /** What is killed. */
  private enum Victim {
    PROCESS,
    BROKER,
    DATABASE
  }

  /** What came of it. */
  record Result(int transactions, @JsonUnwrapped OutboxJudge.Verdict verdict, double seconds) {}

  /**
   * Starts PostgreSQL and Kafka on the folder.
   *
   * @param tell hears of what happens
   */
  OutboxProof(Path folder, Plan plan, Consumer<String> tell)
      throws IOException, InterruptedException, SQLException {
    this.folder = folder;
    this.plan = plan;
    this.tell = tell;
    this.random = new Random(plan.seed());
    List<Integer> ports = FreePorts.take(3);
    Files.createDirectories(folder.resolve("commits"));
    this.database = new DatabasePart(folder, ports.get(0));
    this.broker = new BrokerPart(folder, ports.get(1), ports.get(2));
    database.server().provision(SCHEMA, PASSWORD);
    KafkaProvisioner.provision(broker.superuser(), Map.of(KafkaUser.POSTING, PASSWORD));
  }

  /** Does it all. */
  Result run() throws IOException, InterruptedException, SQLException {
    Instant began = Instant.now();
    for (int i = 0; i < PROCESSES; i++) {
      services.add(startService());
      makeTables();
    }
    List<Victim> victims = victims();
    for (int i = 0; i < victims.size(); i++) {
      awaitWritten(plan.transactions() * (i + 1) / (victims.size() + 1));
      kill(victims.get(i));
    }
    awaitWritten(plan.transactions());
    tell.accept("all written; waiting for the outbox to empty");
    for (JavaProcess service : services) {
      service.closeInput();
    }
    await("an empty outbox", () -> number("select count(*) from proof.outbox") == 0);
    return judged(Duration.between(began, Instant.now()).toMillis() / 1000.0);
  }

  private Result judged(double seconds) throws SQLException, IOException {
    OutboxJudge judge = new OutboxJudge();
    readTopic(judge);
    Map<String, Integer> committed = committed();
    return new Result(committed.size(), judge.judge(committed, ends()), seconds);
  }

  private List<Victim> victims() {
    List<Victim> all = new ArrayList<>();
    all.addAll(Collections.nCopies(plan.processKills(), Victim.PROCESS));
    all.addAll(Collections.nCopies(plan.brokerKills(), Victim.BROKER));
    all.addAll(Collections.nCopies(plan.databaseKills(), Victim.DATABASE));
    Collections.shuffle(all, random);
    return all;
  }

  private void kill(Victim victim) throws IOException, InterruptedException, SQLException {
    tell.accept(
        "%d written, %d in the outbox: kill -9 %s"
            .formatted(written(), (int) number("select count(*) from proof.outbox"), victim));
    switch (victim) {
      case PROCESS -> {
        int which = random.nextInt(PROCESSES);
        services.get(which).kill();
        services.set(which, startService());
      }
      case BROKER -> {
        broker.kill();
        TimeUnit.MILLISECONDS.sleep(random.nextInt(1000));
        broker.start();
      }
      case DATABASE -> {
        database.kill();
        database.start();
      }
    }
  }

  private JavaProcess startService() throws IOException, InterruptedException {
    started++;
    String url = database.server().url(SCHEMA, "app", PASSWORD);
    String owner = database.server().url(SCHEMA, "owner", PASSWORD);
    return JavaProcess.start(
            ProofService.class,
            folder.resolve("logs/service-" + started + ".log"),
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                broker.bootstrapServers(),
                "KAFKA_USER",
                KafkaUser.POSTING.principal(),
                "KAFKA_PASSWORD",
                PASSWORD),
            "p" + started,
            String.valueOf(WRITERS),
            folder.resolve("commits/" + started).toString(),
            "--spring.application.name=proof",
            "--lotview.database.schema=" + SCHEMA,
            "--lotview.database.url=" + url,
            "--lotview.database.migration-url=" + owner)
        .awaitSaid(ProofService.READY);
  }

  // Once, after the first process has brought the kit's tables: until then its writers only fail.
  private void makeTables() throws SQLException {
    execute(
        """
        create table if not exists proof.entity (key integer primary key, version bigint not null);
        insert into proof.entity select k, 0 from generate_series(0, %d) k on conflict do nothing;
        create table if not exists proof.written (mark text primary key, key integer, parts integer);
        grant select, insert, update on proof.entity, proof.written to proof_app;
        """
            .formatted(ProofService.KEYS - 1));
  }

  private int written() {
    return (int) number("select count(*) from proof.written");
  }

  private void awaitWritten(int count) throws InterruptedException {
    await(count + " transactions", () -> written() >= count);
  }

  private static void await(String what, java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    Instant until = Instant.now().plus(TIMEOUT);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(until)) {
        throw new IllegalStateException("Waited in vain for " + what);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + database.port() + "/postgres",
        "postgres",
        DatabasePart.PASSWORD);
  }

  private double number(String sql) {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getDouble(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Map<String, Integer> committed() throws SQLException {
    Map<String, Integer> committed = new HashMap<>();
    try (Connection connection = superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select mark, parts from proof.written")) {
      while (rows.next()) {
        committed.put(rows.getString(1), rows.getInt(2));
      }
    }
    return committed;
  }

  private Map<String, Long> ends() throws IOException {
    Map<String, Long> ends = new HashMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("commits"))) {
      for (Path file : files.toList()) {
        for (String line : Files.readAllLines(file)) {
          int blank = line.indexOf(' ');
          // The last line of a killed process may be cut off.
          if (blank > 0 && line.length() == blank + 1 + ProofService.MICROS_DIGITS) {
            ends.put(line.substring(0, blank), Long.valueOf(line.substring(blank + 1)));
          }
        }
      }
    }
    return ends;
  }

  private void readTopic(OutboxJudge judge) {
    Map<String, Object> settings = new HashMap<>(broker.superuser());
    settings.put("isolation.level", "read_committed");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.AUDIT_RECORDED).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          judge.arrived(IncomingEvent.of(record));
        }
      }
    }
  }

  @Override
  public void close() {
    for (JavaProcess service : services) {
      service.kill();
    }
    broker.close();
    database.close();
  }
}
