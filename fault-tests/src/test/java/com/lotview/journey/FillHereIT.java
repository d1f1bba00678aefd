package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.DistanceUnit;
import com.lotview.standalone.client.SampleStock;
import com.lotview.standalone.demo.LedgerCheck;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * "Fill it here" as the loaded extension does it: the panel fills the sandbox's own form in a
 * person's browser, the person presses Next and Publish, the ledger judges. The toolbar's press on
 * the form gives the right to read it; the browser's question for the site cannot be answered by a
 * driver.
 */
@Timeout(600)
@Tag("browser")
@ExtendWith(WithExtension.class)
class FillHereIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String FORM = "/marketplace/create/vehicle";
  private static final String STEP_TWO = "step=audience";
  private static final String FILLING = "Filling the form.";
  private static final String READY = "The form is filled. Check it, then press Next and Publish.";

  /** A draft comes back when the test says so. */
  private static final int NEVER = 999;

  private static final String HOLD_THE_DRAFT =
      """
      const wait = window.setTimeout;
      window.setTimeout = (work, millis, ...more) =>
        millis === %d000 ? (window.bringTheDraft = work, 0) : wait(work, millis, ...more);
      """;

  private static Dealership dealership;
  private static int number;

  private ExtensionBrowser person;
  private DealerSite site;

  @BeforeAll
  static void start() {
    dealership = WithExtension.dealership();
  }

  @BeforeEach
  void open() throws Exception {
    site = new DealerSite();
    person = ExtensionBrowser.with(WithExtension.extension());
    person.go(dealership.installation().url() + "/app/");
    person.signIn(dealership.installation().email(), dealership.installation().password());
  }

  @AfterEach
  void close() {
    isIn("US", "USD", DistanceUnit.MI);
    person.close();
    site.close();
  }

  /** An account whose owner is signed in in the person's browser, and a vehicle of its country. */
  private record Own(String account, String siteAccount, String vehicle, String vin) {}

  @Test
  void thePanelFills_thePersonPublishes_andLotViewKnowsTheListing() {
    Own own = own("us", "USD");
    person.go(site.vehicle("2021 Toyota Camry", own.vin()));
    Panel panel = opened(own);
    panel.unfold("Fill it here");
    panel.tick("I want to press Publish on Facebook myself");
    panel.click("Open Facebook's form");
    person.turnToNewTab(FORM);
    person.pressAgain();
    panel.click("Fill it here");
    panel.awaitText(READY);

    assertThat(panel.text()).contains("3 of 3 photos");
    assertThat(published(own)).as("nothing is pressed").isZero();
    assertThat(order(own)).as("the fleet may not post it meanwhile").isEqualTo(409);
    publish("Next", "Publish");

    panel.awaitText("Posted by hand");
    assertListed(own, vehicle(own).path("mileage").asLong());
    assertThat(posting(own).path("byHand").asBoolean()).isTrue();
    assertThat(order(own)).as("it is posted").isEqualTo(409);
  }

  @Test
  void aDraftThatComesBack_andAFormThatIsDrawnAnew_areToldAndFilledAgain() {
    Own own = own("us", "USD");
    strike(own, Map.of("kind", "draft.restored", "seconds", NEVER));
    person.beforePages(HOLD_THE_DRAFT.formatted(NEVER));
    Panel panel = onForm(own);
    panel.click("Fill it here");
    panel.awaitText(READY);

    person.ask("window.bringTheDraft();");
    panel.awaitText("Year: the form shows something else");
    assertThat(panel.text()).contains("Some fields still need you before you publish.");
    panel.click("Fill it here");
    panel.awaitText("Year: replaced “2014”");
    panel.awaitText(READY);
    panel.awaitGone(FILLING);

    person.pressInPage("Next");
    person.awaitAddress(STEP_TWO, true);
    person.back();
    person.awaitAddress(STEP_TWO, false);
    panel.click("Fill it here");
    panel.awaitText(FILLING);
    panel.awaitGone(FILLING);
    panel.awaitText(READY);
    publish("Next", "Publish");

    panel.awaitText("Posted by hand");
    assertListed(own, vehicle(own).path("mileage").asLong());
  }

  @Tag("proof")
  @ParameterizedTest
  @CsvSource({"es, DO, DOP, Siguiente, Publicar", "id, ID, IDR, Berikutnya, Terbitkan"})
  void aFormInAnotherLanguage(
      String variant, String country, String currency, String next, String publish) {
    isIn(country, currency, DistanceUnit.KM);
    Own own = own(variant, currency);
    // What is known of a dealership may be a minute old; of an account it is not.
    dealership
        .api()
        .patch("/v1/fb-accounts/" + own.account(), Map.of("country", country))
        .orFail("Placing an account");
    Awaitility.await("it lacks nothing")
        .atMost(TIMEOUT)
        .until(() -> vehicle(own).path("missing").isEmpty());
    Panel panel = onForm(own);
    panel.click("Fill it here");
    panel.awaitText(READY);
    publish(next, publish);

    panel.awaitText("Posted by hand");
    assertListed(own, DistanceUnit.MI.to(DistanceUnit.KM, vehicle(own).path("mileage").asLong()));
  }

  @Test
  void aFormThatCountsOtherwise_getsNoNumbers_andTheVehicleIsFreeAgain() {
    Own own = own("ca", "USD");
    Panel panel = onForm(own);
    panel.click("Fill it here");
    panel.awaitText("Price: this form counts in another currency or unit");
    assertThat(panel.text())
        .contains(
            "Mileage: this form counts in another currency or unit",
            "Some fields still need you before you publish.");
    assertThat(
            person.ask(
                "return JSON.stringify([...document.querySelectorAll('input')].map((one) =>"
                    + " one.value));"))
        .asString()
        .contains("Camry")
        .doesNotContain(
            String.valueOf(vehicle(own).path("price").asLong() / 100),
            String.valueOf(vehicle(own).path("mileage").asLong()));

    panel.click("I did not publish it");
    panel.awaitText("Show the text");
    assertThat(posting(own).path("status").asString()).isEqualTo("CANCELLED");
  }

  /** The dealership moves: its vehicles are in the money of its country. */
  private static void isIn(String country, String currency, DistanceUnit unit) {
    dealership
        .api()
        .patch(
            "/v1/dealership",
            Map.of("country", country, "currency", currency, "distanceUnit", unit.name()))
        .orFail("Moving to " + country);
  }

  private static Own own(String variant, String currency) {
    number++;
    JsonNode account =
        SampleStock.siteAccount(
            dealership.api(),
            dealership.installation().sandbox(),
            "Dana " + number,
            Map.of("variant", variant));
    String connected = SampleStock.connect(dealership.api(), "Dana " + number, account);
    String vin = Vin.of(number);
    Map<String, Object> vehicle = new HashMap<>(SampleStock.vehicle("F", number));
    vehicle.putAll(Map.of("vin", vin, "model", "Camry", "priceCurrency", currency));
    String entered =
        SampleStock.enter(dealership.api(), vehicle, SampleStock.photos("Camry " + number));
    Own own = new Own(connected, account.path("id").asString(), entered, vin);
    COOKIES.put(own, account.path("cookies"));
    return own;
  }

  private static final Map<Own, JsonNode> COOKIES = new HashMap<>();

  /** The panel of the page in view, on which the button was pressed, with the account chosen. */
  private Panel opened(Own own) {
    String sandbox = dealership.installation().sandbox();
    person.hasCookies(sandbox, COOKIES.get(own));
    Panel panel = person.press();
    panel.ask(
        "await chrome.storage.local.set({ marketplace: '%s', account: '%s' })"
            .formatted(sandbox, own.account()));
    panel.reload();
    return panel;
  }

  /** The panel with the vehicle, and the form in view, on which the button was pressed. */
  private Panel onForm(Own own) {
    person.go(site.vehicle("2021 Toyota Camry", own.vin()));
    Panel panel = opened(own);
    panel.unfold("Fill it here");
    panel.tick("I want to press Publish on Facebook myself");
    person.go(dealership.installation().sandbox() + FORM);
    person.pressAgain();
    return panel;
  }

  private void publish(String next, String publish) {
    person.pressInPage(next);
    person.awaitAddress(STEP_TWO, true);
    // Once: a second press of a person would be a second listing.
    person.pressInPage(publish);
    person.awaitAddress(FORM, false);
  }

  private static int order(Own own) {
    return dealership
        .api()
        .post("/v1/postings", Map.of("vehicleId", own.vehicle(), "fbAccountId", own.account()))
        .status();
  }

  private static void strike(Own own, Map<String, Object> fault) {
    Map<String, Object> whole = new HashMap<>(fault);
    whole.put("account", own.siteAccount());
    dealership
        .api()
        .post(dealership.installation().sandbox() + "/__faults", whole)
        .orFail("Striking");
  }

  private static int published(Own own) {
    String ledger = dealership.installation().sandbox() + "/__ledger";
    JsonNode clicks =
        dealership
            .api()
            .get(ledger + "/clicks?account=" + own.siteAccount())
            .orFail("Reading the clicks");
    return clicks.size();
  }

  private static JsonNode vehicle(Own own) {
    return dealership.api().get("/v1/vehicles/" + own.vehicle()).orFail("Looking");
  }

  private static JsonNode posting(Own own) {
    return dealership.posting(vehicleRow(own));
  }

  private static String vehicleRow(Own own) {
    return dealership.postings("vehicleId=" + own.vehicle()).getFirst().path("id").asString();
  }

  /** By the ledger: one listing of the account, right in every field, with the photos in order. */
  private static void assertListed(Own own, long mileage) {
    JsonNode posting = dealership.await(vehicleRow(own), "POSTED");
    ObjectNode vehicle = (ObjectNode) vehicle(own);
    vehicle.put("mileage", mileage);
    String sandbox = dealership.installation().sandbox();
    assertThat(
            new LedgerCheck(dealership.api(), sandbox)
                .differences(vehicle, posting, own.siteAccount()))
        .isEmpty();
    assertThat(
            dealership
                .api()
                .get(sandbox + "/__ledger?account=" + own.siteAccount())
                .orFail("Reading the ledger")
                .path("count")
                .asInt())
        .isOne();
  }
}
