package com.lotview.worker.marketplace.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.form.FormMap;
import com.lotview.form.mapping.FormMapping;
import com.lotview.form.mapping.FormValues;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.worker.marketplace.Orders;
import com.lotview.worker.marketplace.listings.ItemPage;
import com.lotview.worker.marketplace.page.Difference;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final ListingOrder ORDER = Orders.truck(List.of());
  private static final FormValues VALUES = new FormMapping().map(ORDER);
  private static final String SHOWN =
      """
      2019 Chevrolet Silverado 1500 LT
      $18,990
      Listed a few seconds ago in Denver, CO
      About this vehicle
      Driven 45,210 miles
      Manual transmission
      Exterior color: Black \u00b7 Interior color: Beige
      Body style: Truck
      Fuel type: Flex
      Vehicle condition: Very good
      Seller's description
      """
          + ORDER.description();

  private static List<Difference> differences(String language, String text, int photos) {
    return Comparison.of(
            FormMap.of(language), new ItemPage(text, photos, true, true, true), ORDER, VALUES, 10)
        .differences();
  }

  @Test
  void aPageThatShowsTheOrderAgrees() {
    assertThat(differences("en", SHOWN, 10)).isEmpty();
    String british =
        SHOWN
            .replace("color", "colour")
            .replace("$18,990", "\u00a318,990")
            .replace("Body style: Truck\n", "");
    assertThat(differences("en", british, 12)).isEmpty();
    // The page of a British listing, read by a worker with the map of another language.
    assertThat(differences("id", british, 12)).isEmpty();
    String behind = SHOWN.replace("1500 LT\n$18,990", "1500\n18.990\u00a0US$");
    assertThat(differences("en", behind, 10)).extracting(Difference::field).doesNotContain("price");
  }

  @Test
  void aListingWithoutPicturesIsADifference() {
    assertThat(differences("en", SHOWN, 0)).containsExactly(new Difference("photos", "10", "0"));
  }

  @Test
  void ofATextThatIsCutOffTheRestIsNoDifference() {
    String cut = SHOWN.substring(0, SHOWN.indexOf("Call us")) + "\u2026";
    ItemPage page = new ItemPage(cut, 10, false, true, true);
    Comparison.Found found = Comparison.of(FormMap.of("en"), page, ORDER, VALUES, 10);
    assertThat(found.differences()).isEmpty();
    assertThat(found.unread()).containsExactly("description");
    ItemPage another = new ItemPage(cut.replace("One owner", "Two owners"), 10, false, true, true);
    assertThat(Comparison.of(FormMap.of("en"), another, ORDER, VALUES, 10).differences())
        .extracting(Difference::field)
        .containsExactly("description");
  }

  @Test
  void aPageWithoutADescriptionIsUnreadAndNotAnotherListing() {
    String facts = SHOWN.substring(0, SHOWN.indexOf("Seller's description"));
    ItemPage page = new ItemPage(facts, 10, true, false, true);
    Comparison.Found found = Comparison.of(FormMap.of("id"), page, ORDER, VALUES, 10);
    assertThat(found.differences()).extracting(Difference::field).doesNotContain("description");
    assertThat(found.unread()).containsExactly("description");
  }

  /** On a page in a language without a map the facts are not known, but the text is ours. */
  @Test
  void aLineOfTheOrdersOwnTextIsNoFactOfThePage() {
    ListingOrder order = Orders.marked(ORDER, "Fuel: Gas. Body: Sedan.");
    String french =
        """
        2019 Chevrolet Silverado 1500 LT
        $18,990
        45,210 miles parcourus
        Carburant : Flex
        """
            + order.description();
    ItemPage page = new ItemPage(french + "\nFuel: Gas. Body: Sedan.", 10, true, true, true);
    assertThat(Comparison.of(FormMap.of("en"), page, order, VALUES, 10).agrees()).isTrue();
  }

  @Test
  void everyOtherValueIsNamed() {
    String other =
        SHOWN
            .replace("$18,990", "$6")
            .replace("45,210", "4,521")
            .replace("Manual", "Automatic")
            .replace("Black", "Blue")
            .replace("Flex", "Gasoline")
            .replace("Very good", "Excellent")
            .replace("Ref " + Orders.MARKER, "");
    assertThat(differences("en", other, 10))
        .extracting(Difference::field)
        .containsExactly(
            "price",
            "mileage",
            "exteriorColor",
            "fuelType",
            "condition",
            "transmission",
            "description");
    assertThat(differences("en", other, 10)).contains(new Difference("price", "18990", "6"));
  }

  @Test
  void whatAPageDoesNotShowIsNoDifferenceUnlessEveryPageShowsIt() {
    String little =
        "2019 Chevrolet Silverado 1500 LT\n$18,990\nDriven 45,210 miles\n" + ORDER.description();
    assertThat(differences("en", little, 10)).isEmpty();
    assertThat(differences("en", little.replace("2019 ", "2018 "), 10))
        .extracting(Difference::field)
        .containsExactly("title");
  }

  @Test
  void aPageInAnotherLanguageIsComparedInItsWords() {
    String spanish =
        """
        2019 Chevrolet Silverado 1500 LT
        $18.990
        Recorrido 45.210 millas
        Transmisión automática
        Color exterior: Rojo \u00b7 Color interior: Beige
        Tipo de combustible: Flex
        """
            + ORDER.description();
    assertThat(differences("es", spanish, 10))
        .extracting(Difference::field)
        .containsExactly("exteriorColor", "transmission");
  }
}
