package com.lotview.kit.outbox;

import com.lotview.kit.background.BackgroundFlow;
import com.lotview.kit.rows.Columns;
import com.lotview.kit.tenant.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends the outbox to Kafka as CloudEvents in binary mode, at least once. A batch is deleted after
 * the broker has acknowledged all of it, in a transaction that holds the lock against other
 * instances. So the order of a key is kept; readers drop repeats by id.
 */
public final class OutboxRelay extends BackgroundFlow {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
  private static final int BATCH = 500;
  private static final Duration POLL_INTERVAL = Duration.ofMillis(250);
  private static final Duration SEND_DEADLINE = Duration.ofSeconds(20);

  private final DatabaseClient database;
  private final TenantTransactions transactions;
  private final BatchSender sender;
  private final OutboxSignal signal;
  private final String source;

  /**
   * @param kafka settings of producers; the relay makes its own, and discards them after a failure
   * @param source the CloudEvents source, for example {@code /lotview/posting}
   */
  public OutboxRelay(
      DatabaseClient database,
      TenantTransactions transactions,
      Map<String, Object> kafka,
      OutboxSignal signal,
      String source) {
    this.database = database;
    this.transactions = transactions;
    this.sender = new BatchSender(kafka);
    this.signal = signal;
    this.source = source;
  }

  @Override
  protected Flux<?> flow() {
    return Flux.merge(signal.wakes(), Flux.interval(POLL_INTERVAL).map(tick -> Boolean.TRUE))
        .onBackpressureLatest()
        .concatMap(wake -> drain(), 1);
  }

  @Override
  public void stop() {
    super.stop();
    sender.close();
  }

  private Mono<Integer> drain() {
    return transactions
        .inSystem(relayBatch())
        .expand(sent -> sent == BATCH ? transactions.inSystem(relayBatch()) : Mono.empty())
        .last(0)
        .onErrorResume(error -> {
          LOG.warn("Events stay in the outbox for now: {}", error.toString());
          return Mono.just(0);
        });
  }

  private Mono<Integer> relayBatch() {
    return database
        .sql("select pg_try_advisory_xact_lock(hashtextextended(current_schema() || ':relay', 0))")
        .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
        .one()
        .filter(locked -> locked)
        .flatMap(locked -> read().collectList())
        .filter(batch -> !batch.isEmpty())
        .flatMap(batch -> send(batch).then(delete(batch)).thenReturn(batch.size()))
        .defaultIfEmpty(0);
  }

  private Flux<Row> read() {
    return database
        .sql(
            "select seq, id, topic, key, type, traceparent, payload, created_at from outbox order by seq limit "
                + BATCH)
        .map(row -> Row.of(new Columns(row)))
        .all();
  }

  private Mono<Void> send(List<Row> batch) {
    return sender.send(batch.stream().map(row -> row.record(source)).toList(), SEND_DEADLINE);
  }

  private Mono<Long> delete(List<Row> batch) {
    Long[] seqs = batch.stream().map(Row::seq).toArray(Long[]::new);
    return database
        .sql("delete from outbox where seq = any(:seqs)")
        .bind("seqs", seqs)
        .fetch()
        .rowsUpdated();
  }

  private record Row(
      long seq,
      UUID id,
      String topic,
      String key,
      String type,
      @Nullable String traceparent,
      String payload,
      Instant createdAt) {

    static Row of(Columns row) {
      return new Row(
          row.big("seq"),
          row.uuid("id"),
          row.text("topic"),
          row.text("key"),
          row.text("type"),
          row.findText("traceparent"),
          row.text("payload"),
          row.instant("created_at"));
    }

    ProducerRecord<String, String> record(String source) {
      ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, payload);
      header(record, "ce_specversion", "1.0");
      header(record, "ce_id", id.toString());
      header(record, "ce_type", type);
      header(record, "ce_source", source);
      header(record, "ce_time", createdAt.toString());
      header(record, "content-type", "application/json");
      if (traceparent != null) {
        header(record, "traceparent", traceparent);
      }
      return record;
    }

    private static void header(ProducerRecord<String, String> record, String name, String value) {
      record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }
}
