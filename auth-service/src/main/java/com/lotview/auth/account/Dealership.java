package com.lotview.auth.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dealership.
 *
 * @param twoFactorRequired whether its people need a second factor to sign in
 * @param texts its own parts of listing texts
 * @param approvalRequired a salesperson's posting waits for a manager's yes
 */
public record Dealership(
    UUID id,
    String name,
    String slug,
    @Nullable String address,
    @Nullable String city,
    @Nullable String state,
    @Nullable String zip,
    @Nullable String phone,
    @Nullable String website,
    String timezone,
    boolean twoFactorRequired,
    DealershipTexts texts,
    boolean approvalRequired,
    Instant updatedAt) {}
