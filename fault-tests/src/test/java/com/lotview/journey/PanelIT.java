package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.client.SampleStock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every state of the extension's panel, in light and dark: free of what axe finds, and all of it
 * reached by the keyboard. The states come as the panel keeps them, the answers from a real system.
 */
@Timeout(600)
@Tag("browser")
@Tag("proof")
@ExtendWith(WithExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PanelIT {
  private static final String DEALER = "https://www.smith-auto.example/used/1";
  private static final String UNKNOWN = "1C4HJXDG6KW512345";

  @TempDir static Path folder;
  private static Dealership dealership;
  private static Dealership.Account account;
  private static PanelBrowser person;
  private static final List<String> FLAWS = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    dealership = WithExtension.dealership();
    account = dealership.account("Dana Smith");
    person = PanelBrowser.open(ExtensionBuild.copy(WithExtension.extension(), folder));
  }

  @AfterAll
  static void stop() {
    if (person != null) {
      person.close();
    }
  }

  @Test
  @Order(1)
  void theAddressIsTypedOnce_andTheDashboardSignsIn() throws Exception {
    Path bare = ExtensionBuild.copy(ExtensionBuild.withoutServer(folder), folder.resolve("bare"));
    try (PanelBrowser newcomer = PanelBrowser.open(bare)) {
      newcomer.showPanel();
      newcomer.awaitText("Where is your LotView?");
      newcomer.type("server", "http://lotview.example");
      newcomer.press("Use it");
      newcomer.awaitText("This is not an address that begins with https.");
      newcomer.flaws().forEach(FLAWS::add);
      newcomer.showPanel();
      newcomer.type("server", dealership.installation().url() + "/app/");
      newcomer.press("Use it");
      newcomer.awaitText("Sign in to LotView");
      newcomer.showPanel();
      newcomer.awaitText("Sign in to LotView");
      newcomer.flaws().forEach(FLAWS::add);
    }
    person.showPanel();
    person.awaitText("Sign in to LotView");
    assertThat(FLAWS).isEmpty();
  }

  @Test
  @Order(2)
  void theVehicleOfAPage() {
    person.signIn(
        dealership.installation().url(),
        dealership.installation().email(),
        dealership.installation().password());
    Dealership.Car car = dealership.car("P");

    show(Map.of("kind", "unread"), "");
    look("This page cannot be read");
    show(Map.of("kind", "none"), "https://www.facebook.com/marketplace/");
    look("You need no Facebook page open");
    show(Map.of("kind", "none"), DEALER);
    person.type("search", "no such vehicle");
    look("Nothing found.");
    show(Map.of("kind", "none"), DEALER);
    person.type("search", car.stockNumber());
    look(car.stockNumber());
    identify(car, Vin.of(95_001));
    identify(dealership.car("Q"), Vin.of(95_002));
    show(several(), DEALER);
    person.tick("input[name='" + Vin.of(95_001) + "']");
    person.tick("input[name='" + Vin.of(95_002) + "']");
    look("Post 2", "Which vehicle?", "Not in your inventory", "wrong check digit");
    show(vehicle(UNKNOWN), DEALER);
    person.tick("input[name=all]");
    look("Needed: Stock number, Model.");
    assertThat(FLAWS).isEmpty();
  }

  @Test
  @Order(3)
  void theOrder_andWhatBecomesOfIt() {
    Dealership.Car car = dealership.car("O");
    dealership.account("Robin Park");
    of(car, Map.of());
    person.awaitText("Show the text");
    person.unfoldAll();
    person.tick("details input[type=checkbox]");
    look("LotView fills Facebook's form in this tab");

    Dealership.Car bare = withoutPrice();
    of(bare, Map.of());
    look("It cannot be posted yet. It lacks: Price.");
    assertThat(person.link("Complete it in LotView"))
        .isEqualTo(dealership.installation().url() + "/app/inventory/" + bare.id());

    of(car, order(car, "WAITING", "NO_ANSWER", "LotView does not answer"));
    look("No connection. The order is kept and is sent once");
    of(car, order(car, "WAITING", "RATE_LIMITED", "Too many requests"));
    look("A limit is reached. The order is sent at");
    of(car, order(car, "REFUSED", "VEHICLE_NOT_POSTABLE", "It cannot be posted"));
    look("Code VEHICLE_NOT_POSTABLE");

    String posting = dealership.order(car, account, Map.of());
    dealership.await(posting, "POSTED");
    of(car, Map.of());
    look("It was posted already.", "Posted", "7/7", "Open the listing");
    assertThat(FLAWS).isEmpty();
  }

  @Test
  @Order(4)
  void aFormThatAPersonFills_andAnAccountToConnect() {
    Dealership.Car car = dealership.car("H");
    of(car, Map.of("hand-77", hand(car), "form-77", filled()));
    look(
        "Some fields still need you", "Fuel: the form has no such field", "Address of the listing");
    Map<String, Object> reported = new HashMap<>(hand(car));
    reported.put("listingUrl", "https://www.facebook.com/marketplace/item/815");
    reported.put("reported", true);
    of(car, Map.of("hand-77", reported));
    look("Posted by hand");

    show(Map.of("kind", "none"), DEALER);
    person.press("Connect my Facebook account");
    look("They are sealed here");
    assertThat(FLAWS).isEmpty();
  }

  private static Dealership.Car withoutPrice() {
    Map<String, Object> vehicle = new HashMap<>(SampleStock.vehicle("BARE", 1));
    vehicle.remove("price");
    String id = SampleStock.enter(dealership.api(), vehicle, SampleStock.photos("Bare"));
    return new Dealership.Car(id, "BARE1");
  }

  /** Waits until the panel shows these, and looks for flaws. */
  private static void look(String... texts) {
    for (String text : texts) {
      person.awaitText(text);
    }
    person.flaws().forEach(flaw -> FLAWS.add(texts[0] + ": " + flaw));
  }

  private static void show(Map<String, ?> page, String address) {
    person.show(Map.of("page", page, "address", address), Map.of());
  }

  /** The vehicle, as the person searched for it. */
  private static void of(Dealership.Car car, Map<String, ?> kept) {
    person.show(
        Map.of("page", Map.of("kind", "none"), "address", DEALER, "vehicleId", car.id()), kept);
  }

  private static void identify(Dealership.Car car, String vin) {
    dealership.api().patch("/v1/vehicles/" + car.id(), Map.of("vin", vin)).orFail("Identifying");
  }

  private static Map<String, Object> vehicle(String vin) {
    return Map.of("kind", "vehicle", "vehicle", seen(vin));
  }

  private static Map<String, Object> several() {
    return Map.of(
        "kind",
        "several",
        "vehicles",
        List.of(
            seen(Vin.of(95_001)), seen(Vin.of(95_002)), seen(UNKNOWN), seen("1C4HJXDG7KW512345")));
  }

  private static Map<String, Object> seen(String vin) {
    return Map.of(
        "vin",
        vin,
        "source",
        "json-ld",
        "photos",
        List.of("https://www.smith-auto.example/1.jpg"),
        "facts",
        List.of(
            Map.of("name", "year", "value", 2019, "source", "json-ld"),
            Map.of("name", "make", "value", "Jeep", "source", "json-ld"),
            Map.of("name", "price", "value", 2_499_900, "source", "microdata")));
  }

  private static Map<String, Object> order(
      Dealership.Car car, String state, String code, String detail) {
    Map<String, Object> order = new HashMap<>();
    order.put("key", "0d9c9d4e-0000-4000-8000-000000000001");
    order.put("user", dealership.api().get("/v1/auth/me").orFail("Asking").path("id").asString());
    order.put("wish", Map.of("vehicleId", car.id(), "fbAccountId", account.id()));
    order.put("state", state);
    order.put("until", 4_102_444_800_000L);
    order.put(
        "problem",
        Map.of(
            "code", code,
            "detail", detail,
            "body", Map.of("errors", List.of(Map.of("field", "price", "reason", "is missing")))));
    return Map.of("orders", List.of(order));
  }

  private static Map<String, Object> hand(Dealership.Car car) {
    return Map.of(
        "postingId", "0190a1b2-0000-7000-8000-000000000001", "vehicleId", car.id(), "tabId", 77);
  }

  private static Map<String, Object> filled() {
    Map<String, Object> fuel = field("fuelType", "NO_FIELD");
    Map<String, Object> year = field("year", "");
    year.put("replaced", "2014");
    Map<String, Object> body = field("bodyStyle", "");
    body.put("healed", "choice named Shape");
    Map<String, Object> filled = clear("stopped");
    filled.put("complete", false);
    filled.put("language", "en");
    filled.put("photos", Map.of("wanted", 3, "stored", 2));
    filled.put("fields", List.of(fuel, year, body));
    return filled;
  }

  private static Map<String, Object> field(String name, String why) {
    Map<String, Object> field = new HashMap<>();
    field.put("field", name);
    field.put("filled", why.isEmpty());
    field.put("wanted", "1");
    field.put("found", "");
    field.put("replaced", null);
    field.put("healed", null);
    field.put("why", why.isEmpty() ? null : why);
    return field;
  }

  private static Map<String, Object> clear(String name) {
    Map<String, Object> clear = new HashMap<>();
    clear.put(name, null);
    return clear;
  }
}
