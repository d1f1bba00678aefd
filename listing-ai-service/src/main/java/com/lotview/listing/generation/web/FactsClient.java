package com.lotview.listing.generation.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.security.ServiceTokens;
import com.lotview.kit.web.ApiException;
import com.lotview.listing.text.DealershipFacts;
import com.lotview.listing.text.VehicleFacts;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Asks the services that own the facts, as this service and for one dealership. */
@Component
final class FactsClient {
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final String DEALERSHIP_HEADER = "X-Dealership-Id";

  private final WebClient inventory;
  private final WebClient auth;
  private final JsonMapper json;

  FactsClient(
      WebClient.Builder builder, ServiceTokens tokens, FactsProperties urls, JsonMapper json) {
    this.inventory =
        builder.clone().baseUrl(urls.inventoryUrl()).filter(tokens.bearer("inventory")).build();
    this.auth = builder.clone().baseUrl(urls.authUrl()).filter(tokens.bearer("auth")).build();
    // The owners of the facts may add fields.
    this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  /** The vehicle; {@code VEHICLE_NOT_FOUND} if the dealership has no such one. */
  Mono<VehicleFacts> vehicle(UUID dealershipId, UUID vehicleId) {
    return get(inventory, "/internal/vehicles/{id}", vehicleId, dealershipId)
        .map(body -> json.readValue(body, VehicleAnswer.class).vehicle())
        .onErrorMap(failure("inventory", ErrorCode.VEHICLE_NOT_FOUND));
  }

  Mono<DealershipFacts> dealership(UUID dealershipId) {
    return get(auth, "/internal/dealerships/{id}", dealershipId, dealershipId)
        .map(body -> json.readValue(body, DealershipFacts.class))
        .onErrorMap(failure("auth", ErrorCode.NOT_FOUND));
  }

  private static Mono<String> get(WebClient service, String path, UUID id, UUID dealershipId) {
    return service
        .get()
        .uri(path, id)
        .header(DEALERSHIP_HEADER, dealershipId.toString())
        .retrieve()
        .bodyToMono(String.class)
        .timeout(DEADLINE);
  }

  private static Function<Throwable, Throwable> failure(String service, ErrorCode missing) {
    return error ->
        error instanceof WebClientResponseException answer
                && answer.getStatusCode() == HttpStatus.NOT_FOUND
            ? new ApiException(missing, missing.title())
            : new ApiException(
                ErrorCode.SERVICE_UNAVAILABLE, "The " + service + " service is not available");
  }

  private record VehicleAnswer(VehicleFacts vehicle) {}
}
