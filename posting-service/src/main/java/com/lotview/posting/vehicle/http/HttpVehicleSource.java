package com.lotview.posting.vehicle.http;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.security.ServiceTokens;
import com.lotview.posting.calls.InternalCalls;
import com.lotview.posting.vehicle.StockedVehicle;
import com.lotview.posting.vehicle.VehicleSource;
import com.lotview.posting.wiring.PostingProperties;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

@Component
class HttpVehicleSource implements VehicleSource {
  private final InternalCalls inventory;

  HttpVehicleSource(WebClient.Builder builder, ServiceTokens tokens, PostingProperties properties) {
    this.inventory = new InternalCalls(builder, tokens, "inventory", properties.inventoryUrl());
  }

  @Override
  public Mono<StockedVehicle> get(UUID dealershipId, UUID vehicleId) {
    return inventory.get(
        "/internal/vehicles/{id}",
        vehicleId,
        dealershipId,
        StockedVehicle.class,
        ErrorCode.VEHICLE_NOT_FOUND);
  }
}
