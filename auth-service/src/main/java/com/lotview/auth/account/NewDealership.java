package com.lotview.auth.account;

import org.jspecify.annotations.Nullable;

/** A dealership to create. */
public record NewDealership(
    String name,
    @Nullable String city,
    @Nullable String state,
    @Nullable String zip,
    @Nullable String phone,
    String timezone) {}
