package com.lotview.auth.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dealership as others see it.
 *
 * @param texts its own parts of its listings' texts
 */
public record Dealership(
    UUID id,
    String name,
    String slug,
    @Nullable String city,
    @Nullable String state,
    @Nullable String zip,
    @Nullable String phone,
    String timezone,
    DealershipTexts texts) {}
