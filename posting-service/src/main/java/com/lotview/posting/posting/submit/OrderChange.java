package com.lotview.posting.posting.submit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person changes of an order.
 *
 * @param time null: unchanged
 * @param priceCents null: unchanged
 * @param fbAccountId null: unchanged
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
