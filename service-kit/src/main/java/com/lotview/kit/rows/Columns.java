package com.lotview.kit.rows;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row whose columns are read by name. The getters without {@code find} throw a {@link
 * NullPointerException} with the column's name if there is no value. Valid only inside the mapping
 * function, which frees the row's memory when it returns.
 */
public record Columns(Readable row) {

  public UUID uuid(String name) {
    return get(name, UUID.class);
  }

  public String text(String name) {
    return get(name, String.class);
  }

  public int number(String name) {
    return get(name, Integer.class);
  }

  public long big(String name) {
    return get(name, Long.class);
  }

  public boolean flag(String name) {
    return get(name, Boolean.class);
  }

  public Instant instant(String name) {
    return get(name, Instant.class);
  }

  public @Nullable String findText(String name) {
    return row.get(name, String.class);
  }

  public @Nullable Integer findNumber(String name) {
    return row.get(name, Integer.class);
  }

  public @Nullable Instant findInstant(String name) {
    return row.get(name, Instant.class);
  }

  public @Nullable UUID findUuid(String name) {
    return row.get(name, UUID.class);
  }

  /** A value of any type that the driver can read; null if there is none. */
  public <T> @Nullable T find(String name, Class<T> type) {
    return row.get(name, type);
  }

  /** A value to bind that may be null. */
  public static <T> Parameter orNull(@Nullable T value, Class<T> type) {
    return value == null ? Parameters.in(type) : Parameters.in(value);
  }

  public @Nullable Long findBig(String name) {
    return row.get(name, Long.class);
  }

  /** A value of any type that the driver can read. */
  public <T> T get(String name, Class<T> type) {
    return Objects.requireNonNull(row.get(name, type), name);
  }
}
