package com.lotview.posting.vehicle.http;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Market;
import com.lotview.kit.client.ServiceCallFailed;
import com.lotview.kit.client.ServiceClient;
import com.lotview.kit.client.ServiceClientFactory;
import com.lotview.kit.security.SecurityProperties;
import com.lotview.posting.vehicle.Dealership;
import com.lotview.posting.vehicle.DealershipSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class HttpDealershipSource implements DealershipSource {
  private static final Duration KEPT = Duration.ofSeconds(60);

  private final ServiceClient auth;
  private final Clock clock;
  // As many entries as there are dealerships that post.
  private final Map<UUID, Known> known = new ConcurrentHashMap<>();

  HttpDealershipSource(ServiceClientFactory clients, SecurityProperties security, Clock clock) {
    this.auth = clients.of("auth", security.authUrl());
    this.clock = clock;
  }

  @Override
  public Mono<Dealership> get(UUID dealershipId) {
    return known(dealershipId).map(Known::dealership);
  }

  @Override
  public Mono<Boolean> approvalRequired(UUID dealershipId) {
    return known(dealershipId).map(Known::approvalRequired);
  }

  private Mono<Known> known(UUID dealershipId) {
    return Mono.defer(() -> {
      Known kept = known.get(dealershipId);
      return kept != null && clock.instant().isBefore(kept.until())
          ? Mono.just(kept)
          : fetch(dealershipId);
    });
  }

  private Mono<Known> fetch(UUID dealershipId) {
    return auth.get("/internal/dealerships/{id}", dealershipId)
        .inTenant(dealershipId)
        .answer(Answer.class)
        .onErrorMap(ServiceCallFailed.class, ServiceCallFailed::toProblem)
        .map(answer -> answer.known(clock.instant().plus(KEPT)))
        .doOnNext(fresh -> known.put(dealershipId, fresh));
  }

  private record Known(Dealership dealership, boolean approvalRequired, Instant until) {}

  /** The rule is not part of the dealership in a listing, because no text depends on it. */
  private record Answer(
      UUID id,
      String name,
      @Nullable String city,
      @Nullable String state,
      @Nullable String phone,
      @Nullable String timezone,
      @Nullable String country,
      @Nullable String currency,
      @Nullable DistanceUnit distanceUnit,
      @Nullable Map<String, @Nullable String> texts,
      @Nullable Boolean approvalRequired) {
    private @Nullable Market market() {
      return country == null || currency == null || distanceUnit == null
          ? null
          : new Market(country, currency, distanceUnit);
    }

    private Known known(Instant until) {
      return new Known(
          new Dealership(id, name, city, state, phone, timezone, texts, market()),
          Boolean.TRUE.equals(approvalRequired),
          until);
    }
  }
}
