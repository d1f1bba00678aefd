package com.lotview.standalone.demo;

import com.lotview.standalone.Progress;
import com.lotview.standalone.demo.ApiClient.Answer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Posts vehicles through the public API, shows the steps, and lets the ledger judge. */
public final class Demo {
  private static final int PER_ACCOUNT = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int REFUSALS_SHOWN = 10;

  private final DemoOptions options;
  private final Installation installation;
  private final Progress progress;
  private final ApiClient api;
  private final DemoInventory inventory;
  private final DemoAccounts accounts;
  private final List<Order> orders = new ArrayList<>();
  private int refused;

  private Demo(DemoOptions options, Installation installation, Progress progress) {
    this.options = options;
    this.installation = installation;
    this.progress = progress;
    this.api = new ApiClient(installation.url());
    this.inventory = new DemoInventory(api, progress);
    this.accounts = new DemoAccounts(api, installation, progress);
  }

  /** {@code ./lotview demo}; ends with 0 only if every posting is live and right. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      Demo demo = new Demo(DemoOptions.of(args), Installation.running(), new Progress(out));
      System.exit(demo.run(out) ? 0 : 1);
    } catch (DemoException e) {
      out.println("The demo stops: " + e.getMessage());
      System.exit(1);
    }
  }

  private boolean run(PrintStream out) {
    api.signIn(installation.email(), installation.password());
    progress.step("signed in as " + installation.email());
    inventory.load(options.feed());
    try (LiveSteps live = LiveSteps.open(api, installation.url(), progress)) {
      order(live);
      orders.forEach(this::await);
    }
    if (refused > REFUSALS_SHOWN) {
      progress.step((refused - REFUSALS_SHOWN) + " more vehicles were refused");
    }
    return judge(out);
  }

  private void order(LiveSteps live) {
    for (JsonNode candidate : inventory.candidates(options.feed() == null)) {
      if (orders.size() == options.vehicles()) {
        return;
      }
      if (candidate.path("price").isNull() || candidate.path("mileage").isNull()) {
        refuse(candidate, post(candidate, accounts.current(options.session())));
      } else {
        JsonNode vehicle = inventory.withPhotos(candidate);
        DemoAccounts.Connected account = accounts.forOrder(options.session(), PER_ACCOUNT);
        Answer answer = post(vehicle, account);
        if (answer.ok()) {
          accepted(vehicle, account, answer.content(), live);
        } else {
          refuse(candidate, answer);
        }
      }
    }
  }

  private Answer post(JsonNode vehicle, DemoAccounts.Connected account) {
    return api.post(
        "/v1/postings",
        Map.of("vehicleId", vehicle.get("id").asString(), "fbAccountId", account.id()),
        Map.of("Idempotency-Key", UUID.randomUUID().toString()));
  }

  private void accepted(
      JsonNode vehicle, DemoAccounts.Connected account, JsonNode posting, LiveSteps live) {
    account.use();
    String id = posting.get("id").asString();
    live.follow(id, DemoInventory.name(vehicle));
    progress.step(DemoInventory.name(vehicle) + "  accepted as posting " + id);
    orders.add(new Order(vehicle, account, id));
  }

  private void refuse(JsonNode vehicle, Answer answer) {
    if (answer.ok()) {
      throw new DemoException("A vehicle that lacks price or mileage was accepted");
    }
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

  private void await(Order order) {
    Instant until = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(until)) {
      JsonNode posting = api.get("/v1/postings/" + order.postingId).orFail("Reading the posting");
      if (posting
          .path("status")
          .asString()
          .matches("POSTED|FAILED|NEEDS_LOGIN|NEEDS_REVIEW|CANCELLED")) {
        order.posting = posting;
        return;
      }
      pause();
    }
    throw new DemoException("Posting " + order.postingId + " did not end within " + PATIENCE);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(150);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoException("Interrupted");
    }
  }

  private boolean judge(PrintStream out) {
    if (orders.isEmpty()) {
      out.println(
          "Nothing was posted: none of the " + refused + " vehicles has what a listing needs");
      return false;
    }
    LedgerCheck ledger = new LedgerCheck(api, installation.sandbox());
    Map<Order, String> outcome = new LinkedHashMap<>();
    boolean good = orders.size() == options.vehicles();
    for (Order order : orders) {
      JsonNode posting = posting(order);
      String name = DemoInventory.name(order.vehicle);
      if (!posting.path("status").asString().equals("POSTED")) {
        outcome.put(order, posting.path("status").asString() + " " + posting.path("lastError"));
        good = false;
      } else if (!installation.sandbox().isEmpty()) {
        List<String> differences =
            ledger.differences(order.vehicle, posting, order.account.account());
        good &= differences.isEmpty();
        progress.step(
            name
                + (differences.isEmpty()
                    ? "  ledger: one listing, right in every field"
                    : "  ledger differs: " + differences));
      }
      progress.step(name + "  pictures: " + pictures(order, posting));
    }
    if (orders.size() < options.vehicles()) {
      out.println(
          orders.size() + " of " + options.vehicles() + " could be ordered: no more vehicles");
    }
    for (Order order : orders) {
      out.println(
          outcome.getOrDefault(order, "POSTED " + posting(order).path("fbListingUrl").asString()));
    }
    return good;
  }

  private static JsonNode posting(Order order) {
    return java.util.Objects.requireNonNull(order.posting);
  }

  private Path pictures(Order order, JsonNode posting) {
    Path folder = installation.home().resolve("pictures").resolve(order.postingId);
    try {
      Files.createDirectories(folder);
      int n = 0;
      for (JsonNode evidence : posting.path("evidence")) {
        n++;
        Answer picture = api.get(evidence.path("url").asString());
        if (picture.ok()) {
          Files.write(
              folder.resolve(n + "-" + evidence.path("kind").asString() + ".png"), picture.body());
        }
      }
      return folder;
    } catch (IOException e) {
      throw new DemoException("The pictures cannot be saved in " + folder + ": " + e.getMessage());
    }
  }

  private static final class Order {
    private final JsonNode vehicle;
    private final DemoAccounts.Connected account;
    private final String postingId;
    private @Nullable JsonNode posting;

    private Order(JsonNode vehicle, DemoAccounts.Connected account, String postingId) {
      this.vehicle = vehicle;
      this.account = account;
      this.postingId = postingId;
    }
  }
}
