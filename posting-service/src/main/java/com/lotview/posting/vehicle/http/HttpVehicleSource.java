package com.lotview.posting.vehicle.http;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.client.ServiceCallFailed;
import com.lotview.kit.client.ServiceClient;
import com.lotview.kit.client.ServiceClientFactory;
import com.lotview.kit.error.RefusalException;
import com.lotview.posting.vehicle.StockedVehicle;
import com.lotview.posting.vehicle.VehicleSource;
import com.lotview.posting.wiring.PostingProperties;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  @Override
  public Mono<List<OnLot>> onLot(UUID dealershipId, LocalDate before) {
    return inventory
        .get("/internal/vehicles/on-lot?before={before}", before)
        .inTenant(dealershipId)
        .answer(OnLotAnswer.class)
        .map(OnLotAnswer::vehicles)
        .onErrorMap(ServiceCallFailed.class, ServiceCallFailed::toProblem);
  }

  private record OnLotAnswer(List<OnLot> vehicles) {}

  @Override
  public Mono<Matches> matching(UUID dealershipId, Map<String, String> filter) {
    // Names and values are expanded, so that they are encoded; equal variables would be one.
    List<String> parts = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    filter.forEach((name, value) -> {
      parts.add("{name%1$d}={value%1$d}".formatted(parts.size()));
      values.add(name);
      values.add(value);
    });
    return inventory
        .get("/internal/vehicles/ids?" + String.join("&", parts), values.toArray())
        .inTenant(dealershipId)
        .answer(Matches.class)
        .onErrorMap(
            ServiceCallFailed.class,
            failed ->
                failed.is(HttpStatus.BAD_REQUEST)
                    ? RefusalException.invalid(
                        "filter", "must have parameters of GET /v1/vehicles and their values")
                    : failed.toProblem());
  }
}
