package com.lotview.worker.marketplace.listings;

import static com.lotview.worker.marketplace.PagesOfOurOwn.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.form.Texts;
import com.lotview.worker.marketplace.Orders;
import com.lotview.worker.marketplace.PagesOfOurOwn;
import com.lotview.worker.marketplace.listings.OwnListings.Finding;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * "Absent" permits a second listing, so these are lists and pages on which an existing listing is
 * easily missed. Each page hides one of the things that must have been read (docs/absent.md).
 */
@Tag("browser")
class OwnListingsIT {

  private static final String TITLE = "2019 Chevrolet Silverado 1500";
  private static final String STORY =
      "One owner, clean truck, kept in a garage and serviced by the book every year.";
  private static final ListingSigns SIGNS =
      new ListingSigns(
          Orders.MARKER,
          TITLE,
          18_990,
          45_210,
          STORY + " Call us any time. Ref " + Orders.MARKER,
          LocalDate.of(2026, 1, 25));
  private static final String REST = " Call us any time. Ref ";

  /** The facts as every page shows them; the text comes below. */
  private static final String ITEM =
      """
      <div role=main><div aria-label="Marketplace Listing Viewer">
      <img src=/one.png width=80 height=60><h1>%s</h1><div>%s</div><div>Driven %s miles</div>
      <h2>Seller's description</h2><div style="white-space:pre-wrap">%s</div></div></div>
      """;

  @TempDir static Path folder;
  @AutoClose private static PagesOfOurOwn site;

  @BeforeAll
  static void start() throws Exception {
    site = PagesOfOurOwn.open(folder);
  }

  private static String item(String story) {
    return ITEM.formatted(TITLE, "$18,990", "45,210", story);
  }

  private static Search search(String habits, String item) {
    String list = Texts.lines("/selling/list.html").replace("HABITS", habits);
    site.only("/marketplace/you/selling", list)
        .show("/marketplace/item/11/", page("en", item))
        .show("/deleted", "gone");
    return new OwnListings(site.browserPage()).bySigns(SIGNS);
  }

  private static void assertFound(Search search) {
    assertThat(search)
        .isInstanceOfSatisfying(
            Search.Found.class, found -> assertThat(found.listingId()).isEqualTo("11"));
  }

