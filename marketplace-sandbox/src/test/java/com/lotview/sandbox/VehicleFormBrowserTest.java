package com.lotview.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.ledger.Listing;
import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;

/** The form in a real browser, filled as a careful person fills it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
class VehicleFormBrowserTest {
  @TempDir Path folder;
  private Sandbox sandbox;
  private Client client;
  private Hand hand;

  @BeforeAll
  void openBrowser(@TempDir Path profile) {
    assumeTrue(Hand.browserPresent(), "no Chromium at " + Hand.CHROME);
    hand = new Hand("", profile);
  }

  @AfterAll
  void closeBrowser() {
    if (hand != null) {
      hand.close();
    }
  }

  @AfterEach
  void closeSite() throws Exception {
    hand.picture("last");
    sandbox.close();
  }

  private Client.Session start(long seed) throws Exception {
    sandbox = Sandbox.builder().seed(seed).start();
    client = new Client(sandbox.url());
    JsonNode account =
        Client.json(
            client.control(
                "POST", "/__accounts", "{\"name\":\"Ann\",\"city\":\"Omaha, Nebraska\"}"));
    hand.at(sandbox.url());
    hand.signIn(account.get("cookies"));
    return Client.session(account);
  }

  private List<Path> photos() throws Exception {
    Path red = Files.write(folder.resolve("red.png"), Pictures.png(Color.RED));
    Path blue = Files.write(folder.resolve("blue.png"), Pictures.png(Color.BLUE));
    return List.of(red, blue);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whatIsFilledInIsWhatTheLedgerHolds(long seed) throws Exception {
    Client.Session ann = start(seed);
    List<Path> photos = photos();
    hand.open("/marketplace/create/vehicle");
    hand.choose("Vehicle type", "Car/Truck");
    hand.addPhotos(photos);
    hand.place("Denver Colorado", "Denver, Colorado");
    hand.choose("Year", "2019");
    hand.choose("Make", "Honda");
    hand.type("Model", "Civic EX");
    hand.type("Mileage", "45210");
    hand.type("Price", "18900");
    hand.choose("Body style", "Sedan");
    hand.choose("Exterior color", "Blue");
    hand.choose("Interior color", "Black");
    hand.tick("title_status");
    hand.choose("Vehicle condition", "Very good");
    hand.choose("Fuel type", "Gasoline");
    hand.choose("Transmission", "Manual transmission");
    hand.type("Description", "One owner.\nCall us.");
    hand.picture("form-filled");
    assertThat(hand.value("Price")).isEqualTo("$18,900");

    hand.press("Next");
    hand.untilAddress("step=audience");
    hand.picture("audience");
    hand.press("Publish");
    hand.untilAddress("/marketplace/you/selling");
    hand.until(By.cssSelector("[aria-label='2019\u00a0Honda\u00a0Civic\u00a0EX']")).click();
    hand.until(
        By.cssSelector("[role=dialog][aria-label='Your Listing'] a[href*='/marketplace/item/']"));
    hand.picture("selling");

    Listing stored = sandbox.ledger().listings(ann.id()).getFirst();
    hand.open("/marketplace/item/" + stored.id() + "/");
    hand.until(By.cssSelector("[aria-label='Marketplace Listing Viewer']"));
    hand.picture("item");
    Map<String, Object> order =
        Map.ofEntries(
            Map.entry("account", ann.id()),
            Map.entry("vehicleType", "Car/Truck"),
            Map.entry("year", 2019),
            Map.entry("make", "Honda"),
            Map.entry("model", "Civic EX"),
            Map.entry("mileage", 45210),
            Map.entry("price", 18900),
            Map.entry("bodyStyle", "Sedan"),
            Map.entry("exteriorColor", "Blue"),
            Map.entry("interiorColor", "Black"),
            Map.entry("cleanTitle", true),
            Map.entry("condition", "Very good"),
            Map.entry("fuelType", "Gasoline"),
            Map.entry("transmission", "Manual transmission"),
            Map.entry("description", "One owner.\nCall us."),
            Map.entry("location", "Denver, Colorado"),
            Map.entry(
                "photos",
                List.of(
                    Pictures.sha256(Files.readAllBytes(photos.get(0))),
                    Pictures.sha256(Files.readAllBytes(photos.get(1))))));
    JsonNode verdict = client.judge(Json.MAPPER.writeValueAsString(order));
    assertThat(verdict.get("differences")).isEmpty();
    assertThat(verdict.get("ok").asBoolean()).isTrue();
    assertThat(stored.interaction().scripted()).isZero();
    assertThat(stored.formOpenedAt()).isNotNull();
  }

  @Test
  void aValueSetByScriptAloneIsUndoneByTheNextDrawing() throws Exception {
    start(1);
    hand.open("/marketplace/create/vehicle");
    hand.script(
        hand.field("Model"),
        "arguments[0].value = 'Civic'; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))");
    hand.type("Price", "5");
    assertThat(hand.value("Model")).isEmpty();
    assertThat(hand.value("Price")).isEqualTo("$5");
  }

  @Test
  void aSecondDropdownOnlyClosesTheFirst() throws Exception {
    start(1);
    hand.open("/marketplace/create/vehicle");
    hand.expand("Vehicle type");
    hand.combo("Year").click();
    assertThat(hand.combo("Year").getAttribute("aria-expanded")).isEqualTo("false");
    assertThat(hand.combo("Vehicle type").getAttribute("aria-expanded")).isEqualTo("false");
  }

  @Test
  void aPlaceThatWasTypedButNotPickedIsNotStored() throws Exception {
    Client.Session ann = start(1);
    hand.open("/marketplace/create/vehicle");
    hand.choose("Vehicle type", "Other");
    hand.addPhotos(photos());
    hand.location().sendKeys(Keys.chord(Keys.CONTROL, "a"), "Denver Colorado", Keys.TAB);
    hand.choose("Year", "2001");
    hand.type("Make", "Zim");
    hand.type("Model", "12");
    hand.type("Price", "900");
    hand.press("Next");
    hand.untilAddress("step=audience");
    hand.press("Publish");
    hand.untilAddress("/marketplace/you/selling");
    assertThat(sandbox.ledger().listings(ann.id()).getFirst().location())
        .isEqualTo("Omaha, Nebraska");
  }

  @Test
  void aFalseErrorLeavesTheVisitorOnStepTwoWithTheListingCreated() throws Exception {
    Client.Session ann = start(3);
    client.control(
        "POST",
        "/__faults",
        "{\"kind\":\"publish.acceptThenReset\",\"account\":\"" + ann.id() + "\"}");
    fillToStepTwo();
    hand.press("Publish");
    hand.until(By.cssSelector("[role=dialog][aria-label='Something went wrong']"));
    hand.picture("false-error");
    assertThat(sandbox.ledger().listings(ann.id())).hasSize(1);
  }

  private void fillToStepTwo() throws Exception {
    hand.open("/marketplace/create/vehicle");
    hand.choose("Vehicle type", "Other");
    hand.addPhotos(photos());
    hand.choose("Year", "2001");
    hand.type("Make", "Zim");
    hand.type("Model", "12");
    hand.type("Price", "900");
    hand.press("Next");
    hand.untilAddress("step=audience");
  }

  private void fault(String kind, String more) throws Exception {
    String body = "{\"kind\":\"" + kind + "\"" + more + "}";
    assertThat(client.control("POST", "/__faults", body).statusCode()).isEqualTo(200);
  }

  @Test
  void aDoubleClickOnPublishMakesTwoListings() throws Exception {
    Client.Session ann = start(4);
    fillToStepTwo();
    hand.pressTwice("Publish");
    hand.untilAddress("/marketplace/you/selling");
    hand.until("both listings", () -> sandbox.ledger().listings(ann.id()).size() == 2);
    assertThat(sandbox.clicks().of(ann.id())).hasSize(2);
    JsonNode verdict = client.judge("{\"title\":\"2001 Zim 12\"}");
    assertThat(verdict.get("count").asInt()).isEqualTo(2);
  }

  @Test
  void theDailyLimitDisablesPublishAndKeepsTheDraft() throws Exception {
    Client.Session ann = start(4);
    fault("publish.limitNotice", "");
    fillToStepTwo();
    hand.until(By.xpath("//span[contains(text(), 'reached your daily limit')]"));
    hand.until(By.cssSelector("[role=button][aria-label=Publish][aria-disabled=true]")).click();
    hand.picture("daily-limit");
    assertThat(sandbox.clicks().of(ann.id())).isEmpty();
    JsonNode account = Client.json(client.control("GET", "/__ledger/accounts/" + ann.id(), ""));
    assertThat(account.get("drafts")).hasSize(1);
  }

  @Test
  void whatThePressOnPublishMeetsIsShown() throws Exception {
    start(4);
    fillToStepTwo();
    fault("publish.limitReached", "");
    hand.press("Publish");
    hand.until(By.cssSelector("[role=dialog][aria-label='Limit reached']"));
    hand.press("Close");
    fault("account.blocked", ",\"at\":\"publish\"");
    hand.press("Publish");
    hand.until(By.xpath("//p[contains(text(), 'temporarily restricted')]"));
    hand.picture("blocked");
    hand.press("Close");
    fault("session.loggedOut", ",\"at\":\"publish\"");
    hand.press("Publish");
    hand.untilAddress("/login/");
    hand.until(By.name("pass"));
    assertThat(sandbox.ledger().listings()).isEmpty();
  }

  @Test
  void aCaptchaStandsInThePlaceOfTheForm() throws Exception {
    start(4);
    fault("captcha", "");
    hand.open("/marketplace/create/vehicle");
    hand.until(By.cssSelector("iframe[title=reCAPTCHA]"));
    hand.picture("captcha");
  }
}
