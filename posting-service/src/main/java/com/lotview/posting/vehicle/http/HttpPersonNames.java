package com.lotview.posting.vehicle.http;

import com.lotview.kit.client.ServiceCallFailed;
import com.lotview.kit.client.ServiceClient;
import com.lotview.kit.client.ServiceClientFactory;
import com.lotview.kit.security.SecurityProperties;
import com.lotview.posting.vehicle.PersonNames;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class HttpPersonNames implements PersonNames {
  private static final Logger LOG = LoggerFactory.getLogger(HttpPersonNames.class);
  private static final Duration KEPT = Duration.ofSeconds(60);
  // Pause between calls to an unavailable service, because each list would wait for it.
  private static final Duration ASKED_AGAIN = Duration.ofSeconds(10);
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final ServiceClient auth;
  private final Clock clock;
  // As many entries as there are dealerships that look at postings.
  private final Map<UUID, Known> known = new ConcurrentHashMap<>();

  HttpPersonNames(ServiceClientFactory clients, SecurityProperties security, Clock clock) {
    this.auth = clients.of("auth", security.authUrl());
    this.clock = clock;
  }

  private record Known(Map<UUID, String> names, Instant until) {}

  private record People(@Nullable List<Person> data) {}

  private record Person(UUID id, String name) {}

  @Override
  public Mono<Map<UUID, String>> of(UUID dealershipId) {
    return Mono.defer(() -> {
      Known kept = known.get(dealershipId);
      return kept != null && clock.instant().isBefore(kept.until())
          ? Mono.just(kept.names())
          : fetch(dealershipId, kept);
    });
  }

  private Mono<Map<UUID, String>> fetch(UUID dealershipId, @Nullable Known old) {
    return auth.get("/internal/dealerships/{id}/people", dealershipId)
        .inTenant(dealershipId)
        .timeout(TIMEOUT)
        .answer(People.class)
        .map(HttpPersonNames::byId)
        .map(names -> keep(dealershipId, names, KEPT))
        .onErrorResume(
            ServiceCallFailed.class,
            failed -> {
              LOG.warn("Postings are shown without new names: {}", failed.toString());
              return Mono.just(
                  keep(dealershipId, old == null ? Map.of() : old.names(), ASKED_AGAIN));
            });
  }

  private Map<UUID, String> keep(UUID dealershipId, Map<UUID, String> names, Duration length) {
    known.put(dealershipId, new Known(names, clock.instant().plus(length)));
    return names;
  }

  private static Map<UUID, String> byId(People people) {
    List<Person> data = people.data();
    return (data == null ? List.<Person>of() : data)
        .stream()
            .collect(Collectors.toUnmodifiableMap(Person::id, Person::name, (one, same) -> one));
  }
}
