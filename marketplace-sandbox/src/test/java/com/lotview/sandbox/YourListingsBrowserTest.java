package com.lotview.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.sandbox.ledger.Change;
import com.lotview.sandbox.ledger.Click;
import com.lotview.sandbox.ledger.Listing;
import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import tools.jackson.databind.JsonNode;

/** "Your listings" and the edit form in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
class YourListingsBrowserTest {
  private static final String TITLE = "2019\u00a0Honda\u00a0Civic\u00a0EX";
  private static final String CARD = "[role=main] [role=button][aria-label='" + TITLE + "']";

  private Sandbox sandbox;
  private Client client;
  private Client.Session ann;
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

  @BeforeEach
  void start() throws Exception {
    sandbox = Sandbox.builder().seed(5).start();
    client = new Client(sandbox.url());
    JsonNode account =
        Client.json(
            client.control(
                "POST", "/__accounts", "{\"name\":\"Ann\",\"city\":\"Omaha, Nebraska\"}"));
    ann = Client.session(account);
    client.publish(ann, "m1", List.of(client.upload(ann, Pictures.png(Color.RED))));
    hand.at(sandbox.url());
    hand.signIn(account.get("cookies"));
  }

  @AfterEach
  void close() throws Exception {
    hand.picture("last");
    sandbox.close();
  }

  private void settle(String choice, String value) throws Exception {
    String body = "{\"choice\":\"" + choice + "\",\"value\":\"" + value + "\"}";
    assertThat(client.control("POST", "/__choices", body).statusCode()).isEqualTo(200);
  }

  private void openListings() {
    hand.open("/marketplace/you/selling");
    hand.until(By.cssSelector(CARD));
  }

  private void menu(String item) {
    hand.press("More options for " + TITLE);
    hand.until(By.xpath("//div[@role='menuitem'][.//text()='" + item + "']")).click();
  }

  private static By inDialog(String title, String button) {
    return By.cssSelector(
        "[role=dialog][aria-label='"
            + title
            + "'] div[role=button][aria-label='"
            + button
            + "']:not([aria-disabled])");
  }

  private void answer(String title, String decline, String button) {
    hand.until(
            By.xpath(
                "//div[@role='dialog'][@aria-label='"
                    + title
                    + "']//div[@role='radio'][.//text()=\""
                    + decline
                    + "\"]"))
        .click();
    hand.until(inDialog(title, button)).click();
  }

  private Click lastClick() {
    return sandbox.clicks().of(ann.id()).getLast();
  }

  @ParameterizedTest
  @CsvSource({
    "dialog, Delete listing, next, I'd rather not answer",
    "menu, Delete Listing, nextDone, I'd rather not say",
    "both, Delete listing, none, I'd rather not say"
  })
  void aListingIsDeletedInTheDialogOrByTheMenu(
      String way, String title, String survey, String decline) throws Exception {
    settle("delete.way", way);
    settle("delete.title", title);
    settle("delete.survey", survey);
    settle("survey.decline", decline);
    openListings();
    if (way.equals("menu")) {
      menu("Delete listing");
    } else {
      hand.until(By.cssSelector(CARD)).click();
      hand.until(
              By.xpath(
                  "//div[@role='dialog'][@aria-label='Your Listing']//div[@aria-label='Delete']"
                      + "[@tabindex='0'][not(ancestor::*[@role='gridcell'])]"))
          .click();
    }
    hand.until(inDialog(title, "Cancel"));
    hand.picture("delete-" + way);
    hand.until(inDialog(title, "Delete")).click();
    if (!survey.equals("none")) {
      answer(title, decline, "Next");
    }
    if (survey.equals("nextDone")) {
      hand.until(inDialog(title, "Done")).click();
    }
    hand.until(By.xpath("//span[text()=\"We didn't find anything\"]"));

    assertThat(sandbox.ledger().listings()).isEmpty();
    Listing gone = sandbox.ledger().deleted().getFirst();
    assertThat(gone.deletedAt()).isAfter(gone.createdAt());
    assertThat(lastClick().kind()).isEqualTo(Click.Kind.DELETE);
    assertThat(lastClick().outcome()).isEqualTo(Click.Outcome.STORED);
    assertThat(lastClick().interaction().scripted()).isZero();
    assertThat(lastClick().interaction().clicks()).isPositive();
    hand.open("/marketplace/item/" + gone.id() + "/");
    hand.until(By.xpath("//h1[text()=\"This listing isn't available anymore\"]"));
  }

  @Test
  void soldAndAvailableAgainWithTheQuestionSkipped() throws Exception {
    settle("sold.question", "asked");
    openListings();
    hand.press("Mark as sold " + TITLE);
    hand.until(inDialog("Mark as sold", "Skip")).click();
    hand.until(By.cssSelector("[role=button][aria-label='Mark as available']"));
    Listing sold = sandbox.ledger().listings(ann.id()).getFirst();
    assertThat(sold.sold()).isTrue();
    assertThat(client.ledger("").get("count").asInt()).isZero();
    hand.open("/marketplace/item/" + sold.id() + "/");
    hand.until(By.xpath("//div[@aria-label='Marketplace Listing Viewer']//span[text()='Sold']"));

    openListings();
    menu("Mark as available");
    hand.until(By.cssSelector("[role=button][aria-label='Mark as sold " + TITLE + "']"));
    assertThat(sandbox.ledger().listings(ann.id()).getFirst().history())
        .extracting(Change::field, Change::to)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("sold", "true"),
            org.assertj.core.groups.Tuple.tuple("sold", "false"));
  }

  @Test
  void twoCarsOfOneTitleAreTwoCards() throws Exception {
    client.publish(ann, "m2", List.of(client.upload(ann, Pictures.png(Color.BLUE))));
    openListings();
    assertThat(hand.count(By.cssSelector(CARD))).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"Update", "Save", "Next"})
  void thePriceIsChangedInTheEditForm(String button) throws Exception {
    settle("edit.button", button);
    Listing before = sandbox.ledger().listings(ann.id()).getFirst();
    openListings();
    menu("Edit listing");
    hand.untilAddress("/marketplace/edit/?listing_id=" + before.id());
    hand.combo("Fuel type");
    assertThat(hand.combo("Year").getText()).isEqualTo("Year\n2019");
    assertThat(hand.value("Price")).isEqualTo("$18,900");
    assertThat(hand.value("Model")).isEqualTo("Civic EX");
    hand.type("Price", "17500");
    hand.picture("edit-" + button);
    hand.press(button);
    if (button.equals("Next")) {
      hand.untilAddress("step=audience");
      hand.press("Update");
    }
    hand.untilAddress("/marketplace/you/selling");
    hand.until(By.xpath("//span[text()='$17,500']"));

    Listing after = sandbox.ledger().listings(ann.id()).getFirst();
    assertThat(after.price()).isEqualTo(17500);
    assertThat(after.history()).hasSize(1);
    assertThat(after.history().getFirst())
        .extracting(Change::field, Change::from, Change::to)
        .containsExactly("price", "18900", "17500");
    assertThat(after.photos()).isEqualTo(before.photos());
    assertThat(after.createdAt()).isEqualTo(before.createdAt());
    assertThat(lastClick().kind()).isEqualTo(Click.Kind.UPDATE);
    assertThat(lastClick().interaction().keys()).isPositive();
    hand.open("/marketplace/item/" + after.id() + "/");
    hand.until(By.xpath("//span[text()='$17,500']"));
  }
}
