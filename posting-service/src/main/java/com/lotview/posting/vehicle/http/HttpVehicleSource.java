package com.lotview.posting.vehicle.http;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.client.ServiceCallFailed;
import com.lotview.kit.client.ServiceClient;
import com.lotview.kit.client.ServiceClientFactory;
import com.lotview.posting.vehicle.StockedVehicle;
import com.lotview.posting.vehicle.VehicleSource;
import com.lotview.posting.wiring.PostingProperties;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class HttpVehicleSource implements VehicleSource {
  private final ServiceClient inventory;

  HttpVehicleSource(ServiceClientFactory clients, PostingProperties properties) {
    this.inventory = clients.of("inventory", properties.inventoryUrl());
  }

  @Override
  public Mono<StockedVehicle> get(UUID dealershipId, UUID vehicleId) {
    return inventory
        .get("/internal/vehicles/{id}", vehicleId)
        .inTenant(dealershipId)
        .answer(StockedVehicle.class)
        .onErrorMap(
            ServiceCallFailed.class,
            failed -> failed.toProblem(HttpStatus.NOT_FOUND, ErrorCode.VEHICLE_NOT_FOUND));
  }
}
