package com.lotview.inventory.imports.cell;

import org.jspecify.annotations.Nullable;

/** What a cell says. */
public sealed interface CellReading<T> {
  /** A value. */
  record Known<T>(T value) implements CellReading<T> {}

  /** Nothing. */
  record Missing<T>() implements CellReading<T> {}

  /** Something that is left out because it cannot be used as it is; the row is taken. */
  record Unusable<T>(String reason) implements CellReading<T> {}

  /**
   * A value that makes no sense: it is left out, and no other value replaces it. The row is
   * rejected only if the vehicle cannot be identified without it.
   */
  record Wrong<T>(String reason) implements CellReading<T> {}

  /** The value, if there is one. */
  default @Nullable T orNull() {
    return this instanceof Known<T>(T value) ? value : null;
  }
}
