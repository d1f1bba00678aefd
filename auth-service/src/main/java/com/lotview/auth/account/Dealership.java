package com.lotview.auth.account;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Market;
import com.lotview.kit.audit.Audited;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dealership.
 *
 * @param twoFactorRequired whether its people need a second factor to sign in
 * @param country two letters (ISO 3166-1)
 * @param currency three letters (ISO 4217): of prices that name none
 * @param distanceUnit of mileages that name none
 * @param texts its own parts of listing texts
 * @param approvalRequired a salesperson's posting waits for a manager's approval
 */
@Audited(except = {"id", "updatedAt"})
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
    String country,
    String currency,
    DistanceUnit distanceUnit,
    boolean twoFactorRequired,
    DealershipTexts texts,
    boolean approvalRequired,
    Instant updatedAt) {

  Market market() {
    return new Market(country, currency, distanceUnit);
  }
}
