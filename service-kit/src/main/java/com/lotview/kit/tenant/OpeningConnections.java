package com.lotview.kit.tenant;

import com.lotview.kit.guard.CallRefused;
import com.lotview.kit.guard.Guard;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.Wrapped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Connections that begin a transaction together with the statement which opens it to a dealership
 * or a role: one round trip instead of two.
 */
public final class OpeningConnections implements ConnectionFactory {
  private static final Logger LOG = LoggerFactory.getLogger(OpeningConnections.class);
  private static final Object OPENING = OpeningConnections.class;

  private static final Object PROMPT = "database answers promptly";

  // Opening takes no lock, so a server that needs longer than this hangs or has vanished.
  private static final Duration OPENING_DEADLINE = Duration.ofSeconds(1);
  private static final Duration BACKGROUND_DEADLINE = Duration.ofSeconds(10);

  // A request may wait longer for a busy pool. It waits only this long if the server may be down,
  // or if the pool could open another connection.
  private static final Duration DOUBTFUL_DEADLINE = Duration.ofSeconds(1);
  private static final Duration DOUBT_INTERVAL = Duration.ofMillis(200);
  private static final int MAKING_TICKS = 5;
  private static final Guard.Limits LIMITS = new Guard.Limits(10_000, 4, Duration.ofSeconds(1));

  private final Guard guard = new Guard("PostgreSQL", LIMITS, any -> true);
  private final ConnectionFactory connections;

  /**
   * @param connections usually a pool
   */
  public OpeningConnections(ConnectionFactory connections) {
    this.connections = connections;
  }

  /** Whether such a transaction is running. */
  static boolean isOpen(ContextView context) {
    return context.hasKey(OPENING);
  }

  /**
   * A context in which transactions must begin within a second, because a request waits; after some
   * that did not, they fail at once until the server answers again.
   */
  public static Context promptly(Context context) {
    return context.put(PROMPT, true);
  }

  /** A context in which the next transaction begins with this statement, without parameters. */
  static Context opening(Context context, String statement) {
    return context.put(OPENING, statement);
  }

  @Override
  public Publisher<? extends Connection> create() {
    Mono<Connection> connection = Mono.<Connection>from(connections.create());
    return Mono.deferContextual(
            context -> context.hasKey(PROMPT) ? guarded(acquired(connection)) : connection)
        .map(this::opening);
  }

  private Mono<Connection> acquired(Mono<Connection> connection) {
    return connection.timeout(
        Flux.interval(DOUBTFUL_DEADLINE, DOUBT_INTERVAL)
            .filter(tick -> !guard.trusts() || (tick >= MAKING_TICKS && !allBusy()))
            .next());
  }

  private boolean allBusy() {
    return connections instanceof ConnectionPool pool
        && pool.getMetrics()
            .map(now -> now.acquiredSize() >= now.getMaxAllocatedSize())
            .orElse(true);
  }

  private <T> Mono<T> guarded(Mono<T> call) {
    return guard
        .protect(call)
        .onErrorMap(
            CallRefused.class,
            refused ->
                new DataAccessResourceFailureException("PostgreSQL does not answer", refused))
        .onErrorMap(
            TimeoutException.class,
            late -> new DataAccessResourceFailureException("PostgreSQL does not answer", late));
  }

  @Override
  public ConnectionFactoryMetadata getMetadata() {
    return connections.getMetadata();
  }

  private Connection opening(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                method.getName().equals("beginTransaction")
                    ? begin(connection, arguments)
                    : call(connection, method, arguments));
  }

  private Mono<Void> begin(Connection connection, @Nullable Object @Nullable [] arguments) {
    return Mono.deferContextual(context -> {
      if (isOpen(context)) {
        String opening = context.get(OPENING);
        Mono<Void> begun =
            Flux.from(connection.createStatement("begin; " + opening).execute())
                .flatMap(Result::getRowsUpdated)
                .then();
        return context.hasKey(PROMPT)
            ? guarded(within(OPENING_DEADLINE, begun, connection))
            : within(BACKGROUND_DEADLINE, begun, connection);
      }
      return Mono.from(
          arguments != null && arguments[0] instanceof TransactionDefinition definition
              ? connection.beginTransaction(definition)
              : connection.beginTransaction());
    });
  }

  private static Mono<Void> within(Duration deadline, Mono<Void> begun, Connection connection) {
    return begun.timeout(deadline, Mono.defer(() -> abandon(deadline, connection)));
  }

  // A server that hangs may run the statement later: the connection must not return to the pool
  // with another caller's transaction open. It is closed underneath; the pool then finds it dead
  // and drops it.
  private static Mono<Void> abandon(Duration deadline, Connection connection) {
    Object inner = connection instanceof Wrapped<?> pooled ? pooled.unwrap() : connection;
    if (inner instanceof Connection physical) {
      Mono.from(physical.close()).subscribe(done -> {}, error -> LOG.debug("Not closed", error));
    }
    return Mono.error(
        new DataAccessResourceFailureException(
            "PostgreSQL did not answer in " + deadline, new TimeoutException()));
  }

  private static @Nullable Object call(
      Connection connection, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
