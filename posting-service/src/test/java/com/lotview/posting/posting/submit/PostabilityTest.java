package com.lotview.posting.posting.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Market;
import com.lotview.kit.error.RefusalException;
import com.lotview.posting.posting.Postings;
import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.Place;
import com.lotview.posting.texts.DealerTexts;
import com.lotview.posting.vehicle.Dealership;
import com.lotview.posting.vehicle.StockedVehicle;
import com.lotview.posting.vehicle.VehicleFacts;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostabilityTest {
  private static final Dealership NOWHERE =
      new Dealership(UUID.randomUUID(), "Smith Auto", "Denver", null, null);

  @Test
  void everyReasonIsSaidAtOnce() {
    StockedVehicle bare = new StockedVehicle("ARCHIVED", null, Postings.empty(), List.of());
    assertThatThrownBy(() -> Postability.check(bare, NOWHERE, Market.US, order(null, null)))
        .isInstanceOfSatisfying(
            RefusalException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.VEHICLE_NOT_POSTABLE);
              assertThat(refusal.fields())
                  .extracting(RefusalException.FieldProblem::field)
                  .containsExactly(
                      "status", "year", "make", "model", "mileage", "price", "photos", "location");
            });
  }

  @Test
  void aPriceInAnotherCurrencyIsRefusedByName() {
    VehicleFacts camry = Postings.stocked().vehicle();
    StockedVehicle swedish =
        new StockedVehicle(
            "ACTIVE", null, Postings.priced(camry, "SEK"), Postings.stocked().photos());

    assertThatThrownBy(
            () -> Postability.check(swedish, Postings.dealership(), Market.US, order(null, null)))
        .hasMessage(
            "priceCurrency: the price is in SEK, and the account's listings are in USD; prices are"
                + " not converted");
  }

  @Test
  void aPriceInTheCurrencyOfTheAccountsCountryIsPosted() {
    VehicleFacts camry = Postings.stocked().vehicle();
    StockedVehicle swedish =
        new StockedVehicle(
            "ACTIVE", null, Postings.priced(camry, "SEK"), Postings.stocked().photos());

    ListingSnapshot snapshot =
        Postability.check(swedish, Postings.dealership(), Market.of("SE"), order(null, null));
    assertThat(snapshot.form()).isEqualTo(new Market("SE", "SEK", DistanceUnit.KM));
    assertThatThrownBy(() ->
            Postability.check(
                Postings.stocked(), Postings.dealership(), Market.of("SE"), order(null, null)))
        .hasMessageContaining("the price is in USD, and the account's listings are in SEK");
  }

  @Test
  void anOrdersOwnPriceIsInTheAccountsCurrencyWhereTheVehicleHasNone() {
    VehicleFacts camry = Postings.stocked().vehicle();
    StockedVehicle unpriced =
        new StockedVehicle("ACTIVE", null, Postings.unpriced(camry), Postings.stocked().photos());

    ListingSnapshot snapshot =
        Postability.check(
            unpriced, Postings.dealership(), Market.of("SE"), order(419_000_00L, null));
    assertThat(snapshot.vehicle().priceCents()).isEqualTo(419_000_00L);
    assertThat(snapshot.form().currency()).isEqualTo("SEK");
  }

  @Test
  void theFormGetsTheMileageInTheAccountsUnitAndAsWrittenWhereThatIsTheUnit() {
    VehicleFacts written = Postings.driven(Postings.camry(), 44_064, 70_914, DistanceUnit.KM);
    assertThat(written.mileageIn(DistanceUnit.KM)).isEqualTo(70_914);
    assertThat(written.mileageIn(DistanceUnit.MI)).isEqualTo(44_064);
    VehicleFacts inMiles = Postings.driven(Postings.camry(), 10, null, null);
    assertThat(inMiles.mileageIn(DistanceUnit.KM)).isEqualTo(16);
    assertThat(written.said(DistanceUnit.MI).odometer()).isNull();
    assertThat(inMiles.said(DistanceUnit.KM).odometer()).isEqualTo(16);
    assertThat(
            DealerTexts.converted(
                70_914, written.writtenUnit().words(), 44_064, DistanceUnit.MI.words()))
        .isEqualTo("The mileage is posted converted: 70,914 km as 44,064 miles");
  }

  @Test
  void theOrdersPriceAndPlaceReplaceTheVehiclesAndTheDealerships() {
    ListingSnapshot plain =
        Postability.check(Postings.stocked(), Postings.dealership(), Market.US, order(null, null));
    assertThat(plain.vehicle().priceCents()).isEqualTo(2499900L);
    assertThat(plain.place()).isEqualTo(new Place("Denver", "CO"));
    ListingSnapshot changed =
        Postability.check(
            Postings.stocked(), NOWHERE, Market.US, order(100L, new Place("Boulder", "CO")));
    assertThat(changed.vehicle().priceCents()).isEqualTo(100L);
    assertThat(changed.place().city()).isEqualTo("Boulder");
  }

  @Test
  void placesAreACityAndAState() {
    assertThat(Place.parse(" St. Louis ,mo ")).contains(new Place("St. Louis", "MO"));
    assertThat(List.of("Denver", "Denver, Colorado", ", CO", "a, b, CO", ""))
        .allSatisfy(text -> assertThat(Place.parse(text)).isEmpty());
  }

  @Test
  void markersAreReadableAndLeaveRoomForTheText() {
    Markers markers = new Markers(new Random(5));
    for (int i = 0; i < 1000; i++) {
      assertThat(markers.next()).matches("LV-[A-HJ-NP-Z2-9]{5}");
    }
    String text = "x".repeat(Reference.room("LV-7Q4K9"));
    assertThat(Reference.in(text, "LV-7Q4K9")).hasSize(1000).startsWith("(Ref LV-7Q4K9) x");
  }

  private static PostingOrder order(Long price, Place place) {
    return new PostingOrder(UUID.randomUUID(), null, null, price, place);
  }
}
