package com.lotview.posting.posting.submit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person changes of an order.
 *
 * @param time null: stays as it is
 * @param priceCents null: stays as it is
 * @param fbAccountId null: stays as it is
 */
public record OrderChange(
    @Nullable Time time, @Nullable Long priceCents, @Nullable UUID fbAccountId) {

  /**
   * Another moment.
   *
   * @param at null: as soon as possible
   */
  public record Time(@Nullable Instant at) {}
}
