package com.lotview.auth.account;

import com.lotview.contracts.Market;
import org.jspecify.annotations.Nullable;

/** A dealership to create. */
public record NewDealership(
    String name,
    @Nullable String city,
    @Nullable String state,
    @Nullable String zip,
    @Nullable String phone,
    String timezone,
    Market market) {

  /** A dealership in the United States. */
  public NewDealership(
      String name,
      @Nullable String city,
      @Nullable String state,
      @Nullable String zip,
      @Nullable String phone,
      String timezone) {
    this(name, city, state, zip, phone, timezone, Market.US);
  }
}
