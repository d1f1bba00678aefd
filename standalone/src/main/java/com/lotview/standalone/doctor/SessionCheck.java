package com.lotview.standalone.doctor;

import com.lotview.kit.database.DatabaseUrl;
import com.lotview.kit.database.SessionSettings;
import com.lotview.standalone.doctor.Finding.Wrong;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Whether the settings that services give their sessions arrive. A pooler in transaction mode
 * refuses them or drops them, and then a paused process blocks the others.
 */
final class SessionCheck {
  private static final String CURE =
      "give the services PostgreSQL's own port: a pooler in transaction mode stands between, through"
          + " which LISTEN does not work either";

  private SessionCheck() {}

  /** What is wrong; empty if the login does not work: then the schema's check says so. */
  static Optional<List<Finding>> findings(String server, DatabaseUrl url) {
    try {
      List<String> lost =
          Mono.usingWhen(
                  new PostgresqlConnectionFactory(
                          url.connection()
                              .options(SessionSettings.ALL)
                              .connectTimeout(Examination.ANSWER)
                              .build())
                      .create(),
                  SessionCheck::lost,
                  PostgresqlConnection::close)
              .block(Examination.ANSWER);
      return Optional.of(
          lost == null || lost.isEmpty()
              ? List.of()
              : wrong(server, "drops", String.join(", ", lost)));
    } catch (RuntimeException e) {
      String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      return words.contains("startup parameter")
          ? Optional.of(wrong(server, "refuses", Reason.of(e)))
          : Optional.empty();
    }
  }

  private static List<Finding> wrong(String server, String does, String settings) {
    return List.of(
        new Wrong(
            "PostgreSQL at %s %s settings of a session: %s".formatted(server, does, settings),
            CURE));
  }

  private static Mono<List<String>> lost(PostgresqlConnection connection) {
    return Flux.fromIterable(new TreeMap<>(SessionSettings.ALL).entrySet())
        .concatMap(setting ->
            read(connection, setting.getKey())
                .zipWith(normal(connection, setting))
                .filter(values -> !values.getT1().equals(values.getT2()))
                .map(values ->
                    "%s is %s and not %s"
                        .formatted(setting.getKey(), values.getT1(), values.getT2())))
        .collectList();
  }

  private static Mono<String> read(PostgresqlConnection connection, String name) {
    return text(connection, "select current_setting('" + name + "')");
  }

  // As the server writes it: 60s is 1min. The value is good for this statement only.
  private static Mono<String> normal(
      PostgresqlConnection connection, Map.Entry<String, String> setting) {
    return text(
        connection,
        "select set_config('" + setting.getKey() + "', '" + setting.getValue() + "', true)");
  }

  private static Mono<String> text(PostgresqlConnection connection, String sql) {
    return connection
        .createStatement(sql)
        .execute()
        .concatMap(result -> result.map((row, meta) -> String.valueOf(row.get(0))))
        .next();
  }
}
