package com.lotview.notification.live.store;

import com.lotview.kit.background.BackgroundFlow;
import com.lotview.kit.database.DatabaseProperties;
import com.lotview.notification.live.Wakes;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * LISTEN on a connection of its own, which is opened again when it breaks. After each opening all
 * followers are woken, because notifications in between are lost.
 */
@Component
final class PostgresWakes extends BackgroundFlow implements Wakes {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresWakes.class);
  private static final Retry AGAIN =
      Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(250))
          .maxBackoff(Duration.ofSeconds(10))
          .transientErrors(true)
          .doBeforeRetry(retry ->
              LOG.warn("Wake-up calls are lost for now: {}", String.valueOf(retry.failure())));

  private final PostgresqlConnectionFactory connections;
  private final String channel;
  private final Sinks.Many<Optional<UUID>> sink = Sinks.many().multicast().directBestEffort();

  PostgresWakes(
      @Qualifier("postgresqlConnections") PostgresqlConnectionFactory connections,
      DatabaseProperties database) {
    this.connections = connections;
    this.channel = database.schema() + "_event";
  }

  @Override
  public Flux<Optional<UUID>> wakes() {
    return sink.asFlux();
  }

  @Override
  protected Flux<?> flow() {
    return Flux.usingWhen(connections.create(), this::listen, PostgresqlConnection::close)
        .retryWhen(AGAIN);
  }

  private Flux<Void> listen(PostgresqlConnection connection) {
    Mono<Void> begin =
        connection
            .createStatement("listen " + channel)
            .execute()
            .flatMap(result -> result.getRowsUpdated())
            .then(Mono.fromRunnable(() -> emit(Optional.empty())));
    Flux<Void> notifications =
        connection
            .getNotifications()
            .doOnNext(this::notified)
            .thenMany(Flux.error(new IllegalStateException("the connection was closed")));
    return begin.thenMany(notifications);
  }

  private void notified(Notification notification) {
    String dealership = notification.getParameter();
    if (dealership != null) {
      emit(Optional.of(UUID.fromString(dealership)));
    }
  }

  private synchronized void emit(Optional<UUID> wake) {
    sink.tryEmitNext(wake);
  }
}
