package com.lotview.posting.posting.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.posting.posting.Postings;
import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.Place;
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
    StockedVehicle bare = new StockedVehicle("ARCHIVED", Postings.empty(), List.of());
    assertThatThrownBy(() -> Postability.check(bare, NOWHERE, order(null, null)))
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
        new StockedVehicle("ACTIVE", Postings.priced(camry, "SEK"), Postings.stocked().photos());

    assertThatThrownBy(() -> Postability.check(swedish, Postings.dealership(), order(null, null)))
        .hasMessage("priceCurrency: the price is in SEK, and prices are posted in US dollars only");
  }

  @Test
  void theOrdersPriceAndPlaceReplaceTheVehiclesAndTheDealerships() {
    ListingSnapshot plain =
        Postability.check(Postings.stocked(), Postings.dealership(), order(null, null));
    assertThat(plain.vehicle().priceCents()).isEqualTo(2499900L);
    assertThat(plain.place()).isEqualTo(new Place("Denver", "CO"));
    ListingSnapshot changed =
        Postability.check(Postings.stocked(), NOWHERE, order(100L, new Place("Boulder", "CO")));
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
