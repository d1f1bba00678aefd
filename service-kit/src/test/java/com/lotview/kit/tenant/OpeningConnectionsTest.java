package com.lotview.kit.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Statement;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.dao.DataAccessResourceFailureException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class OpeningConnectionsTest {
  private final AtomicBoolean closed = new AtomicBoolean();
  private VirtualTimeScheduler time;

  @BeforeEach
  void virtualTime() {
    time = VirtualTimeScheduler.getOrSet();
  }

  @AfterEach
  void realTime() {
    VirtualTimeScheduler.reset();
  }

  @Test
  void serverThatHangs_isGivenUpAfterASecond_andItsConnectionIsClosed() {
    AtomicBoolean failed = new AtomicBoolean();
    Connection connection =
        Mono.<Connection>from(new OpeningConnections(new Hanging()).create()).block();
    Mono<Void> begin =
        Mono.<Void>from(connection.beginTransaction())
            .contextWrite(context ->
                OpeningConnections.promptly(OpeningConnections.opening(context, "select 1")));

    begin.subscribe(
        done -> {}, error -> failed.set(error instanceof DataAccessResourceFailureException));
    time.advanceTimeBy(Duration.ofMillis(999));
    assertThat(failed).isFalse();
    time.advanceTimeBy(Duration.ofMillis(1));

    assertThat(failed).isTrue();
    assertThat(closed).isTrue();
  }

  @Test
  void afterSomeThatWaitedRequestsFailAtOnce_andBackgroundWorkGoesOn() {
    OpeningConnections connections = new OpeningConnections(new Hanging());
    for (int i = 0; i < 4; i++) {
      Mono.<Connection>from(connections.create())
          .flatMap(connection -> Mono.<Void>from(connection.beginTransaction()))
          .contextWrite(context ->
              OpeningConnections.promptly(OpeningConnections.opening(context, "select 1")))
          .subscribe(done -> {}, error -> {});
    }
    time.advanceTimeBy(Duration.ofSeconds(1));

    AtomicBoolean failed = new AtomicBoolean();
    Mono.<Connection>from(connections.create())
        .contextWrite(OpeningConnections::promptly)
        .subscribe(
            done -> {}, error -> failed.set(error instanceof DataAccessResourceFailureException));
    assertThat(failed).isTrue();
    assertThat(Mono.<Connection>from(connections.create()).block()).isNotNull();
  }

  private final class Hanging implements ConnectionFactory {
    @Override
    public Publisher<? extends Connection> create() {
      return Mono.just(
          proxy(
              Connection.class,
              name ->
                  switch (name) {
                    case "createStatement" -> proxy(Statement.class, any -> Flux.never());
                    case "close" -> Mono.fromRunnable(() -> closed.set(true));
                    default -> throw new UnsupportedOperationException(name);
                  }));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
      return () -> "hanging";
    }
  }

  private static <T> T proxy(Class<T> type, java.util.function.Function<String, Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answer.apply(method.getName())));
  }
}
