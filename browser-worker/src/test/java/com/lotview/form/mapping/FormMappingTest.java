package com.lotview.form.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.lotview.contracts.Market;
import com.lotview.contracts.VehicleTypes;
import com.lotview.form.FormMap;
import com.lotview.worker.marketplace.Orders;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormMappingTest {

  private final FormMapping mapping = new FormMapping();
  private final FormMap map = FormMap.of("en-US");

  @ParameterizedTest
  @CsvSource({
    "Chevy, Tahoe, Chevrolet, Tahoe",
    "VW, Golf, Volkswagen, Golf",
    "Land, Rover Discovery Sport, Land Rover, Discovery Sport",
    "Land Rover, Discovery, Land Rover, Discovery",
    "Range Rover, Sport, Land Rover, Range Rover Sport",
    "Alfa, Romeo Giulia, Alfa Romeo, Giulia",
    "Mercedes, C 300, Mercedes-Benz, C 300",
    "RAM, 1500, Ram, 1500",
    "Ferrari, Roma, Ferrari, Roma",
  })
  void makesAndModelsAreJoinedAsTheFormHasThem(
      String make, String model, String wantMake, String wantModel) {
    FormValues values = mapping.map(Orders.of(make, model));
    assertThat(values.make()).isEqualTo(wantMake);
    assertThat(values.model()).isEqualTo(wantModel);
    assertThat(mapping.title(2020, make, model)).isEqualTo("2020 " + wantMake + " " + wantModel);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Agate Black Metallic, BLACK",
        "Pearl White, WHITE",
        "Black Sapphire Metallic, BLACK",
        "Midnight Silver Metallic, SILVER",
        "Corris Grey, GRAY",
        "Titan Black, BLACK",
        "Off-White, OFF_WHITE",
        "Gunmetal Metallic, GRAY",
        "Maroon, BURGUNDY",
        "Ebony / Ebony, BLACK",
        "Jet Black, BLACK",
        "'Jet Black, Cloth seat trim', BLACK",
        "Modern Steel Metallic, GRAY",
        "Ruby Flare Pearl, RED",
        "Rosso, RED",
        "Vit, WHITE",
        "Gris, GRAY",
        "White / Black, -",
        "Oyster / Black, -",
        "Charcoal Black, -",
        "Magnetic Metallic, -",
        "Black / Red, -",
        "Black Cherry, -",
        "Unspecified, -",
        "Titanium, -",
      })
  void aColourIsTakenOnlyIfItsNameSaysIt(String name, String color) {
    assertThat(ColorWords.find(name)).isEqualTo(Optional.ofNullable(color));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "4WD Crew Cab 147\", TRUCK, -",
        "SUV or Wagon, -, it says SUV and WAGON",
        "Not an SUV, -, it says not SUV",
        "Sport, -, it matches none or several of the form's choices",
      })
  void aBodyIsWhatItsCellSays(String cell, String body, String why) {
    FormValues values = mapping.map(Orders.with(cell, null, "Manual", null));
    assertThat(values.bodyStyle()).isEqualTo(body);
    assertThat(values.leftOut())
        .isEqualTo(why == null ? List.of() : List.of(new LeftOut("bodyStyle", cell, why)));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "E85 Flex Fuel, FLEX, -",
        "Gasoline/Electric, -, it says ELECTRIC and GASOLINE",
        "Non-electric, -, it says not ELECTRIC",
      })
  void aFuelIsWhatItsCellSays(String cell, String fuel, String why) {
    FormValues values = mapping.map(Orders.with(null, cell, "Manual", null));
    assertThat(values.fuelType()).isEqualTo(fuel);
    assertThat(values.leftOut())
        .isEqualTo(why == null ? List.of() : List.of(new LeftOut("fuelType", cell, why)));
  }

  @Test
  void aGearboxOfWhichNothingIsSaidStops() {
    assertThat(mapping.map(Orders.with(null, null, "6-Speed Manual", null)).transmission())
        .isEqualTo("MANUAL");
    for (String cell : List.of("Auto/Manual", "No Manual", "7-Speed")) {
      stops("transmission", Orders.with(null, null, cell, null));
    }
    stops("transmission", Orders.with(null, "Gasoline/Electric", null, null));
  }

  @Test
  void aTitleIsCleanOnlyWhereTheVehicleSaysSo() {
    assertThat(mapping.map(Orders.with(null, null, "Manual", true)).cleanTitle()).isTrue();
    assertThat(mapping.map(Orders.with(null, null, "Manual", false)).cleanTitle()).isFalse();
    Map<String, Reading> denied =
        Map.of(
            "gearbox", new Reading("MANUAL", null, null, "transmission", "Manual"),
            "title",
                new Reading(null, null, List.of("CLEAN", "SALVAGE"), "notes", "Salvage title."));
    assertThat(mapping.map(Orders.with(null, null, "Manual", true, denied)).cleanTitle()).isFalse();
  }

  @Test
  void aMotorcycleIsNoCarAndMayKeepItsGearboxToItself() {
    FormValues values = mapping.map(Orders.typed("MOTORCYCLE", Map.of()));
    assertThat(values.vehicleType()).isEqualTo("MOTORCYCLE");
    assertThat(values.transmission()).isNull();
    assertThat(mapping.typeWords("MOTORCYCLE")).contains("Motorcycle");
    Map<String, Reading> manual =
        Map.of("gearbox", new Reading("MANUAL", null, null, "transmission", "Manual"));
    assertThat(mapping.map(Orders.typed("MOTORCYCLE", manual)).transmission()).isEqualTo("MANUAL");
  }

  @Test
  void everyOtherTypeStopsByName() {
    for (String type :
        List.of("POWERSPORT", "RV_CAMPER", "TRAILER", "BOAT", "COMMERCIAL", "UNKNOWN", "ODD")) {
      stops("vehicleType", Orders.typed(type, Map.of()));
    }
    FormTypes types = FormTypes.load();
    assertThat(VehicleTypes.POSTABLE).allMatch(types::filled);
  }

  @Test
  void wordsThatTheInventoryDidNotReadSayNothing() {
    stops("transmission", Orders.with("Sedan", "Gasoline", "Automatic", true, Map.of()));
    Map<String, Reading> gearbox =
        Map.of("gearbox", new Reading("MANUAL", null, null, "transmission", "Manual"));
    FormValues values = mapping.map(Orders.with("Sedan", "Gasoline", "Manual", true, gearbox));
    assertThat(values.cleanTitle()).isFalse();
    assertThat(values.leftOut())
        .extracting(LeftOut::field)
        .containsExactly("bodyStyle", "fuelType");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Excellent, EXCELLENT",
        "VERY_GOOD, VERY_GOOD",
        "Used, -",
        "BMW Certified, -",
        "new, -"
      })
  void onlyAGradeIsAGrade(String words, String grade) {
    assertThat(DealerWords.grade(words)).isEqualTo(Optional.ofNullable(grade));
  }

  @Test
  void whatTheFormNeedsAndTheVehicleLacksStopsWithTheFieldsName() {
    stops("mileage", Orders.order("Ford", "Edge", null, "Denver, CO", "Automatic", "Gas"));
    stops("location", Orders.order("Ford", "Edge", 5, "Denver", "Automatic", "Gas"));
    stops("transmission", Orders.order("Ford", "Edge", 5, "Denver, CO", null, "Gas"));
    stops("make", Orders.order(" ", "Edge", 5, "Denver, CO", "Automatic", "Gas"));
  }

  @Test
  void anElectricCarHasNoGearsToChoose() {
    FormValues values =
        mapping.map(Orders.order("Tesla", "Model 3", 5, "Austin, TX", null, "Electric"));
    assertThat(values.transmission()).isEqualTo("AUTOMATIC");
  }

  @Test
  void nothingThatIsNotKnownIsMadeUp() {
    FormValues values = mapping.map(Orders.of("Ford", "Edge"));
    assertThat(values.cleanTitle()).isFalse();
    assertThat(values.condition()).isNull();
    assertThat(values.exteriorColor()).isNull();
    assertThat(values.bodyStyle()).isNull();
    assertThat(values.location()).isEqualTo("Denver, Colorado");
  }

  @Test
  void everyChoiceHasAWordInTheFormMap() {
    for (String color : List.of("Black", "Off white", "Maroon", "Turquoise", "Tan", "Grey")) {
      assertThat(map.option(ColorWords.find(color).orElseThrow())).isNotEmpty();
    }
    for (String body :
        List.of(
            "Coupe",
            "Cargo Van",
            "SUV",
            "Wagon",
            "Sedan",
            "Pickup",
            "Minivan",
            "Cabriolet",
            "Hatchback",
            "Small car")) {
      assertThat(option(mapping.map(Orders.with(body, null, "Manual", null)).bodyStyle()))
          .isNotEmpty();
    }
    for (String fuel :
        List.of("Gas", "E85 Flex Fuel", "Hybrid", "Plug-in Hybrid", "Diesel", "Electric", "CNG")) {
      assertThat(option(mapping.map(Orders.with(null, fuel, "Manual", null)).fuelType()))
          .isNotEmpty();
    }
  }

  private List<String> option(@Nullable String choice) {
    return map.option(Objects.requireNonNull(choice));
  }

  @Test
  void whatSaysNoChoiceIsLeftOutByName() {
    FormValues values = mapping.map(Orders.truck(List.of()));
    assertThat(values.leftOut()).isEmpty();
    ListingOrder used = Orders.worded("Used", "Magnetic Metallic", "\u2013");
    assertThat(mapping.map(used).leftOut())
        .extracting(LeftOut::field, LeftOut::value)
        .containsExactly(tuple("exteriorColor", "Magnetic Metallic"), tuple("condition", "Used"));
  }

  @Test
  void aRegionIsSpelledOutByItsCountry() {
    ListingOrder car = Orders.order("Ford", "Edge", 5, "Perth, WA", "Automatic", "Gasoline");
    assertThat(mapping.map(Orders.there(car, 1, Market.of("AU"), List.of())).location())
        .isEqualTo("Perth, Western Australia");
    assertThat(mapping.map(Orders.there(car, 1, Market.US, List.of())).location())
        .isEqualTo("Perth, Washington");
    assertThat(mapping.spellings("Pickering, Ontario"))
        .containsExactly("Pickering, Ontario", "Pickering, ON");
  }

  @Test
  void aPlaceInTheUnitedStatesIsKnownByItsState() {
    assertThat(mapping.map(Orders.of("Ford", "Edge")).market()).isEqualTo(Market.US);
    assertThat(
            mapping
                .map(Orders.order("Ford", "Edge", 5, "London, England", "Automatic", "Gas"))
                .market())
        .isNull();
    assertThat(mapping.spellings("Denver, Colorado"))
        .containsExactly("Denver, Colorado", "Denver, CO");
  }

  @Test
  void textsOfWebPagesAreShownAsTheyAreMeant() {
    assertThat(mapping.map(Orders.of("Chrysler", "Town &amp; Country")).model())
        .isEqualTo("Town & Country");
  }

  private void stops(String field, ListingOrder order) {
    assertThatExceptionOfType(UnmappableException.class)
        .isThrownBy(() -> mapping.map(order))
        .satisfies(why -> assertThat(why.field()).isEqualTo(field));
  }
}
