package com.lotview.gateway.limit.store;

import com.lotview.gateway.limit.RollingMinute.Answer;
import com.lotview.gateway.limit.Windows;
import com.lotview.kit.guard.Guard;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts for all gateways, by the database's clock, in one statement for each request. Without the
 * database each gateway counts alone, so requests stay limited but are not all refused.
 */
public final class SharedWindows implements Windows {
  private static final Logger LOG = LoggerFactory.getLogger(SharedWindows.class);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Guard.Limits LIMITS = new Guard.Limits(200, 10, Duration.ofSeconds(2));
  private static final int FORGET_EACH = 1_000;

  private static final String TAKE =
      """
      insert into request_window as w (name, times, granted, seen_at)
      values ($1, array[statement_timestamp()], true, statement_timestamp())
      on conflict (name) do update set (times, granted, seen_at) = (
        select case when count(*) < $2
                 then coalesce(array_agg(t order by t), '{}') || excluded.seen_at
                 else array_agg(t order by t) end,
               count(*) < $2, excluded.seen_at
          from unnest(w.times) t where t > excluded.seen_at - interval '1 minute')
      returning granted, cardinality(times) as taken, times[1] as first, seen_at
      """;
  private static final String FORGET =
      "delete from request_window where seen_at < statement_timestamp() - interval '2 minutes'";

  private final ConnectionFactory connections;
  private final Windows own;
  private final Duration deadline;
  private final Guard guard = new Guard("Shared limits", LIMITS, any -> true);
  private final AtomicLong taken = new AtomicLong();

  /**
   * @param own counts while the database does not answer
   * @param deadline how long the database may take to answer
   */
  public SharedWindows(ConnectionFactory connections, Windows own, Duration deadline) {
    this.connections = connections;
    this.own = own;
    this.deadline = deadline;
  }

  @Override
  public Mono<Answer> take(String name, int limit) {
    if (taken.incrementAndGet() % FORGET_EACH == 0) {
      forget().subscribe(done -> {}, error -> LOG.debug("Old windows stay", error));
    }
    return guard
        .protect(shared(name, limit).timeout(deadline))
        .onErrorResume(error -> own.take(name, limit));
  }

  private Mono<Answer> shared(String name, int limit) {
    return Mono.usingWhen(
        connections.create(),
        connection ->
            Flux.from(connection.createStatement(TAKE).bind("$1", name).bind("$2", limit).execute())
                .flatMap(result -> result.map(row -> answer(row, limit)))
                .next(),
        Connection::close);
  }

  private Mono<Void> forget() {
    return Mono.usingWhen(
        connections.create(),
        connection ->
            Flux.from(connection.createStatement(FORGET).execute())
                .flatMap(Result::getRowsUpdated)
                .then(),
        Connection::close);
  }

  private static Answer answer(Readable row, int limit) {
    int count = get(row, "taken", Integer.class);
    Duration age =
        Duration.between(
            get(row, "first", OffsetDateTime.class), get(row, "seen_at", OffsetDateTime.class));
    // Statements that began at the same time may be counted in a different order.
    Duration reset = age.isNegative() ? MINUTE : MINUTE.minus(age);
    return new Answer(get(row, "granted", Boolean.class), limit, Math.max(0, limit - count), reset);
  }

  private static <T> T get(Readable row, String name, Class<T> type) {
    return Objects.requireNonNull(row.get(name, type), name);
  }
}
