package com.lotview.bench.outbox;

import com.lotview.contracts.Topics;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.wiring.KitDatabaseConfiguration;
import com.lotview.kit.wiring.KitEventsConfiguration;
import com.lotview.kit.wiring.KitMetricsConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * A service with nothing but writers and the kit's relay, as a process to be killed. Writers go on
 * until the process's input ends; then the relay empties the outbox.
 */
public final class ProofService {
  static final String READY = "The proof writes";
  static final int KEYS = 48;
  static final int MICROS_DIGITS = 16;
  private static final int SLOWEST_MILLIS = 20;
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final UUID DEALERSHIP = new UUID(0, 1);

  private final TenantTransactions transactions;
  private final DatabaseClient database;
  private final Outbox outbox;
  private final BufferedWriter commits;
  private volatile boolean writing = true;

  private ProofService(ConfigurableApplicationContext context, Path log) throws IOException {
    this.transactions = context.getBean(TenantTransactions.class);
    this.database = context.getBean(DatabaseClient.class);
    this.outbox = context.getBean(Outbox.class);
    this.commits = Files.newBufferedWriter(log);
  }

  /** The kit's own wiring, without a web server. */
  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    JacksonAutoConfiguration.class,
    KafkaAutoConfiguration.class,
    KitDatabaseConfiguration.class,
    KitEventsConfiguration.class,
    KitMetricsConfiguration.class
  })
  static class Wiring {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }
  }

  /**
   * Arguments: name of the process, number of writers, file for the commits; settings as {@code
   * --name=value}.
   */
  public static void main(String[] args) throws Exception {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Wiring.class)
            .web(org.springframework.boot.WebApplicationType.NONE)
            .properties("spring.config.name=kit")
            .run(args);
    ProofService service = new ProofService(context, Path.of(args[2]));
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      String name = args[0] + "." + i;
      writers.add(Thread.ofVirtual().start(() -> service.write(name)));
    }
    System.out.println(READY);
    while (System.in.read() >= 0) {
      // Nothing is said to it.
    }
    service.writing = false;
    for (Thread writer : writers) {
      writer.join();
    }
    // The relay goes on; the process is ended from outside.
    TimeUnit.MINUTES.sleep(10);
  }

  private void write(String writer) {
    Random random = new Random(writer.hashCode());
    for (long n = 0; writing; n++) {
      String mark = writer + "." + n;
      try {
        transactions.inTenant(DEALERSHIP, change(mark, random)).block(DEADLINE);
        note(mark + " " + ("%0" + MICROS_DIGITS + "d").formatted(now()));
      } catch (RuntimeException e) {
        pause();
      }
    }
  }

  /** A state change and its events; even keys draw a version under the lock of their row. */
  private Mono<Void> change(String mark, Random random) {
    int key = random.nextInt(KEYS);
    int parts = 1 + random.nextInt(2);
    int before = random.nextInt(SLOWEST_MILLIS / 2);
    int after = random.nextInt(SLOWEST_MILLIS / 2);
    return version(key)
        .flatMap(version ->
            rest(before)
                .then(Mono.defer(() -> append(mark, key, version, parts)))
                .then(rest(after)));
  }

  private Mono<Long> version(int key) {
    if (key % 2 == 1) {
      return Mono.just(0L);
    }
    return database
        .sql("update entity set version = version + 1 where key = :key returning version")
        .bind("key", key)
        .map(row -> Objects.requireNonNull(row.get("version", Long.class)))
        .one();
  }

  private Mono<Void> append(String mark, int key, long version, int parts) {
    long began = now();
    OutboxEvent[] events =
        IntStream.range(0, parts)
            .mapToObj(part ->
                new OutboxEvent(
                    Topics.AUDIT_RECORDED,
                    String.valueOf(key),
                    "proof",
                    new ProofEvent(mark, version, part, parts, began)))
            .toArray(OutboxEvent[]::new);
    return database
        .sql("insert into written (mark, key, parts) values (:mark, :key, :parts)")
        .bind("mark", mark)
        .bind("key", key)
        .bind("parts", parts)
        .then()
        .then(Mono.defer(() -> outbox.append(events)));
  }

  private Mono<Void> rest(int millis) {
    return database.sql("select pg_sleep(:s)").bind("s", millis / 1000.0).then();
  }

  /**
   * Microseconds since this machine started, the same in each of its processes: on Linux, HotSpot
   * reads CLOCK_MONOTONIC here. The time of day may be set back while the proof runs.
   */
  private static long now() {
    return TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
  }

  private synchronized void note(String line) {
    try {
      commits.write(line);
      commits.newLine();
      commits.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
