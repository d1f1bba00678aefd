package com.lotview.standalone.demo;

import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.ApiClient.Answer;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Orders postings as a person would, through the public API, and reports the results. */
public final class DemoRun {
  private static final int PER_ACCOUNT = 5;
  private static final int REFUSALS_SHOWN = 10;

  private final Installation installation;
  private final Progress progress;
  private final ApiClient api;
  private final DemoInventory inventory;
  private final DemoAccounts accounts;
  private int refused;

  /** Signs in. */
  public DemoRun(Installation installation, Progress progress) {
    this.installation = installation;
    this.progress = progress;
    this.api = new ApiClient(installation.url());
    api.signIn(installation.email(), installation.password());
    progress.step("signed in as " + installation.email());
    this.inventory = new DemoInventory(api, progress);
    this.accounts = new DemoAccounts(api, installation, progress);
  }

  /** Posts one of the demo's own vehicles and shows its steps until it has ended. */
  public PostedVehicle postOne() {
    return postOne(null);
  }

  /**
   * The same through an account of one's own.
   *
   * @param session file with its cookies; null: a fresh account of the sandbox
   */
  public PostedVehicle postOne(@Nullable Path session) {
    try (LiveSteps live = LiveSteps.open(api, installation.url(), progress)) {
      return order(new DemoOptions(1, null, session, false), live)
          .getFirst()
          .await(Duration.ofMinutes(5));
    }
  }

  /** Imports, and prepares the first vehicle that can be posted, but does not order it. */
  public Ready ready() {
    for (JsonNode candidate : inventory.candidates(inventory.load(null))) {
      if (!candidate.path("price").isNull() && !candidate.path("mileage").isNull()) {
        JsonNode vehicle = inventory.withPhotos(candidate);
        DemoAccounts.Connected account = accounts.forOrder(null, PER_ACCOUNT);
        account.use();
        return new Ready(this, vehicle, account.id(), account.account());
      }
    }
    throw new IllegalStateException("No vehicle of the demo can be posted");
  }

  /** Imports and orders; if a vehicle cannot be posted, prints why and takes the next one. */
  List<Ordered> order(DemoOptions options, @Nullable LiveSteps live) {
    String feed = inventory.load(options.feed());
    List<Ordered> orders = new ArrayList<>();
    for (JsonNode candidate : inventory.candidates(feed)) {
      if (orders.size() == options.vehicles()) {
        break;
      }
      Ordered order = tryOne(candidate, options.session(), live);
      if (order != null) {
        orders.add(order);
      }
    }
    if (refused > REFUSALS_SHOWN) {
      progress.step((refused - REFUSALS_SHOWN) + " more vehicles cannot be posted either");
    }
    return orders;
  }

  /** Gives the dealership what it would have after some weeks, for looking at. */
  void furnish() {
    new LivedIn(this, inventory, accounts).furnish();
  }

  /** Opens the live steps of this person's dealership. */
  LiveSteps live() {
    return LiveSteps.open(api, installation.url(), progress);
  }

  /** How many vehicles were refused. */
  int refused() {
    return refused;
  }

  private @Nullable Ordered tryOne(
      JsonNode candidate, @Nullable Path session, @Nullable LiveSteps live) {
    boolean whole = !candidate.path("price").isNull() && !candidate.path("mileage").isNull();
    if (!whole && refused >= REFUSALS_SHOWN) {
      refused++;
      return null;
    }
    // Photos are drawn only for a vehicle that has everything else.
    JsonNode vehicle = whole ? inventory.withPhotos(candidate) : candidate;
    DemoAccounts.Connected account = accounts.forOrder(session, PER_ACCOUNT);
    Answer answer =
        api.post(
            "/v1/postings",
            Map.of("vehicleId", vehicle.get("id").asString(), "fbAccountId", account.id()),
            Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    if (!answer.ok()) {
      refuse(candidate, answer);
      return null;
    }
    account.use();
    String id = answer.content().get("id").asString();
    if (live != null) {
      live.follow(id, DemoInventory.name(vehicle));
    }
    progress.step(DemoInventory.name(vehicle) + "  accepted as posting " + id);
    return new Ordered(this, vehicle, account.account(), id);
  }

  private void refuse(JsonNode vehicle, Answer answer) {
    refused++;
    if (refused <= REFUSALS_SHOWN) {
      progress.step(
          "%s (%s)  cannot be posted: %s; taking the next one"
              .formatted(
                  DemoInventory.name(vehicle),
                  vehicle.path("stockNumber").asString(),
                  answer.reason()));
    }
  }

  Installation installation() {
    return installation;
  }

  ApiClient api() {
    return api;
  }

  Progress progress() {
    return progress;
  }

  /**
   * A vehicle and an account that lack nothing.
   *
   * @param account the dealership's id of it
   * @param siteAccount the site's own number of it
   */
  public record Ready(DemoRun run, JsonNode vehicle, String account, String siteAccount) {
    /** The same after the order. */
    public Ordered ordered(String postingId) {
      return new Ordered(run, vehicle, siteAccount, postingId);
    }
  }

  /** An accepted order. */
  public static final class Ordered {
    private final DemoRun run;
    private final JsonNode vehicle;
    private final String account;
    private final String postingId;

    private Ordered(DemoRun run, JsonNode vehicle, String account, String postingId) {
      this.run = run;
      this.vehicle = vehicle;
      this.account = account;
      this.postingId = postingId;
    }

    public String postingId() {
      return postingId;
    }

    /** Waits until the posting has ended, has the ledger judge it, and saves the pictures. */
    public PostedVehicle await(Duration patience) {
      return PostedVehicle.await(run, vehicle, account, postingId, patience);
    }
  }
}
