package com.lotview.notification.live.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client's requests on its socket. It follows the whole dealership until it names vehicles; then
 * it gets their events and those without a vehicle. Thread-safe; one request at a time.
 */
final class ClientRequests {
  private static final Logger LOG = LoggerFactory.getLogger(ClientRequests.class);
  private static final int MOST_VEHICLES = 200;

  /** The same limit as the gateway's for orders of a person in that time. */
  private static final int MOST_CANCELS = 20;

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final JsonMapper json;
  private final Function<UUID, Mono<String>> cancels;
  private final Clock clock;
  private final Set<UUID> vehicles = ConcurrentHashMap.newKeySet();
  private final Deque<Instant> cancelled = new ArrayDeque<>();

  /**
   * @param cancels cancels a posting for the person of the socket, and gives its state
   */
  ClientRequests(JsonMapper json, Function<UUID, Mono<String>> cancels, Clock clock) {
    this.json = json;
    this.cancels = cancels;
    this.clock = clock;
  }

  boolean wants(@Nullable UUID vehicleId) {
    return vehicleId == null || vehicles.isEmpty() || vehicles.contains(vehicleId);
  }

  /** Handles the client's request; gives the frame to answer with. Never fails. */
  Mono<String> answer(String request) {
    JsonNode frame;
    try {
      frame = json.readTree(request);
    } catch (JacksonException e) {
      return Mono.just(error("", ErrorCode.VALIDATION_ERROR, "The frame is not valid JSON"));
    }
    String event = frame.path("event").asString("");
    return switch (event) {
      case "subscribe.vehicle" -> Mono.just(subscribe(event, frame));
      case "unsubscribe.vehicle" -> Mono.just(unsubscribe(event, frame));
      case "posting.cancel" -> Mono.defer(() -> cancel(event, frame));
      default -> Mono.just(error(event, ErrorCode.VALIDATION_ERROR, "No such event"));
    };
  }

  /** The answer to a request that came while too many others wait. */
  String busy() {
    return error("", ErrorCode.RATE_LIMITED, "Too many requests at once; wait for their answers");
  }

  private String subscribe(String event, JsonNode frame) {
    Optional<UUID> vehicle = id(frame, "vehicleId");
    if (vehicle.isEmpty()) {
      return error(event, ErrorCode.VALIDATION_ERROR, "data.vehicleId must be a vehicle's id");
    }
    if (vehicles.size() >= MOST_VEHICLES) {
      return error(event, ErrorCode.RATE_LIMITED, "At most " + MOST_VEHICLES + " vehicles");
    }
    vehicles.add(vehicle.get());
    return subscriptions();
  }

  private String unsubscribe(String event, JsonNode frame) {
    Optional<UUID> vehicle = id(frame, "vehicleId");
    if (vehicle.isEmpty()) {
      return error(event, ErrorCode.VALIDATION_ERROR, "data.vehicleId must be a vehicle's id");
    }
    vehicles.remove(vehicle.get());
    return subscriptions();
  }

  private Mono<String> cancel(String event, JsonNode frame) {
    Optional<UUID> posting = id(frame, "postingId");
    if (posting.isEmpty()) {
      return Mono.just(
          error(event, ErrorCode.VALIDATION_ERROR, "data.postingId must be a posting's id"));
    }
    UUID id = posting.get();
    if (!mayCancel()) {
      return Mono.just(
          failure(event, id, ErrorCode.RATE_LIMITED, "At most " + MOST_CANCELS + " a minute"));
    }
    return cancels
        .apply(id)
        .map(status ->
            frame("cancelled", Map.of("request", event, "postingId", id, "status", status)))
        .onErrorResume(error -> Mono.just(failure(event, id, error)));
  }

  private boolean mayCancel() {
    Instant now = clock.instant();
    synchronized (cancelled) {
      cancelled.removeIf(at -> at.isBefore(now.minus(WINDOW)));
      return cancelled.size() < MOST_CANCELS && cancelled.add(now);
    }
  }

  private static Optional<UUID> id(JsonNode frame, String field) {
    try {
      return Optional.of(UUID.fromString(frame.path("data").path(field).asString("")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String subscriptions() {
    return frame("subscriptions", Map.of("vehicleIds", Set.copyOf(vehicles)));
  }

  private String failure(String request, UUID postingId, Throwable error) {
    if (error instanceof RefusalException refusal) {
      return failure(request, postingId, refusal.code(), String.valueOf(refusal.getMessage()));
    }
    LOG.error("A request of a socket failed", error);
    return failure(request, postingId, ErrorCode.INTERNAL_ERROR, ErrorCode.INTERNAL_ERROR.title());
  }

  private String failure(String request, UUID postingId, ErrorCode code, String detail) {
    return frame(
        "error",
        Map.of("request", request, "postingId", postingId, "code", code.name(), "detail", detail));
  }

  private String error(String request, ErrorCode code, String detail) {
    return frame("error", Map.of("request", request, "code", code.name(), "detail", detail));
  }

  // Answers have no number: they are not in the log.
  private String frame(String event, Object data) {
    return json.writeValueAsString(new Frame(event, data));
  }

  private record Frame(String event, Object data) {}
}
