package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * On the dealership's own site: the button in its pages, and vehicles that are not in the inventory
 * yet. The extension has every right for which it asks: a driver cannot press "Allow".
 */
@Timeout(600)
@Tag("browser")
@ExtendWith(WithExtension.class)
class OwnSiteIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String FIRST = Vin.of(90_001);
  private static final String SECOND = Vin.of(90_002);
  private static final String LIST =
      """
      <!doctype html><html lang="en"><head><title>Used cars</title></head><body>
        <div data-vin="%s"><a href="/used/first.htm">2021 Toyota Camry</a></div>
        <div data-vin="%s"><a href="/used/second.htm">2019 Jeep Wrangler</a></div>
      </body></html>
      """;

  private final Dealership dealership = WithExtension.dealership();

  @TempDir Path folder;
  private Path extension;
  private ExtensionBrowser person;
  private DealerSite site;

  @BeforeEach
  void open() throws IOException {
    site = new DealerSite();
    extension = ExtensionBuild.copy(WithExtension.extension(), folder);
    PanelBrowser.grantAll(extension);
    person = ExtensionBrowser.with(extension);
  }

  @AfterEach
  void close() {
    person.close();
    site.close();
  }

  private void signIn(Dealership.Person who) {
    person.go(dealership.installation().url() + "/app/");
    person.signIn(who.email(), who.password());
  }

  @Test
  void theButtonIsOnTheOwnSitesPagesOnlyWhenItIsWanted() {
    String list = site.page("/used/", LIST.formatted(FIRST, SECOND));
    String own = list.replaceFirst("/used/$", "");
    dealership.api().patch("/v1/dealership", Map.of("website", own)).orFail("Naming the site");
    signIn(dealership.generalManager());
    person.go(list);
    assertThat(person.siteButtons()).isEmpty();
    Panel panel = person.press();
    panel.awaitText("Which vehicle?");
    panel.tick("Show the button on " + URI.create(own).getHost());
    Awaitility.await("the button is registered").atMost(TIMEOUT).until(() -> scripts(panel) == 1);
    panel.close();

    person.go(list);
    Awaitility.await("a button on each card")
        .atMost(TIMEOUT)
        .until(() -> person.siteButtons().size() == 2);
    person.ask("document.querySelectorAll('[data-lotview-button]')[0].click();");
    Panel second = person.pressSiteButton(1);
    second.awaitText(SECOND);
    assertThat(second.text()).doesNotContain(FIRST);

    second.untick("Show the button on");
    Awaitility.await("the button is taken away").atMost(TIMEOUT).until(() -> scripts(second) == 0);
    person.go(list);
    assertThat(person.siteButtons()).isEmpty();
  }

  private static int scripts(Panel panel) {
    return panel
        .ask("return (await chrome.scripting.getRegisteredContentScripts()).length")
        .asInt();
  }

  @Test
  void aManagerAddsTheVehicleOfAPage_aSalespersonSuggestsIt() {
    String page = site.vehicle("2021 Toyota Camry", FIRST);
    signIn(dealership.salesperson());
    person.go(page);
    Panel panel = person.press();
    panel.awaitText("Not in your inventory");
    panel.tick("VIN");
    panel.click("Suggest it to a manager");
    panel.awaitText("Suggested. A manager decides.");
    JsonNode suggestion =
        dealership
            .api()
            .get("/v1/vehicles/suggestions")
            .orFail("Reading suggestions")
            .path("data")
            .path(0);
    assertThat(suggestion.toString()).contains(FIRST).contains(page);
    assertThat(vehicles()).as("a suggestion is no vehicle").isZero();

    person.close();
    person = ExtensionBrowser.with(extension);
    signIn(dealership.generalManager());
    person.go(page);
    Panel managers = person.press();
    managers.awaitText("Needed: Stock number");
    managers.type("stockNumber", "OWN-1");
    managers.type("year", "2021");
    managers.type("make", "Toyota");
    managers.type("model", "Camry");
    managers.tick("VIN");
    managers.click("Add to the inventory");
    managers.awaitText("Stock OWN-1");
    assertThat(vehicles()).isOne();
    assertThat(managers.text()).as("a payment is no price").contains("No price");
  }

  private int vehicles() {
    return dealership.api().get("/v1/vehicles?vin=" + FIRST).orFail("Looking").path("data").size();
  }
}
