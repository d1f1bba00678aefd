package com.lotview.inventory.feedout.http;

import com.lotview.inventory.feedout.DealerSource;
import com.lotview.inventory.feedout.format.FeedDealer;
import com.lotview.kit.client.ServiceCallFailed;
import com.lotview.kit.client.ServiceClient;
import com.lotview.kit.client.ServiceClientFactory;
import com.lotview.kit.security.SecurityProperties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * {@link DealerSource} of the auth service; feeds are fetched some times a day, so none is kept.
 */
@Component
class HttpDealerSource implements DealerSource {
  private static final String UNITED_STATES = "US";

  private final ServiceClient auth;

  HttpDealerSource(ServiceClientFactory clients, SecurityProperties security) {
    this.auth = clients.of("auth", security.authUrl());
  }

  @Override
  public Mono<FeedDealer> get(UUID dealershipId) {
    return auth.get("/internal/dealerships/{id}", dealershipId)
        .inTenant(dealershipId)
        .answer(Profile.class)
        .onErrorMap(ServiceCallFailed.class, ServiceCallFailed::toProblem)
        .map(Profile::dealer);
  }

  private record Profile(
      String name,
      String slug,
      @Nullable String address,
      @Nullable String city,
      @Nullable String state,
      @Nullable String zip,
      @Nullable String country,
      @Nullable String phone,
      @Nullable String website) {
    FeedDealer dealer() {
      return new FeedDealer(
          slug,
          name,
          address,
          city,
          state,
          zip,
          country == null ? UNITED_STATES : country,
          phone,
          website);
    }
  }
}
