package com.lotview.standalone.demo;

import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.ApiClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A dealership as after some weeks of work: two accounts in use and one that needs its owner,
 * postings that are live, removed, failed, cancelled and in doubt, and a schedule for a week. All
 * of it comes by the public API and the real worker; faults of the sandbox make some of it fail.
 */
final class LivedIn {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final int LIVE = 3;
  private static final int PLANNED = 12;
  private static final List<LocalTime> HOURS =
      List.of(LocalTime.of(9, 10), LocalTime.of(12, 30), LocalTime.of(16, 45));
  // The others stay without photos: a stock has some that still lack something.
  private static final int COMPLETE = LIVE + 4 + PLANNED;
  private static final int PHOTOS = 3;

  private final DemoRun run;
  private final ApiClient api;
  private final DemoInventory inventory;
  private final DemoAccounts accounts;
  private final Deque<JsonNode> vehicles = new ArrayDeque<>();

  LivedIn(DemoRun run, DemoInventory inventory, DemoAccounts accounts) {
    this.run = run;
    this.api = run.api();
    this.inventory = inventory;
    this.accounts = accounts;
  }

  /** Does it; takes about two minutes. */
  void furnish() {
    inventory.candidates(inventory.load(null)).stream()
        .filter(vehicle -> !vehicle.path("price").isNull() && !vehicle.path("mileage").isNull())
        .limit(COMPLETE)
        .map(vehicle -> inventory.withPhotos(vehicle, PHOTOS))
        .forEach(vehicles::add);
    run.progress().step("photos of " + vehicles.size() + " vehicles");
    DemoAccounts.Connected first = accounts.forOrder(null, LIVE + 1);
    DemoAccounts.Connected second = accounts.connectSandboxAccount("Robin Park", "Weekend account");
    DemoAccounts.Connected third = accounts.connectSandboxAccount("Lee Ortiz", "Old account");

    String removed = order(first, null);
    for (int i = 1; i < LIVE - 1; i++) {
      order(first, null);
    }
    await(order(first, null));
    misbehave(second, "label.removed", Map.of("field", "price", "times", 9));
    await(order(second, null));
    misbehave(first, "publish.refuse", Map.of());
    await(order(first, null));
    misbehave(third, "session.loggedOut", Map.of("at", "home", "times", 3));
    await(order(third, null));
    api.post("/v1/postings/" + order(second, tomorrow()) + "/cancel", Map.of())
        .orFail("Cancelling");
    api.delete("/v1/postings/" + removed).orFail("Removing the listing");
    schedule(List.of(first, second));
  }

  private void schedule(List<DemoAccounts.Connected> among) {
    ZonedDateTime day = tomorrow();
    int planned = 0;
    for (int i = 0; i < PLANNED && !vehicles.isEmpty(); i++) {
      ZonedDateTime time = day.plusDays(i / HOURS.size()).with(HOURS.get(i % HOURS.size()));
      order(among.get(i % among.size()), time);
      planned++;
    }
    run.progress().step(planned + " postings are planned for the days to come");
  }

  /** Orders the next vehicle; the posting's id. */
  private String order(DemoAccounts.Connected account, @Nullable ZonedDateTime time) {
    JsonNode vehicle = vehicles.removeFirst();
    Map<String, Object> order = new HashMap<>();
    order.put("vehicleId", vehicle.get("id").asString());
    order.put("fbAccountId", account.id());
    if (time != null) {
      order.put("scheduledFor", time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }
    Answer answer = api.post("/v1/postings", order);
    return answer.orFail("Ordering " + DemoInventory.name(vehicle)).get("id").asString();
  }

  private void misbehave(DemoAccounts.Connected account, String kind, Map<String, Object> more) {
    Map<String, Object> fault = new HashMap<>(more);
    fault.put("kind", kind);
    fault.put("account", account.account());
    api.post(run.installation().sandbox() + "/__faults", fault).orFail("The fault " + kind);
  }

  private void await(String posting) {
    JsonNode ended = PostedVehicle.ended(run, posting, TIMEOUT);
    run.progress().step("posting " + posting + " is " + ended.path("status").asString());
  }

  /** Nine o'clock of the dealership's next day. */
  private ZonedDateTime tomorrow() {
    JsonNode dealership = api.get("/v1/dealership").orFail("Reading the dealership");
    ZoneId zone = ZoneId.of(dealership.path("timezone").asString());
    return Instant.now().atZone(zone).plusDays(1).with(HOURS.getFirst());
  }
}
