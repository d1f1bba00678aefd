package com.lotview.worker.fleet.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/** Typed columns of a row, and values that may be null. */
final class Columns {
  private Columns() {}

  static <T> T get(Readable row, String name, Class<T> type) {
    return Objects.requireNonNull(row.get(name, type), name);
  }

  static Instant instant(Readable row, String name) {
    return get(row, name, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantOrNull(Readable row, String name) {
    OffsetDateTime time = row.get(name, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static <T> DatabaseClient.GenericExecuteSpec bind(
      DatabaseClient.GenericExecuteSpec statement, String name, @Nullable T value, Class<T> type) {
    return value == null ? statement.bindNull(name, type) : statement.bind(name, value);
  }
}
