package com.lotview.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import tools.jackson.databind.JsonNode;

/** Variants of the item page and of "Your listings" that a visitor may not know, in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
class FacesBrowserTest {
  private static final By BEGINNING = By.xpath("//span[contains(text(),'One owner.')]");
  private static final By REST = By.xpath("//span[contains(text(),'Call us.')]");
  private static final By ELLIPSIS = By.xpath("//span[contains(text(),'One owner....')]");
  private static final By CONTROL =
      By.xpath("//div[span[contains(text(),'One owner.')]]/div[@role='button']");
  private static final By VIEWER = By.cssSelector("[aria-label='Marketplace Listing Viewer']");
  private static final By CARD = By.cssSelector("[role=main] [role=button][aria-label^='20']");
  private static final By STATUS = By.cssSelector("[role=status][aria-label='Loading...']");
  private static final By DATE = By.xpath("//span[starts-with(text(),'Listed on ')]");

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
    hand.at(sandbox.url());
    hand.signIn(account.get("cookies"));
  }

  @AfterEach
  void close() throws Exception {
    hand.picture("last");
    sandbox.close();
    assertThat(hand.complaints()).isEmpty();
  }

  private void settle(String choice, String value) throws Exception {
    String body = "{\"choice\":\"" + choice + "\",\"value\":\"" + value + "\"}";
    assertThat(client.control("POST", "/__choices", body).statusCode()).isEqualTo(200);
  }

  private void list(int times, String description) throws Exception {
    String body =
        "{\"account\":\"%s\",\"year\":2016,\"make\":\"Ford\",\"model\":\"Focus\",\"times\":%d,\"description\":\"%s\"}";
    client.control("POST", "/__listings", body.formatted(ann.id(), times, description));
  }

  private void publish() throws Exception {
    client.publish(ann, "m1", List.of(client.upload(ann, Pictures.png(Color.RED))));
  }

  private String newest() {
    return sandbox.ledger().listings(ann.id()).getLast().id();
  }

  private void openItem() {
    hand.open("/marketplace/item/" + newest() + "/");
  }

  private void openFolded(String face) throws Exception {
    settle("item.description", face);
    publish();
    openItem();
    hand.until(BEGINNING);
    hand.picture("description-" + face);
    assertThat(hand.count(REST)).isZero();
  }

  @Test
  void anUnfamiliarButtonUnfoldsTheDescriptionAndGoes() throws Exception {
    openFolded("unfamiliar");
    assertThat(hand.count(ELLIPSIS)).isOne();
    assertThat(hand.until(CONTROL).getText()).isEqualTo("▾ Mehr lesen");
    hand.until(CONTROL).click();
    hand.until(REST);
    assertThat(hand.count(CONTROL)).isZero();
    assertThat(hand.count(ELLIPSIS)).isZero();
  }

  @Test
  void wordsWithoutARoleInTheTextUnfoldIt() throws Exception {
    openFolded("inline");
    assertThat(hand.count(ELLIPSIS)).isOne();
    assertThat(hand.count(CONTROL)).isZero();
    WebElement words = hand.until(By.xpath("//span[contains(text(),'One owner.')]/span"));
    assertThat(words.getCssValue("cursor")).isEqualTo("pointer");
    assertThat(words.getDomAttribute("role")).isNull();
    assertThat(words.getDomAttribute("tabindex")).isNull();
    words.click();
    hand.until(REST);
    assertThat(hand.count(ELLIPSIS)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"disclosure, ▾, ▾", "toggle, ▾ Alles zeigen, ▴ Einklappen"})
  void aControlThatStaysFoldsAndUnfolds(String face, String folded, String open) throws Exception {
    openFolded(face);
    boolean icon = face.equals("disclosure");
    for (int i = 0; i < 2; i++) {
      assertThat(hand.count(ELLIPSIS)).isEqualTo(icon ? 0 : 1);
      assertThat(hand.until(CONTROL).getText()).isEqualTo(folded);
      assertThat(hand.until(CONTROL).getDomAttribute("aria-label")).isEqualTo(icon ? null : folded);
      assertThat(hand.until(CONTROL).getDomAttribute("aria-expanded"))
          .isEqualTo(icon ? "false" : null);
      hand.until(CONTROL).click();
      hand.until(REST);
      assertThat(hand.count(ELLIPSIS)).isZero();
      assertThat(hand.until(CONTROL).getText()).isEqualTo(open);
      assertThat(hand.until(CONTROL).getDomAttribute("aria-expanded"))
          .isEqualTo(icon ? "true" : null);
      hand.until(CONTROL).click();
      hand.until("folded", () -> hand.count(REST) == 0);
    }
  }

  @Test
  void aCutDescriptionHasNoControlAndAMissingOneNoHeading() throws Exception {
    openFolded("cut");
    assertThat(hand.count(ELLIPSIS)).isOne();
    assertThat(hand.count(By.cssSelector("[role=main] [role=button], [role=main] span span")))
        .isZero();

    By heading = By.xpath("//h2[text()=\"Seller's description\"]");
    assertThat(hand.count(heading)).isOne();
    settle("item.description", "missing");
    openItem();
    hand.until(By.tagName("h1"));
    assertThat(hand.count(BEGINNING)).isZero();
    assertThat(hand.count(heading)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unfamiliar", "inline", "disclosure", "toggle", "cut"})
  void aShortDescriptionIsWholeAndALongLineIsFoldedBetweenTwoWords(String face) throws Exception {
    settle("item.description", face);
    list(1, "One owner.");
    openItem();
    hand.until(By.xpath("//span[text()='One owner.']"));
    assertThat(hand.count(By.cssSelector("[role=main] [role=button]"))).isZero();

    list(1, "One owner. Always kept in a garage, never in the rain, and washed by hand.");
    openItem();
    String shown = "One owner. Always kept in a garage, never in the rain, and";
    assertThat(hand.until(BEGINNING).getText()).startsWith(shown).doesNotContain("washed");
  }

  @ParameterizedTest
  @CsvSource({
    "other, es, Descripción del vendedor, Color exterior: Blue, Esta publicación ya no está disponible",
    "unknown, nl, Beschrijving van de verkoper, Kleur buitenkant: Blue, Deze advertentie is niet meer beschikbaar"
  })
  void onlyTheItemPageIsInAnotherLanguage(
      String face, String lang, String heading, String color, String gone) throws Exception {
    settle("item.language", face);
    publish();
    openItem();
    hand.until(By.xpath("//html[@lang='" + lang + "']//h2[text()='" + heading + "']"));
    hand.until(By.xpath("//span[text()='" + color + "']"));
    hand.until(By.xpath("//span[text()='$18,900']"));
    hand.picture("language-" + face);
    assertThat(hand.count(VIEWER)).isZero();
    hand.open("/marketplace/item/1/");
    hand.until(By.xpath("//html[@lang='" + lang + "']//h1[text()='" + gone + "']"));
    hand.open("/marketplace/you/selling");
    hand.until(By.xpath("//html[@lang='en']//h1[text()='Your listings']"));
    hand.until(CARD);
  }

  @Test
  void theBareLayoutHasNoViewerAndNoFirstHeading() throws Exception {
    settle("item.layout", "bare");
    publish();
    openItem();
    hand.until(
        By.xpath(
            "//div[@role='heading'][@aria-level='1'][.='2019 Honda Civic EX']"
                + "[preceding::span[text()='$18,900']]"));
    hand.until(By.xpath("//div[span[1]='Exterior color'][span[2]='Blue']"));
    assertThat(hand.count(By.xpath("//span[contains(text(),'Call us.')]/following::img"))).isOne();
    hand.picture("layout-bare");
    assertThat(hand.count(VIEWER)).isZero();
    assertThat(hand.count(By.tagName("h1"))).isZero();
  }

  @ParameterizedTest
  @CsvSource({"loading, 0", "stuck, 1"})
  void theFootSpinsWhileThereIsMore(String face, int atTheEnd) throws Exception {
    settle("selling.foot", face);
    settle("selling.page", "ten");
    list(11, "");
    hand.open("/marketplace/you/selling");
    hand.until("the first page", () -> hand.count(CARD) == 10);
    assertThat(hand.until(STATUS).isDisplayed()).isTrue();
    hand.toTheEnd();
    hand.until("the second page", () -> hand.count(CARD) == 11);
    hand.until("the foot at the end", () -> hand.count(STATUS) == atTheEnd);
  }

  @ParameterizedTest
  @CsvSource({"more, See more", "unknownMore, Weitere anzeigen"})
  void aButtonBringsTheNextPage(String face, String words) throws Exception {
    settle("selling.end", face);
    list(21, "");
    hand.open("/marketplace/you/selling");
    hand.until("the first page", () -> hand.count(CARD) == 20);
    hand.press(words);
    hand.until("the second page", () -> hand.count(CARD) == 21);
    assertThat(hand.count(By.cssSelector("[aria-label='" + words + "']"))).isZero();
    assertThat(hand.count(STATUS)).isZero();
  }

  @Test
  void cardsHaveNoDate() throws Exception {
    list(1, "");
    hand.open("/marketplace/you/selling");
    hand.until(DATE);
    settle("selling.cards", "dateless");
    hand.open("/marketplace/you/selling");
    hand.until(CARD);
    assertThat(hand.count(DATE)).isZero();
  }

  @Test
  void theNewestCardIsAPlainLink() throws Exception {
    settle("selling.cards", "strange");
    list(1, "");
    publish();
    hand.open("/marketplace/you/selling");
    WebElement link = hand.until(By.cssSelector("a[href='/marketplace/item/" + newest() + "/']"));
    hand.picture("card-strange");
    assertThat(link.getText()).isEqualTo("2019 Honda Civic EX\n$18,900");
    assertThat(link.findElements(By.tagName("img"))).hasSize(1);
    assertThat(link.getDomAttribute("role")).isNull();
    assertThat(link.getDomAttribute("aria-label")).isNull();
    assertThat(hand.count(CARD)).isOne();
    assertThat(hand.count(By.cssSelector("[aria-label*='Civic']"))).isZero();
    assertThat(hand.count(By.cssSelector("[aria-label^='More options for 2016']"))).isOne();
  }
}
