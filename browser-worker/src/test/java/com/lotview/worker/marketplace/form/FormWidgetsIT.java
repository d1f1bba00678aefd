package com.lotview.worker.marketplace.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.lotview.form.FormFields;
import com.lotview.form.FormMap;
import com.lotview.form.Texts;
import com.lotview.form.mapping.OrderPhoto;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.marketplace.TestPhotos;
import com.lotview.worker.marketplace.TestSite;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.settings.MarketplaceSettings;
import com.lotview.worker.pace.NoPace;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fields on a test page, written from marketplace-form.md for behaviour that the stand-in site
 * lacks; the final values are read from the page's own variable.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
class FormWidgetsIT {

  @TempDir static Path folder;
  private HttpServer server;
  private BrowserSession browser;
  private Page page;

  @BeforeAll
  void open() throws IOException {
    browser = TestSite.browser(folder);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", FormWidgetsIT::answer);
    server.start();
  }

  @AfterAll
  void close() {
    browser.close();
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    boolean picture = exchange.getRequestURI().getPath().startsWith("/stored/");
    byte[] body =
        picture ? png() : Texts.lines("/forms/form.html").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", picture ? "image/png" : "text/html");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private void habits(String query) {
    URI site = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    MarketplaceSettings usual = MarketplaceSettings.of(site, new NoPace());
    Duration soon = Duration.ofSeconds(2);
    page =
        new Page(
            browser,
            new MarketplaceSettings(
                site, "en", usual.pace(), soon, Duration.ofSeconds(30), usual.publish()),
            FormMap.of("en"));
    page.open("/form?" + query);
  }

  private Object held(String field) {
    return browser.driver().executeScript("return held[arguments[0]] ?? null", field);
  }

  private DropdownField choice(String field, String label, String... accepted) {
    return new DropdownField(field, List.of(label), List.of(accepted), false);
  }

  @Test
  void aSlowListWhoseFirstClicksAreLostIsWaitedFor() {
    habits("slow");
    choice("year", "Year", "2019").enter(page);
    assertThat(held("year")).isEqualTo("2019");
  }

  @Test
  void aClickThatOnlyClosesAnotherListIsGivenAgain() {
    habits("label");
    assertThat(DropdownField.peek(page, "Year")).containsExactly("2020", "2019", "2018");
    browser.driver().executeScript("document.querySelectorAll('[role=combobox]')[2].click()");
    choice("year", "Year", "2018").enter(page);
    assertThat(held("year")).isEqualTo("2018");
  }

  @Test
  void copiesThatNobodyCanSeeOrUseAreNoFields() {
    habits("copies");
    choice("year", "year", "2020").enter(page);
    TextField.entry("model", List.of("Model"), "Silverado 1500").enter(page);
    assertThat(held("year")).isEqualTo("2020");
    assertThat(held("model")).isEqualTo("Silverado 1500");
    assertThat(held("trap")).isNull();
  }

  @Test
  void aBoxThatWouldTakeItsFirstSuggestionKeepsWhatWasTyped() {
    habits("");
    TextField.entry("model", List.of("Model"), "Silverado 1500 LT").enter(page);
    TextField.digits("price", List.of("Price"), 18_990).enter(page);
    assertThat(held("model")).isEqualTo("Silverado 1500 LT");
  }

  @Test
  void aBoxThatLosesKeysIsTypedInSlowly() {
    habits("");
    TextField.digits("price", List.of("Price"), 31_388).enter(page);
    assertThat(held("price")).isEqualTo("$31,388");
  }

  @Test
  void anOptionWithALinkIsClickedBesideIt() {
    habits("link");
    choice("bodyStyle", "Body style", "Sedan").enter(page);
    assertThat(held("bodyStyle")).isEqualTo("Sedan");
    assertThat(page.address()).contains("/form");
  }

  @Test
  void aFormUnderAnotherNameIsKnownByItsPictureInput() {
    habits("foreign");
    choice("bodyStyle", "Body style", "Wagon").enter(page);
    assertThat(held("bodyStyle")).isEqualTo("Wagon");
  }

  @Test
  void aDialogThatShutsTheFormOffIsClosed() {
    habits("modal");
    choice("bodyStyle", "Body style", "Coupe").enter(page);
    assertThat(held("bodyStyle")).isEqualTo("Coupe");
  }

  @Test
  void aLabelThatIsGoneIsReplacedByTheListWithTheSameOptions() {
    habits("condition=How+does+it+look&seats");
    FormField healed =
        new Healing(page)
            .located(
                new DropdownField(
                    "condition", page.map().labels("condition"), List.of("Good"), true))
            .field();
    healed.enter(page);
    assertThat(held("condition")).isEqualTo("Good");
    assertThat(page.heals())
        .singleElement()
        .satisfies(heal -> {
          assertThat(heal.field()).isEqualTo("condition");
          assertThat(heal.wanted()).contains("Vehicle condition");
          assertThat(heal.used()).isEqualTo("choice named How does it look");
        });
  }

  @Test
  void aControlWithoutAnyNameIsHealedToo() {
    habits("condition=");
    FormField healed =
        new Healing(page)
            .located(
                new DropdownField(
                    "condition", page.map().labels("condition"), List.of("Fair"), true))
            .field();
    healed.enter(page);
    assertThat(held("condition")).isEqualTo("Fair");
  }

