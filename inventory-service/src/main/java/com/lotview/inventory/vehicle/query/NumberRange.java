package com.lotview.inventory.vehicle.query;

import org.jspecify.annotations.Nullable;

/** From and to, both included; null leaves that side open. */
public record NumberRange(@Nullable Long least, @Nullable Long most) {
  public static final NumberRange ALL = new NumberRange(null, null);
}
