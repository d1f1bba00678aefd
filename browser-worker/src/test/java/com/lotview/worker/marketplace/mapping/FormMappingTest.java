package com.lotview.worker.marketplace.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.lotview.worker.marketplace.Orders;
import com.lotview.worker.marketplace.page.FormMap;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.StoppedException;
import java.util.List;
import java.util.Optional;
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
        "PKUP, TRUCK",
        "4WD Crew Cab 147\", TRUCK",
        "Sport Utility, SUV",
        "2dr Stingray Cpe w/, COUPE",
        "Extended Cargo Van 170, VAN",
        "Minivan, MINIVAN",
        "AWD 4dr, -",
        "APURP, SUV",
        "Commercial Trucks > Cargo Van, VAN",
        "Commercial Trucks > Box Truck > Straight Truck, TRUCK",
        "Coup\u00e9, COUPE",
        "Halvkombi, HATCHBACK",
        "SMALL_CAR, SMALL_CAR",
        "SPORTSCAR, -",
      })
  void bodies(String words, String body) {
    assertThat(VehicleWords.body(words)).isEqualTo(Optional.ofNullable(body));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Gasoline Fuel, GASOLINE",
        "Gas, GASOLINE",
        "E85 Flex Fuel, FLEX",
        "Plug-In Electric/Gas, PLUG_IN_HYBRID",
        "Gasoline / Electric Hybrid, HYBRID",
        "Electric Fuel System, ELECTRIC",
        "Diesel, DIESEL",
        "PLUGIN_HYBRID, PLUG_IN_HYBRID",
        "Bensin, GASOLINE",
        "Förbränningsmotor, -",
      })
  void fuels(String words, String fuel) {
    assertThat(VehicleWords.fuel(words)).isEqualTo(Optional.ofNullable(fuel));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "6-Speed Manual, MANUAL",
        "6-Speed M/T, MANUAL",
        "8-Speed Automatic, AUTOMATIC",
        "10-SPEED A/T, AUTOMATIC",
        "Lineartronic CVT, AUTOMATIC",
        "7-Speed Automated Manual, AUTOMATIC",
        "7-Speed Manual with Auto Rev Matching, MANUAL",
        "Automat, AUTOMATIC",
        "Manuell, MANUAL",
        "7-Speed, -",
      })
  void gearboxes(String words, String gearbox) {
    assertThat(VehicleWords.gearbox(words)).isEqualTo(Optional.ofNullable(gearbox));
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
    assertThat(VehicleWords.grade(words)).isEqualTo(Optional.ofNullable(grade));
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
            "Coupe", "Van", "SUV", "Wagon", "Sedan", "Truck", "Minivan", "Cabriolet", "Hatch")) {
      assertThat(map.option(VehicleWords.body(body).orElseThrow())).isNotEmpty();
    }
    for (String fuel : List.of("Gas", "Flex", "Hybrid", "PHEV", "Diesel", "Electric", "CNG")) {
      assertThat(map.option(VehicleWords.fuel(fuel).orElseThrow())).isNotEmpty();
    }
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
  void aPlaceInTheUnitedStatesIsKnownByItsState() {
    assertThat(mapping.map(Orders.of("Ford", "Edge")).american()).isTrue();
    assertThat(
            mapping
                .map(Orders.order("Ford", "Edge", 5, "London, England", "Automatic", "Gas"))
                .american())
        .isFalse();
    assertThat(mapping.spellings("Denver, Colorado"))
        .containsExactly("Denver, Colorado", "Denver, CO");
  }

  @Test
  void textsOfWebPagesAreShownAsTheyAreMeant() {
    assertThat(mapping.map(Orders.of("Chrysler", "Town &amp; Country")).model())
        .isEqualTo("Town & Country");
  }

  private void stops(String field, ListingOrder order) {
    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> mapping.map(order))
        .satisfies(stopped ->
            assertThat(stopped.outcome())
                .isInstanceOfSatisfying(
                    FieldUnmappable.class, why -> assertThat(why.field()).isEqualTo(field)));
  }
}