  private static void assertUnread(Search search, String reason) {
    assertThat(search)
        .isInstanceOfSatisfying(
            Search.Unreadable.class, unread -> assertThat(unread.reason()).contains(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "draft",
        "cut",
        "cut draft",
        "virtual search",
        "long",
        "long foot",
        "long more"
      })
  void theListingIsFound(String habits) {
    assertFound(search(habits, item(STORY + REST + Orders.MARKER)));
  }

  @ParameterizedTest
  @CsvSource({
    "virtual, only some of its cards",
    "stuck, it does not end",
    "stray, an unknown layout",
    "unknownMore, a control after its last card",
    "empty, did not appear",
    "dialogStays, could not be opened",
  })
  void ofAListThatWasNotReadWholeNothingFollows(String habits, String reason) {
    assertUnread(search("other " + habits, item("Another. Ref LV-AAAAA")), reason);
  }

  @Test
  void ofAListThatIsEmptyInKnownWordsAllIsRead() {
    assertThat(search("none", "")).isEqualTo(new Search.Absent(List.of()));
  }

  /**
   * Each page folds the text after its beginning, with a control in words that no form map knows.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "STORY… <div role=button style='background:#ddd' onclick=\"parentElement.textContent=whole\">Läs mer</div>",
        "STORY… <span style='cursor:pointer' onclick=\"parentElement.textContent=whole\">lisää</span>",
        "STORY <div role=button aria-expanded=false onclick=\"parentElement.textContent=whole\">▾</div>",
        "<span id=s>STORY…</span> <div role=button onclick=\"const open = s.textContent !== whole;"
            + " s.textContent = open ? whole : '…'; textContent = open ? 'mindre' : 'mer'\">mer</div>",
        "STORY… <div role=button onclick=\"setTimeout(() => parentElement.textContent=whole, 700)\">mehr</div>",
        "<details><summary>STORY</summary>REST</details>",
        "STORY <span style='display:none'>REST</span><b role=button>+</b>",
      })
  void aFoldIsOpenedByWhatItDoes(String fold) {
    String whole = STORY + REST + Orders.MARKER;
    String story = fold.replace("STORY", STORY).replace("REST", REST + Orders.MARKER);
    assertFound(search("", item(story) + "<script>const whole = '" + whole + "'</script>"));
  }

  @Test
  void aTextThatIsCutOffIsKnownByAllOtherSigns() {
    assertFound(search("", item(STORY + "…")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          17,000 | 45,210 | One owner, clean truck, kept in a gar… | to the end
          18,990 | 1,000  | Something else… | to the end
          18,990 | 45,210 | By hand, and nothing else is said of it. | no reference
          17,000 | 45,210 | By hand, and nothing else is said of it. | no reference
          18,990 | 45,210 | | description was not found
          """)
  void aListingThatMayBeTheOrdersIsNeverAbsent(
      String price, String mileage, String story, String reason) {
    String text = story == null ? "" : story;
    assertUnread(search("", ITEM.formatted(TITLE, "$" + price, mileage, text)), reason);
  }

  @Tag("long")
  @Test
  void anotherLayoutIsNotReadUnlessItShowsTheReference() {
    String bare =
        "<div role=main><img src=/one.png width=80 height=60><div>$18,990</div><div role=heading"
            + " aria-level=1>"
            + TITLE
            + "</div><div>%s</div></div>";
    assertUnread(search("", bare.formatted(STORY)), "layout that is not known");
    assertFound(search("", bare.formatted(STORY + REST + Orders.MARKER)));
  }

  @Test
  void aCardWhoseListingIsSaidToBeGoneProvesNothing() {
    assertUnread(
        search("", "<div role=main><h1>This listing isn't available anymore</h1></div>"),
        "its page says it is gone");
  }

  @Test
  void aButtonBesideAnotherTextIsNotPressed() {
    String foreign =
        "Wir prüfen dein Angebot noch… <div role=button style='background:#06f'"
            + " onclick=\"fetch('/deleted', { method: 'POST' })\">Löschen</div>";
    assertUnread(search("", item(foreign)), "to the end");
    assertThat(site.asked()).doesNotContain("POST /deleted");
  }

  @Test
  void anotherOrdersListingOfTheSameCarIsRuledOut() {
    assertThat(search("", item("The same car again. Ref LV-AAAAA")))
        .isInstanceOfSatisfying(
            Search.Absent.class,
            absent ->
                assertThat(absent.listings())
                    .extracting(Search.RuledOut::proof)
                    .containsExactly("it carries the reference LV-AAAAA"));
  }

  @Tag("long")
  @Test
  void aListingFromBeforeTheClickIsRuledOutByDateAndText() {
    assertThat(search("old", item("By hand, and something else is said of it.")))
        .isInstanceOf(Search.Absent.class);
    // The site may show made-up dates, so dates alone prove nothing.
    assertFound(search("old", item(STORY + REST + Orders.MARKER)));
    assertUnread(search("old", item("")), "description was not found");
  }

  /** A removal is believed only of a page that was read. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <div role=main><h1>This listing isn't available anymore</h1></div> | Gone
          <div role=main><h1>Denna annons finns inte</h1></div> | Unreadable
          <div role=main>Something went wrong</div> | Unreadable
          <div role=main><img src=/one.png width=80 height=60><b>$18,990</b></div> | Unreadable
          """)
  void goneIsBelievedOnlyInKnownWords(String item, String expected) {
    String list = Texts.lines("/selling/list.html").replace("HABITS", "none");
    site.only("/marketplace/you/selling", list).show("/marketplace/item/11/", page("en", item));
    Presence seen = new ListingStatusReader(site.browserPage()).of("11", TITLE);
    assertThat(seen.getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void anIdIsAbsentOnlyFromAListThatWasReadWhole() {
    String list = Texts.lines("/selling/list.html").replace("HABITS", "other stray");
    site.only("/marketplace/you/selling", list);
    assertThat(new OwnListings(site.browserPage()).byId("99", TITLE, 18_990))
        .isInstanceOf(Finding.Unreadable.class);
  }
}
