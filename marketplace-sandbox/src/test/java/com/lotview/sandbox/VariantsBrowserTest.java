package com.lotview.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.sandbox.ledger.Listing;
import com.lotview.sandbox.variant.Variant;
import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import tools.jackson.databind.JsonNode;

/** The variants, and the sign-in pages, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
class VariantsBrowserTest {
  @TempDir Path folder;
  private Sandbox sandbox;
  private Client client;
  private Hand hand;

  @BeforeAll
  void start(@TempDir Path profile) {
    assumeTrue(Hand.browserPresent(), "no Chromium at " + Hand.CHROME);
    sandbox = Sandbox.builder().seed(11).pace(0).start();
    client = new Client(sandbox.url());
    hand = new Hand(sandbox.url(), profile);
  }

  @AfterEach
  void forget() throws Exception {
    hand.picture("variant");
    hand.forget();
  }

  @AfterAll
  void close() {
    if (hand != null) {
      hand.close();
      sandbox.close();
    }
  }

  private JsonNode account(String more) throws Exception {
    String body = "{\"name\":\"Ann\",\"city\":\"Omaha, Nebraska\"" + more + "}";
    return Client.json(client.control("POST", "/__accounts", body));
  }

  private Path photo() throws Exception {
    return Files.write(folder.resolve("red.png"), Pictures.png(Color.RED)).toAbsolutePath();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ie", "es", "id", "us-2022", "us-2024"})
  void aCarIsListedInEveryVariant(String name) throws Exception {
    JsonNode account = account(",\"variant\":\"" + name + "\"");
    hand.signIn(account.get("cookies"));
    Listing stored = listed(Client.session(account));
    assertThat(stored.bodyStyle()).isEqualTo(Variant.named(name).options("bodyStyle").get(2));
    assertThat(stored.canonical())
        .containsEntry("vehicleType", "Car/Truck")
        .containsEntry("bodyStyle", "Sedan")
        .containsEntry("fuelType", "Gasoline")
        .containsEntry("transmission", "Automatic transmission");
  }

  /**
   * With knowledge of the mutation, every form can be posted, unless the site itself marks it as
   * impossible.
   */
  @Tag("long")
  @ParameterizedTest
  @CsvSource({"us, 5", "us, 9", "id, 14"})
  void aKnowingPersonListsACarOnAMutatedForm(String name, int seed) throws Exception {
    JsonNode account = account(",\"variant\":\"" + name + "\"");
    hand.signIn(account.get("cookies"));
    JsonNode told =
        Client.json(
            client.control(
                "POST",
                "/__mutations",
                "{\"seed\":" + seed + ",\"account\":\"" + account.get("id").asString() + "\"}"));
    assumeTrue(told.get("postable").asBoolean());
    listed(Client.session(account));
  }

  private Listing listed(Client.Session account) throws Exception {
    JsonNode settings =
        VariantsTest.settings(client.page(account, "/marketplace/create/vehicle").body());
    hand.open("/marketplace/create/vehicle");
    Filling filling = new Filling(hand, settings.get("variant"));
    filling.fill(photo());
    if (settings.at("/choices/form.steps").asString().equals("two")) {
      hand.pressInMain(settings.at("/variant/labels/next").asString());
      hand.untilAddress("step=audience");
    }
    hand.pressInMain(settings.at("/variant/labels/publish").asString());
    hand.until("the listing", () -> !sandbox.ledger().listings(account.id()).isEmpty());
    Listing stored = sandbox.ledger().listings(account.id()).getFirst();
    assertThat(stored.title()).isEqualTo("2019 Honda Civic EX");
    assertThat(stored.price()).isEqualTo(18900);
    assertThat(stored.mileage()).isEqualTo(45210);
    assertThat(stored.photos()).hasSize(1);
    hand.until("the landing", () -> !hand.address().contains("create/vehicle"));
    return stored;
  }

  /** Renders many mutated forms and checks that the required controls exist. */
  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"us"})
  void mutatedFormsAreDrawnWhole(String name) throws Exception {
    JsonNode account = account(",\"variant\":\"" + name + "\"");
    Client.Session session = Client.session(account);
    hand.signIn(account.get("cookies"));
    hand.complaints();
    for (int seed = 1; seed <= 5; seed++) {
      client.control(
          "POST", "/__mutations", "{\"seed\":" + seed + ",\"account\":\"" + session.id() + "\"}");
      JsonNode form =
          VariantsTest.settings(client.page(session, "/marketplace/create/vehicle").body())
              .get("variant");
      JsonNode labels = form.get("labels");
      hand.open("/marketplace/create/vehicle");
      hand.choose(labels.get("vehicleType").asString(), form.at("/types/0/name").asString());
      // Some forms show the model only once they know the make.
      if (!labels.get("price").asString().isEmpty()) {
        hand.field(labels.get("price").asString());
      }
      form.get("extras")
          .forEach(extra ->
              hand.until(By.xpath("//span[text()='" + extra.get("label").asString() + "']")));
      hand.picture("mutated-" + name + "-" + seed);
      assertThat(hand.complaints()).as("seed " + seed).isEmpty();
    }
    client.control("DELETE", "/__mutations", "");
  }

  @Test
  void aPersonSignsInWithPasswordAndCode() throws Exception {
    client.control("POST", "/__choices", "{\"choice\":\"login.button\",\"value\":\"div\"}");
    JsonNode account = account(",\"twoFactor\":true");
    hand.open("/login/");
    signIn(account.get("email").asString(), "wrong");
    hand.until(By.xpath("//div[@role='alert'][contains(., 'incorrect')]"));
    signIn(account.get("email").asString(), account.get("password").asString());
    hand.untilAddress("/two_step_verification/two_factor");
    code("12345");
    hand.until(By.xpath("//div[@role='alert'][contains(., 'code')]"));
    assertThat(hand.holdsCookie("xs")).isFalse();
    code(account.get("twoFactorCode").asString());
    hand.untilAddress("/two_factor/remember_browser");
    assertThat(hand.holdsCookie("c_user")).isTrue();
    hand.until(By.name("remember")).click();
    hand.until(By.cssSelector("[role=dialog][aria-label='Save your login info']"));
    hand.press("Not now");
    hand.until(By.cssSelector("[aria-label='Your profile']")).click();
    client.control("DELETE", "/__choices", "");
  }

  @Test
  void anUnfinishedListingComesBackOverTheFieldsAndAClickOnPublishIsLost() throws Exception {
    JsonNode account = account("");
    String id = account.get("id").asString();
    hand.signIn(account.get("cookies"));
    // Long enough for what is typed before it, on a loaded machine too.
    fault("draft.restoredWithPhoto", id, ",\"seconds\":8");
    fault("publish.lost", id, "");
    hand.open("/marketplace/create/vehicle");
    hand.choose("Vehicle type", "Car/Truck");
    hand.type("Model", "Civic EX");
    hand.until("the draft", () -> hand.value("Price").equals("$5,500"));
    assertThat(hand.value("Model")).isEqualTo("Focus SE");
    assertThat(hand.combo("Make").getText()).isEqualTo("Make\nFord");
    hand.press("Next");
    hand.untilAddress("step=audience");
    hand.press("Publish");
    assertThat(sandbox.clicks().of(id)).isEmpty();
    hand.press("Publish");
    hand.untilAddress("/marketplace/you/selling");
    assertThat(sandbox.ledger().listings(id).getFirst().title()).isEqualTo("2014 Ford Focus SE");
    assertThat(sandbox.ledger().listings(id).getFirst().photos()).hasSize(1);
  }

  @Test
  void yourListingsShowsDraftsNoticesAndOldCardsAndScrollsOn() throws Exception {
    JsonNode account = account(",\"variant\":\"uk\"");
    String id = account.get("id").asString();
    hand.signIn(account.get("cookies"));
    String order =
        "{\"account\":\"%s\",\"year\":2012,\"make\":\"Ford\",\"model\":\"F-150\",\"times\":%d%s}";
    client.control("POST", "/__listings", order.formatted(id, 43, ",\"daysAgo\":8"));
    client.control("POST", "/__listings", order.formatted(id, 1, ",\"notice\":\"duplicate\""));
    hand.open("/marketplace/you/selling");
    hand.until(By.xpath("//span[text()='It looks like you created a duplicate listing.']"));
    hand.until(By.xpath("//span[text()='Tip: Renew your listing?']"));
    By cards = By.cssSelector("[role=main] [role=button][aria-label='2012\u00a0Ford\u00a0F-150']");
    hand.until(
        "all cards",
        () -> {
          hand.toTheEnd();
          return hand.count(cards) == 44;
        });
  }

  private void fault(String kind, String account, String more) throws Exception {
    String body = "{\"kind\":\"" + kind + "\",\"account\":\"" + account + "\"" + more + "}";
    assertThat(client.control("POST", "/__faults", body).statusCode()).isEqualTo(200);
  }

  private void signIn(String email, String password) {
    hand.until(By.name("email")).clear();
    hand.until(By.name("email")).sendKeys(email);
    hand.until(By.name("pass")).sendKeys(password);
    hand.until(By.cssSelector("div[role=button][aria-label='Log in']")).click();
  }

  private void code(String code) {
    hand.until(By.id("approvals_code")).sendKeys(code);
    hand.until(By.id("checkpointSubmitButton")).click();
  }

  @Test
  void aPersonPassesTheChecksThatHoldTheFormUp() throws Exception {
    JsonNode account = account("");
    String body =
        "{\"kind\":\"%s\",\"at\":\"form\",\"account\":\"" + account.get("id").asString() + "\"}";
    hand.signIn(account.get("cookies"));
    client.control("POST", "/__faults", body.formatted("twoFactor"));
    hand.open("/marketplace/create/vehicle");
    code(account.get("twoFactorCode").asString());
    hand.until(By.name("remember")).click();
    hand.combo("Vehicle type");

    client.control("POST", "/__faults", body.formatted("session.passwordReentry"));
    hand.open("/marketplace/create/vehicle");
    hand.until(By.name("pass")).sendKeys(account.get("password").asString());
    hand.until(By.name("login")).click();
    hand.combo("Vehicle type");
    assertThat(hand.address()).contains("/marketplace/create/vehicle");

    client.control(
        "POST", "/__faults", body.formatted("checkpoint").replace("}", ",\"stays\":true}"));
    hand.open("/marketplace/create/vehicle");
    hand.untilAddress("/checkpoint/");
    hand.open("/marketplace/you/selling");
    hand.untilAddress("/checkpoint/");
    hand.press("Continue");
    hand.until(By.cssSelector("[role=feed]"));
    hand.open("/marketplace/create/vehicle");
    hand.combo("Vehicle type");
  }
}
