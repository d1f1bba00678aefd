package com.lotview.posting;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.kit.id.Ids;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** The service with live listings, the inventory's events about them, and their workers. */
public abstract class LiveListings extends ServiceUnderTest {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  protected static final long PRICE = 2499900;

  /** A listing with its posting. */
  public record Live(UUID posting, UUID vehicle, UUID account) {}

  protected Live listing(UUID account) {
    Live live = ordered(account, Map.of());
    int number = NUMBERS.incrementAndGet();
    written(live.posting());
    requested(live.posting(), 1);
    ended(
        live.posting(),
        account,
        1,
        "POSTED",
        Map.of(
            "fbListingId",
            "77" + number,
            "fbListingUrl",
            "https://www.example.com/marketplace/item/77" + number));
    awaitStatus(live.posting(), "POSTED");
    return live;
  }

  protected Live ordered(UUID account, Map<String, Object> more) {
    UUID vehicle = vehicle();
    Map<String, Object> order = new HashMap<>(more);
    order.put("vehicleId", vehicle);
    order.put("fbAccountId", account);
    JsonNode answer = body(order(order).expectStatus().isAccepted());
    return new Live(UUID.fromString(answer.get("id").asString()), vehicle, account);
  }

  /** The inventory publishes a vehicle's change. */
  protected void vehicleIs(UUID vehicle, String status, long priceCents) {
    vehicleIs(vehicle, status, priceCents, null);
  }

  protected void vehicleIs(UUID vehicle, String status, long priceCents, UUID importId) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("id", vehicle);
    facts.put("stockNumber", "A1234");
    facts.put("year", 2021);
    facts.put("make", "Toyota");
    facts.put("model", "Camry");
    facts.put("priceCents", priceCents);
    facts.put("features", List.of());
    Map<String, Object> body = new HashMap<>();
    body.put("vehicleId", vehicle);
    body.put("dealershipId", dealership);
    body.put("status", status);
    body.put("changes", List.of("status", "price"));
    body.put("importId", importId);
    body.put("vehicle", facts);
    EAR.send(
        Topics.VEHICLE_CHANGED,
        EventTypes.VEHICLE_CHANGED,
        vehicle.toString(),
        Ids.next(),
        body,
        clock.instant());
  }

  /** An import lacks vehicles. */
  protected UUID missing(List<UUID> vehicles) {
    UUID importId = Ids.next();
    vehicles.forEach(vehicle -> vehicleIs(vehicle, "ARCHIVED", PRICE, importId));
    EAR.send(
        Topics.VEHICLE_CHANGED,
        EventTypes.VEHICLE_VANISHED,
        dealership.toString(),
        Ids.next(),
        Map.of(
            "importId",
            importId,
            "dealershipId",
            dealership,
            "vehicleIds",
            vehicles,
            "at",
            clock.instant()),
        clock.instant());
    return importId;
  }

  /** Waits until the fleet is asked for a change of the posting. */
  protected JsonNode requested(String kind, UUID posting, int attempt) {
    return EAR.await(
            EventTypes.POSTING_REQUESTED,
            event ->
                event.get("kind").asString().equals(kind)
                    && event.path("postingId").asString("").equals(posting.toString())
                    && event.get("attempt").asInt() == attempt)
        .body();
  }

  protected long requests(String kind, UUID posting) {
    return EAR.count(
        EventTypes.POSTING_REQUESTED,
        event ->
            event.get("kind").asString().equals(kind)
                && event.path("postingId").asString("").equals(posting.toString()));
  }

  /** A worker's attempt of that job has ended. */
  protected void ended(JsonNode job, String outcome, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>();
    for (String same :
        List.of("jobId", "kind", "taskId", "dealershipId", "fbAccountId", "attempt")) {
      body.put(same, job.get(same));
    }
    if (job.has("postingId")) {
      body.put("postingId", job.get("postingId"));
      body.put("vehicleId", job.get("vehicleId"));
    }
    body.put("fence", 1);
    body.put("outcome", outcome);
    body.put("retryable", false);
    body.put("evidence", List.of());
    body.put("startedAt", Instant.now());
    body.put("finishedAt", Instant.now());
    body.putAll(more);
    EAR.send(
        Topics.POSTING_COMPLETED,
        EventTypes.POSTING_COMPLETED,
        job.get("fbAccountId").asString(),
        Ids.next(),
        body);
  }

  protected JsonNode accountView(UUID account) {
    return body(
        as(Role.GM).get().uri("/v1/fb-accounts/" + account).exchange().expectStatus().isOk());
  }

  /** The change reached that state, published as {@code posting.change}. */
  protected void awaitChange(UUID posting, String kind, String state) {
    EAR.await(
        EventTypes.POSTING_CHANGE,
        event ->
            event.path("postingId").asString("").equals(posting.toString())
                && event.get("kind").asString().equals(kind)
                && event.get("state").asString().equals(state));
  }
}
