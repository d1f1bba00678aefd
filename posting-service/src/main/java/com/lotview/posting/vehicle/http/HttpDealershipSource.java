package com.lotview.posting.vehicle.http;

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
    return Mono.defer(() -> {
      Known kept = known.get(dealershipId);
      return kept != null && clock.instant().isBefore(kept.until())
          ? Mono.just(kept.dealership())
          : fetch(dealershipId);
    });
  }

  private Mono<Dealership> fetch(UUID dealershipId) {
    return auth.get("/internal/dealerships/{id}", dealershipId)
        .inTenant(dealershipId)
        .answer(Dealership.class)
        .onErrorMap(ServiceCallFailed.class, ServiceCallFailed::toProblem)
        .doOnNext(dealership ->
            known.put(dealershipId, new Known(dealership, clock.instant().plus(KEPT))));
  }

  private record Known(Dealership dealership, Instant until) {}
}
