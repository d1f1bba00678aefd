package com.lotview.inventory.vehicle.history.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.lotview.inventory.vehicle.history.PersonNames;
import com.lotview.kit.client.ServiceClient;
import com.lotview.kit.client.ServiceClientFactory;
import com.lotview.kit.security.SecurityProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class HttpPersonNames implements PersonNames {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final Remembered<Map<UUID, String>> names;

  HttpPersonNames(ServiceClientFactory clients, SecurityProperties security, Clock clock) {
    ServiceClient auth = clients.of("auth", security.authUrl());
    this.names =
        new Remembered<>(
            dealership ->
                auth.get("/internal/dealerships/{id}/people", dealership)
                    .inTenant(dealership)
                    .timeout(TIMEOUT)
                    .answer(People.class)
                    .map(People::byId),
            Map.of(),
            clock);
  }

  @Override
  public Mono<Map<UUID, String>> of(UUID dealershipId) {
    return names.of(dealershipId);
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record People(@Nullable List<Person> data) {
    Map<UUID, String> byId() {
      return (data == null ? List.<Person>of() : data)
          .stream()
              .collect(Collectors.toUnmodifiableMap(Person::id, Person::name, (one, same) -> one));
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Person(UUID id, String name) {}
}
