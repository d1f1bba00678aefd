package com.lotview.inventory.vehicle.history.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.lotview.inventory.vehicle.history.LotCalendar;
import com.lotview.kit.client.ServiceClient;
import com.lotview.kit.client.ServiceClientFactory;
import com.lotview.kit.security.SecurityProperties;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class HttpLotCalendar implements LotCalendar {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final Clock clock;
  private final Remembered<ZoneId> zones;

  HttpLotCalendar(ServiceClientFactory clients, SecurityProperties security, Clock clock) {
    ServiceClient auth = clients.of("auth", security.authUrl());
    this.clock = clock;
    this.zones =
        new Remembered<>(
            dealership ->
                auth.get("/internal/dealerships/{id}", dealership)
                    .inTenant(dealership)
                    .timeout(TIMEOUT)
                    .answer(Dealership.class)
                    .map(Dealership::zone),
            ZoneOffset.UTC,
            clock);
  }

  @Override
  public Mono<ZonedDateTime> now(UUID dealershipId) {
    return zones.of(dealershipId).map(clock.instant()::atZone);
  }

  /**
   * What is read of a dealership.
   *
   * @param timezone name in the IANA database
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Dealership(@Nullable String timezone) {
    ZoneId zone() {
      try {
        return timezone == null ? ZoneOffset.UTC : ZoneId.of(timezone);
      } catch (DateTimeException unknown) {
        return ZoneOffset.UTC;
      }
    }
  }
}
