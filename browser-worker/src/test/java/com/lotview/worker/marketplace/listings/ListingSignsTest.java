package com.lotview.worker.marketplace.listings;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.worker.marketplace.listings.ListingSigns.Match;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only a proof makes a listing another one; everything else is inconclusive. */
class ListingSignsTest {

  private static final LocalDate CLICK = LocalDate.of(2026, 11, 29);
  private static final ListingSigns SIGNS =
      new ListingSigns(
          "LV-7Q4K9",
          "2019 Chevrolet Silverado 1500",
          18_990,
          45_210,
          "A clean truck with one owner and leather seats, kept in a garage.\nCall us.\nRef LV-7Q4K9",
          CLICK);
  private static final String FACTS =
      "2019 Chevrolet Silverado 1500\n$18,990\nDriven 45,210 miles\n";

  private static Match match(String text, boolean whole, boolean described, boolean familiar) {
    return SIGNS.of(new ItemPage(text, 3, whole, described, familiar), false);
  }

  @Test
  void theReferenceDecidesOnAnyPage() {
    assertThat(match("Ref LV-7Q4K9", false, false, false)).isInstanceOf(Match.Ours.class);
  }

  @Test
  void anotherReferenceIsAnotherListing() {
    assertThat(match(FACTS + "Ref LV-AAAAA", false, false, true)).isInstanceOf(Match.Another.class);
  }

  @Test
  void anotherReferenceSomewhereOnAnUnknownLayoutProvesNothing() {
    assertThat(match(FACTS + "Also: LV-AAAAA", false, false, false))
        .isInstanceOf(Match.CannotTell.class);
  }

  @Test
  void ofACutTextAllOtherSignsTogetherDecide() {
    String cut = FACTS + "A clean truck with one owner and leather seats, kept in a garage.…";
    assertThat(match(cut, false, true, true)).isInstanceOf(Match.Ours.class);
    assertThat(match(cut.replace("45,210", "12,000"), false, true, true))
        .isInstanceOf(Match.CannotTell.class);
  }

  @Test
  void aStockNumberOfTheOrdersOwnTextIsNoOtherReference() {
    ListingSigns stocked =
        new ListingSigns(
            "LV-7Q4K9", SIGNS.title(), 18_990, 45_210, "Stock LV-20431. Ref LV-7Q4K9", CLICK);
    ItemPage cut = new ItemPage(FACTS + "Stock LV-20431.…", 3, false, true, true);
    assertThat(stocked.of(cut, false)).isInstanceOf(Match.CannotTell.class);
  }

  /** The same opening, and the place of the reference shown without it: a listing made by hand. */
  @Test
  void aTextThatGoesOnPastTheReferenceWithoutItIsNotTakenForOurs() {
    String tail = "Delivery within a hundred miles, and a warranty of thirty days.";
    ListingSigns signs =
        new ListingSigns(
            "LV-7Q4K9",
            SIGNS.title(),
            18_990,
            45_210,
            "A clean truck with one owner and leather seats, kept in a garage. (Ref LV-7Q4K9) "
                + tail,
            CLICK);
    String byHand =
        FACTS + "A clean truck with one owner and leather seats, kept in a garage. " + tail;
    assertThat(signs.of(new ItemPage(byHand, 3, false, true, true), false))
        .isInstanceOf(Match.CannotTell.class);
  }

  @Test
  void aWholeTextWithTheOrdersSignsAndNoReferenceCannotTell() {
    assertThat(match(FACTS + "Mine, by hand.", true, true, true))
        .isInstanceOf(Match.CannotTell.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2019 Chevrolet Silverado 1500, '$1', 1",
    "2015 Honda Civic, '$18,990', 1",
    "2015 Honda Civic, '$18,990.00', 1",
    "2015 Honda Civic, '$1', '45,210'",
    "2015 Honda Civic, '$1', 'A clean truck with one owner and leather seats, kept in a garage.'",
  })
  void oneSignIsEnoughToLeaveItOpen(String title, String price, String more) {
    assertThat(match(title + "\n" + price + "\n" + more, true, true, true))
        .isInstanceOf(Match.CannotTell.class);
  }

  @Test
  void aWholeTextThatSharesNothingIsAnotherListing() {
    assertThat(match("2015 Honda Civic\n$9,500\nDriven 80,000 miles\nKept well.", true, true, true))
        .isInstanceOf(Match.Another.class);
  }

  @ParameterizedTest
  @CsvSource({"false, true, true", "true, false, true", "true, true, false"})
  void ofAPageThatWasNotReadWholeNothingFollows(
      boolean whole, boolean described, boolean familiar) {
    assertThat(match("2015 Honda Civic\n$9,500", whole, described, familiar))
        .isInstanceOf(Match.CannotTell.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2015 Honda Civic, '$9,500', '', true",
    "2015 Honda Civic, '$9,500', 11/29, false",
    "2019 Chevrolet Silverado 1500, '$18,990', 1/25, false",
    "2019 Chevrolet Silverado 1500, '$17,000', 1/25, true",
    "2015 Honda Civic, '$18,990', 1/25, true",
    "2019 Chevrolet Silv…, '$18K', 1/25, false",
    "2019 Chevrolet Silverado 1500, '$18,990', 11/29, false",
    "2019 Chevrolet Silverado 1500, '$18,990', '', false",
  })
  void aCardAloneRulesOutOnlyWhatItProves(
      String title, String price, String date, boolean ruledOut) {
    Card card = new Card(0, title, title + " | " + price, date, false, false, List.of());
    assertThat(SIGNS.ruledOut(card).isPresent()).isEqualTo(ruledOut);
  }

  /** A site may show the same date everywhere: it never decides alone. */
  @ParameterizedTest
  @CsvSource({
    "Kept by my aunt. Call me., true, true, ANOTHER",
    "Kept by my aunt…, false, true, ANOTHER",
    "A clean truck with one owner and leather…, false, true, UNCLEAR",
    "'', true, false, UNCLEAR",
    "Ref LV-7Q4K9, false, false, OURS",
  })
  void anOlderDateProvesItWithAnotherTextOnly(
      String text, boolean whole, boolean described, String expected) {
    Match match =
        SIGNS.of(
            new ItemPage(FACTS.replace("45,210", "12") + text, 3, whole, described, true), true);
    assertThat(match)
        .isInstanceOf(
            switch (expected) {
              case "ANOTHER" -> Match.Another.class;
              case "OURS" -> Match.Ours.class;
              default -> Match.CannotTell.class;
            });
  }

  @Test
  void withoutTheDayOfTheClickNoDateProvesAnything() {
    ListingSigns timeless =
        new ListingSigns(SIGNS.marker(), SIGNS.title(), 18_990, 45_210, "Ref LV-7Q4K9", null);
    Card old =
        new Card(0, SIGNS.title(), SIGNS.title() + " | $18,990", "1/25", false, false, List.of());
    assertThat(timeless.ruledOut(old)).isEmpty();
  }
}
