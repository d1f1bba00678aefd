package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.inventory.meaning.Kind;
import com.lotview.inventory.meaning.Meaning;
import com.lotview.inventory.meaning.Reading;
import com.lotview.inventory.vehicle.Condition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the files that failed say about closed sets of values, from file to stored meaning. */
class ClosedValuesTest {
  private static final String HEAD =
      "Stock #,VIN,Year,Make,Model,Body,Trans,Fuel,Price,Mileage,Accident Free,One Owner,Title"
          + " Status,Certified,Condition,Vehicle Type\n";

  @ParameterizedTest
  @CsvSource({
    "B01-SUV, SUV",
    "B01-CUV, SUV",
    "B01-HATCH, HATCHBACK",
    "B01-SEDAN, SEDAN",
    "B01-SUT, TRUCK",
    "B01-MINI, MINIVAN",
    "B01-WAGON, WAGON"
  })
  void bodyOfAVinDecoder(String number, String body) {
    assertThat(meaning("01-body-of-vin-decoder.csv", number).value(Kind.BODY)).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource({
    "B02-GE, -",
    "B02-GE2, -",
    "B02-EG, -",
    "B02-EG-NOTRANS, -",
    "B02-EPA, -",
    "B02-E85, FLEX",
    "B02-HYB, HYBRID"
  })
  void twoFuels_areNone(String number, String fuel) {
    Look look = Look.atFile("02-two-fuels.csv");
    Meaning meaning = look.vehicle(number).meaning();

    assertThat(String.valueOf(meaning.value(Kind.FUEL)).replace("null", "-")).isEqualTo(fuel);
    if (fuel.equals("-")) {
      assertThat(look.warnings(number))
          .anyMatch(
              warning -> warning.startsWith("Fuel: ") && warning.contains("ELECTRIC and GASOLINE"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "B25-1, MANUAL",
    "B25-2, MANUAL",
    "B25-3, MANUAL",
    "B25-4, MANUAL",
    "B25-5, -",
    "B25-6, AUTOMATIC",
    "B25-7, MANUAL"
  })
  void wordsOfAGearbox(String number, String gearbox) {
    Meaning meaning = meaning("25-gearbox-words.csv", number);

    assertThat(String.valueOf(meaning.value(Kind.GEARBOX)).replace("null", "-")).isEqualTo(gearbox);
  }

  @ParameterizedTest
  @CsvSource({"B24-1", "B24-2", "B24-3", "B24-4"})
  void notesAndDeniedFeatures_makeNoClaim(String number) {
    Meaning meaning = meaning("24-claims-in-notes.csv", number);

    assertThat(List.of(Kind.TITLE, Kind.OWNERS, Kind.ACCIDENTS))
        .allSatisfy(kind -> assertThat(meaning.value(kind)).isNull());
  }

  @Test
  void columnsOfTheirOwn_areReadAndKept() {
    Look look =
        Look.at(
            HEAD
                + "A1,,2019,Ford,Escape,SUV,Auto,Gas,19995,45123,Yes,Y,Clean,Yes,Used,Car\n"
                + "A2,,2019,Ford,Escape,SUV,Auto,Gas,19995,45123,No,N,Rebuilt,No,Certified,Car\n");
    Meaning first = look.vehicle("A1").meaning();
    Meaning second = look.vehicle("A2").meaning();

    assertThat(first.value(Kind.ACCIDENTS)).isEqualTo("NONE");
    assertThat(first.of(Kind.OWNERS)).isEqualTo(new Reading("ONE", null, null, "One Owner", "Y"));
    assertThat(first.value(Kind.TITLE)).isEqualTo("CLEAN");
    assertThat(look.vehicle("A1").condition()).isEqualTo(Condition.CPO);
    assertThat(second.value(Kind.ACCIDENTS)).isNull();
    assertThat(second.value(Kind.OWNERS)).isNull();
    assertThat(second.value(Kind.TITLE)).isEqualTo("REBUILT");
    assertThat(look.vehicle("A2").condition()).isEqualTo(Condition.USED);
  }

  @Test
  void whatIsNoCarAndNoMotorcycle_isStoredAndSaidNotToBePostable() {
    Look look =
        Look.at(
            HEAD
                + "M1,,2019,Harley-Davidson,Sportster,Cruiser,Manual,Gas,9995,5123,,,,,Used,Motorcycle\n"
                + "B1,,2019,Bayliner,Element,Bowrider,Manual,Gas,9995,5123,,,,,Used,Boat\n");

    assertThat(look.vehicle("M1").meaning().value(Kind.TYPE)).isEqualTo("MOTORCYCLE");
    assertThat(look.warnings("M1")).noneMatch(warning -> warning.contains("can be posted"));
    assertThat(look.vehicle("B1").meaning().value(Kind.TYPE)).isEqualTo("BOAT");
    assertThat(look.warnings("B1"))
        .anyMatch(warning -> warning.contains("only cars, trucks and motorcycles"));
  }

  private static Meaning meaning(String file, String number) {
    return Look.atFile(file).vehicle(number).meaning();
  }
}
