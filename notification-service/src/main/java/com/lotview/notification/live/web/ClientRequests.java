package com.lotview.notification.live.web;

import com.lotview.contracts.ErrorCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client's requests on its socket. It follows the whole dealership until it names vehicles; then
 * it gets their events and those without a vehicle. Thread-safe.
 */
final class ClientRequests {
  private static final int MOST_VEHICLES = 200;

  private final JsonMapper json;
  private final Set<UUID> vehicles = ConcurrentHashMap.newKeySet();

  ClientRequests(JsonMapper json) {
    this.json = json;
  }

  boolean wants(@Nullable UUID vehicleId) {
    return vehicleId == null || vehicles.isEmpty() || vehicles.contains(vehicleId);
  }

  /** Handles the client's request; returns the frame to answer with. */
  Optional<String> answer(String request) {
    JsonNode frame;
    try {
      frame = json.readTree(request);
    } catch (JacksonException e) {
      return error("", ErrorCode.VALIDATION_ERROR, "The frame is not valid JSON");
    }
    String event = frame.path("event").asString("");
    return switch (event) {
      case "subscribe.vehicle" -> subscribe(event, frame);
      case "unsubscribe.vehicle" -> unsubscribe(event, frame);
      case "posting.cancel" ->
          error(
              event,
              ErrorCode.METHOD_NOT_ALLOWED,
              "Cancel with POST /v1/postings/{postingId}/cancel");
      default -> error(event, ErrorCode.VALIDATION_ERROR, "No such event");
    };
  }

  private Optional<String> subscribe(String event, JsonNode frame) {
    Optional<UUID> vehicle = vehicle(frame);
    if (vehicle.isEmpty()) {
      return error(event, ErrorCode.VALIDATION_ERROR, "data.vehicleId must be a vehicle's id");
    }
    if (vehicles.size() >= MOST_VEHICLES) {
      return error(event, ErrorCode.RATE_LIMITED, "At most " + MOST_VEHICLES + " vehicles");
    }
    vehicles.add(vehicle.get());
    return subscriptions();
  }

  private Optional<String> unsubscribe(String event, JsonNode frame) {
    Optional<UUID> vehicle = vehicle(frame);
    if (vehicle.isEmpty()) {
      return error(event, ErrorCode.VALIDATION_ERROR, "data.vehicleId must be a vehicle's id");
    }
    vehicles.remove(vehicle.get());
    return subscriptions();
  }

  private static Optional<UUID> vehicle(JsonNode frame) {
    try {
      return Optional.of(UUID.fromString(frame.path("data").path("vehicleId").asString("")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<String> subscriptions() {
    return frame("subscriptions", Map.of("vehicleIds", Set.copyOf(vehicles)));
  }

  private Optional<String> error(String request, ErrorCode code, String detail) {
    return frame("error", Map.of("request", request, "code", code.name(), "detail", detail));
  }

  // Answers have no number: they are not in the log.
  private Optional<String> frame(String event, Object data) {
    return Optional.of(json.writeValueAsString(new Frame(event, data)));
  }

  private record Frame(String event, Object data) {}
}
