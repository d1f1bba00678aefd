package com.lotview.kit.tenant;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.TransactionDefinition;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Connections that begin a transaction together with the statement which opens it to a dealership
 * or a role: one way to the server and back instead of two, for every transaction there is.
 */
public final class OpeningConnections implements ConnectionFactory {
  private static final Object OPENING = OpeningConnections.class;

  private final ConnectionFactory connections;

  /**
   * @param connections usually a pool
   */
  public OpeningConnections(ConnectionFactory connections) {
    this.connections = connections;
  }

  /** Whether a transaction that began so is running. */
  static boolean isOpen(ContextView context) {
    return context.hasKey(OPENING);
  }

  /** A context in which the next transaction begins with this statement, without parameters. */
  static Context opening(Context context, String statement) {
    return context.put(OPENING, statement);
  }

  @Override
  public Publisher<? extends Connection> create() {
    return Mono.from(connections.create()).map(OpeningConnections::opening);
  }

  @Override
  public ConnectionFactoryMetadata getMetadata() {
    return connections.getMetadata();
  }

  private static Connection opening(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                method.getName().equals("beginTransaction")
                    ? begin(connection, arguments)
                    : call(connection, method, arguments));
  }

  private static Mono<Void> begin(Connection connection, @Nullable Object @Nullable [] arguments) {
    return Mono.deferContextual(context -> {
      if (isOpen(context)) {
        String opening = context.get(OPENING);
        return Flux.from(connection.createStatement("begin; " + opening).execute())
            .flatMap(Result::getRowsUpdated)
            .then();
      }
      return Mono.from(
          arguments != null && arguments[0] instanceof TransactionDefinition definition
              ? connection.beginTransaction(definition)
              : connection.beginTransaction());
    });
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
