package com.lotview.listing.generation.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.client.ServiceCallFailed;
import com.lotview.kit.client.ServiceClient;
import com.lotview.kit.client.ServiceClientFactory;
import com.lotview.listing.text.DealershipFacts;
import com.lotview.listing.text.VehicleFacts;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads facts from the services that own them, as this service and for one dealership. */
@Component
final class FactsClient {
  private final ServiceClient inventory;
  private final ServiceClient auth;

  FactsClient(ServiceClientFactory clients, FactsProperties urls) {
    this.inventory = clients.of("inventory", urls.inventoryUrl());
    this.auth = clients.of("auth", urls.authUrl());
  }

  /** The vehicle; {@code VEHICLE_NOT_FOUND} if the dealership has no such one. */
  Mono<VehicleFacts> vehicle(UUID dealershipId, UUID vehicleId) {
    return get(
            inventory.get("/internal/vehicles/{id}", vehicleId).inTenant(dealershipId),
            VehicleAnswer.class,
            ErrorCode.VEHICLE_NOT_FOUND)
        .map(VehicleAnswer::vehicle);
  }

  Mono<DealershipFacts> dealership(UUID dealershipId) {
    return get(
        auth.get("/internal/dealerships/{id}", dealershipId).inTenant(dealershipId),
        DealershipFacts.class,
        ErrorCode.NOT_FOUND);
  }

  private static <T> Mono<T> get(ServiceClient.Call call, Class<T> type, ErrorCode missing) {
    return call.answer(type)
        .onErrorMap(
            ServiceCallFailed.class, failed -> failed.toProblem(HttpStatus.NOT_FOUND, missing));
  }

  private record VehicleAnswer(VehicleFacts vehicle) {}
}