  /**
   * The value is in the place of the label; the field is recognized by its focus, or because the
   * value is one of its options.
   */
  @ParameterizedTest
  @ValueSource(strings = {"gears=&preset", "gears=&preset&focusless", "gears="})
  void aDropdownThatShowsNothingButItsValueIsFilled(String query) {
    habits(query);
    FormField gears =
        new DropdownField(
            "transmission", page.map().labels("transmission"), page.map().option("MANUAL"), false);
    Healing.Located located = new Healing(page).located(gears);
    FieldAccess.enter(page, located.field(), located.seen());
    assertThat(held("transmission")).isEqualTo("Manual transmission");
    assertThat(FieldAccess.read(page, located.field())).isEqualTo("Manual transmission");
  }

  private Healing.Located grade() {
    return new Healing(page)
        .located(
            new DropdownField("condition", page.map().labels("condition"), List.of("Good"), true));
  }

  @Test
  void anOptionalFieldThatCannotBeToldStaysEmptyWithAReason() {
    habits("condition=How+does+it+look&grades=");
    Healing.Located located = grade();
    assertThat(located.seen()).isEmpty();
    assertThat(located.missing()).contains("How does it look", "How are its tyres");
    assertThat(page.heals()).isEmpty();
  }

  @Test
  void aFieldThatMayBeItAndSaysSomethingElseStopsTheRun() {
    habits("condition=How+does+it+look&grades=Excellent");
    assertThat(catchThrowableOfType(StoppedException.class, this::grade).outcome())
        .isInstanceOfSatisfying(
            FieldUnmappable.class, why -> assertThat(why.field()).isEqualTo("condition"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Year (optional)", "Year · Required", "* Year", "Year [opcional]", "YEAR 0/4"})
  void whatALabelSaysBesidesTheNameIsNoOtherName(String label) {
    habits("year=" + URLEncoder.encode(label, StandardCharsets.UTF_8));
    choice("year", "Year", "2019").enter(page);
    assertThat(held("year")).isEqualTo("2019");
    assertThat(FormFields.plain(label)).isEqualTo("year");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Year (of purchase)", "Year of the optional warranty", "Required year"})
  void whatALabelSaysOfAnotherThingIsAnotherName(String label) {
    habits("year=" + URLEncoder.encode(label, StandardCharsets.UTF_8));
    assertThat(page.ask("form.field", page.map().formNames(), "choice", List.of("Year"))).isEmpty();
    assertThat(FormFields.plain(label)).isNotEqualTo("year");
  }

  private static DropdownField grade(String text, int place) {
    return new DropdownField(
        "condition",
        List.of("Vehicle condition"),
        List.of(text),
        true,
        new DropdownField.Place(place, 5));
  }

  @Test
  void aGuessedGradeIsChosenOnlyAtItsPlace() {
    habits("");
    assertThat(
            catchThrowableOfType(StoppedException.class, () -> grade("Good", 1).enter(page))
                .outcome())
        .isInstanceOf(FieldUnmappable.class);
    assertThat(held("condition")).isNull();
    grade("Good", 2).enter(page);
    assertThat(held("condition")).isEqualTo("Good");
  }

  @Test
  void aSectionThatIsFoldedUpIsUnfolded() {
    habits("folded");
    Sections.unfold(page);
    choice("transmission", "Transmission", "Manual transmission").enter(page);
    assertThat(held("transmission")).isEqualTo("Manual transmission");
  }

  @Test
  void theYearIsNeverLookedForUnderAnotherLabel() {
    habits("");
    DropdownField year = new DropdownField("year", List.of("Model year"), List.of("2019"), false);
    assertThat(new Healing(page).located(year).field()).isSameAs(year);
    StoppedException stopped = catchThrowableOfType(StoppedException.class, () -> year.enter(page));
    assertThat(stopped.outcome())
        .isInstanceOfSatisfying(
            FieldUnmappable.class, why -> assertThat(why.field()).isEqualTo("year"));
  }

  @Test
  void aFieldThatOnlyTheFormKnowsStopsTheRunByItsLabel() {
    habits("seats");
    choice("bodyStyle", "Body style", "Truck").enter(page);
    StoppedException stopped =
        catchThrowableOfType(
            StoppedException.class,
            () -> new OpenQuestions(page).insistOnNone(List.of("bodyStyle")));
    assertThat(stopped.outcome())
        .isInstanceOfSatisfying(
            FieldUnmappable.class, why -> assertThat(why.field()).isEqualTo("Number of seats"));
  }

  @Test
  void aDryLookTellsWhatMatchesWhatIsGoneAndWhatIsNew() {
    habits("condition=How+does+it+look&seats");
    Map<String, FormFinding.State> states =
        new FormInspection(page)
            .read().findings().stream()
                .collect(Collectors.toMap(FormFinding::field, FormFinding::state));
    assertThat(states)
        .containsEntry("year", FormFinding.State.MATCHES)
        .containsEntry("bodyStyle", FormFinding.State.MATCHES)
        .containsEntry("condition", FormFinding.State.HEALED)
        .containsEntry("exteriorColor", FormFinding.State.MISSING)
        .containsEntry("vehicleType", FormFinding.State.MISSING)
        .containsEntry("Number of seats", FormFinding.State.EXTRA);
    assertThat(page.heals()).isEmpty();
    assertThat(held("condition")).isNull();
  }

  @Test
  void photosWithoutNamedButtonsAreCountedAndALostOneIsSentAgainInItsPlace() throws IOException {
    habits("fails=1");
    List<OrderPhoto> photos = TestPhotos.make(folder, 4);
    PhotoField field = new PhotoField(page, photos);
    field.begin();
    field.finish();
    assertThat(field.count()).isEqualTo(4);
    assertThat(held("photos"))
        .isEqualTo(
            photos.stream()
                .map(photo -> Map.of("name", photo.file().getFileName().toString()))
                .toList());
  }
}
